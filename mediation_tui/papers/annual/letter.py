"""The annual report as an official letter; what each number rests on stands at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from mediation_tui.figures.annual import AnnualReport
from mediation_tui.figures.figure import Figure
from mediation_tui.figures.telling import Telling, basis_told, note_of, numbered
from mediation_tui.i18n import N_, _
from mediation_tui.papers.letter.letter import Letter, Note, Paragraph, Run

_HEADINGS = (N_("总体情况"), N_("就地化解情况"), N_("未化解和需要注意的情况"))

_UNBROKEN = "\u00a0%"
"""A percent sign that stays on the line of its number."""


def annual_letter(report: AnnualReport, title: str, addressee: str, dated: date, attachment: str) -> Letter:
    """The letter.

    Args:
        report: What it says.
        title: Its title.
        addressee: To whom; may be empty.
        dated: The day it is signed.
        attachment: The name of the table that goes with it.
    """
    notes = {figure: Note(number, note_of(figure)) for figure, number in numbered(report.tellings).items()}
    body: list[Paragraph] = []
    for heading, telling in zip(_HEADINGS, report.tellings, strict=True):
        body += [Paragraph.plain(_(heading), depth=1), Paragraph(tuple(_runs(telling, notes)))]
    body.append(Paragraph.plain(basis_told(report.statement.basis)))
    return Letter(
        title=title,
        addressee=addressee,
        body=tuple(body),
        signer_unit=report.town.office,
        dated=dated,
        attachments=(attachment,),
    )


def _runs(telling: Telling, notes: Mapping[Figure, Note]) -> Iterator[Run]:
    for piece in telling.pieces():
        yield Run(piece) if isinstance(piece, str) else Run(piece.text.replace(" %", _UNBROKEN), notes[piece])
