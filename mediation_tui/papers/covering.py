"""The letter a table goes up with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mediation_tui.i18n import _
from mediation_tui.papers.heads import column_names
from mediation_tui.papers.letter.letter import Letter, Paragraph
from mediation_tui.papers.sheet import Sheet

_MOST_COLUMNS = 9
"""A wider table does not fit between the margins of an upright page: it goes along as an attachment."""


def covering_letter(sheet: Sheet, unit: str, dated: date, sentence: str = "") -> Letter:
    """A letter that hands in a table, with the table in it where it fits.

    Args:
        sheet: The table.
        unit: Who signs.
        dated: The day it is signed.
        sentence: What the table says, in words.
    """
    fits = len(column_names(sheet.heads)) <= _MOST_COLUMNS
    handing_in = _("现报送《{title}》，请审核。").format(title=sheet.title)
    notes = [Paragraph.plain(note) for note in sheet.notes if note != sentence]
    return Letter(
        title=_("关于报送《{title}》的函").format(title=sheet.title),
        addressee="",
        body=(
            Paragraph.plain(handing_in),
            *([Paragraph.plain(sentence)] if sentence else []),
            Paragraph.plain(_("统计口径"), depth=1),
            *notes,
        ),
        signer_unit=unit,
        dated=dated,
        attachments=() if fits else (sheet.title,),
        table=replace(sheet, unit_line=None, notes=(), signers=()) if fits else None,
    )
