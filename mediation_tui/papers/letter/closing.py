"""The end of a letter: what goes with it, who signs, and when (GB/T 9704-2012, 7.3.4 and 7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.i18n import _, language
from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.letter import Letter
from mediation_tui.papers.letter.looks import ATTACHMENTS, DATE, MORE_ATTACHMENTS, SIGNER
from mediation_tui.papers.letter.measures import CHARACTER, CHARACTERS, width_of

_SEALED = 4.0
"""Characters left free to the right of the date, under the seal."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def attachment_lines(names: tuple[str, ...]) -> Iterator[BaseOxmlElement]:
    """附件：1.…, every further line of a name under its first character; a single one has no number."""
    label = _("附件：")
    slot = 0.0 if len(names) < 2 else 1.0 if len(names) < 10 else 1.5
    edge = 2 + width_of(label) + slot
    for place, name in enumerate(names, 1):
        first = place == 1
        line = paragraph((ATTACHMENTS if first else MORE_ATTACHMENTS).id)
        hanging = slot + width_of(label) * first
        line[0].append(w("ind", left=_twips(edge), hanging=_twips(hanging)))
        counted = (f"{place}.", w("tab")) if slot else ()
        line.append(run(label if first else "", *counted, name))
        yield line


def signature(letter: Letter) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """The unit centred over the date, the date four characters from the right."""
    dated = written_date(letter.dated)
    left, right = _rooms(width_of(letter.signer_unit), width_of(dated))
    unit_line, date_line = paragraph(SIGNER.id, run(letter.signer_unit)), paragraph(DATE.id, run(dated))
    for line in (unit_line, date_line):
        line[0].append(w("ind", left=_twips(left), right=_twips(right)))
    return unit_line, date_line


def written_date(day: date) -> str:
    """The date in Arabic digits without leading zeros."""
    if language() == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def _rooms(unit: float, dated: float) -> tuple[float, float]:
    """The room to the left and right of both, with one character to spare on either side.

    Both are centred in it. A long unit reaches to the edge, and the date moves under its middle.
    """
    half = min(max(unit, dated) / 2 + 1, CHARACTERS / 2)
    middle = min(CHARACTERS - _SEALED - dated / 2, CHARACTERS - half)
    return middle - half, CHARACTERS - middle - half


def _twips(characters: float) -> int:
    return round(characters * CHARACTER)
