"""A letter as a value: what it says, to whom, and what stands behind its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, Self

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_
from mediation_tui.papers.sheet import Sheet

Depth = Literal[0, 1, 2, 3, 4]
"""How deep a paragraph lies: 0 text, 1 一、, 2 （一）, 3 1., 4 （1）."""


class MisnumberedNotes(MediationError):
    """The notes of a letter are not numbered 1, 2, 3 … as a reader meets them."""


@dataclass(frozen=True)
class Note:
    """What stands behind a number: formula, numerator and denominator, period and as-of instant.

    Attributes:
        number: Its place among the notes, counted from 1 as a reader meets them.
        text: What it says at the foot of the page.
    """

    number: int
    text: str


@dataclass(frozen=True)
class Run:
    """A stretch of text.

    Attributes:
        text: What it says.
        note: The note marked behind it; a note already met is referred to again, not said again.
    """

    text: str
    note: Note | None = None


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; its 一、 or （一） is counted when the letter is set, not written into the text.

    Attributes:
        runs: Its text, cut where a note is marked.
        depth: 0 for text, 1 to 4 for headings and numbered points.
    """

    runs: tuple[Run, ...]
    depth: Depth = 0

    @classmethod
    def plain(cls, text: str, depth: Depth = 0) -> Self:
        """A paragraph without notes."""
        return cls((Run(text),), depth)

    @property
    def text(self) -> str:
        """What it says, without its notes."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Letter:
    """An official letter or report.

    Attributes:
        title: The line over it; a line break in it is kept, otherwise it is broken evenly.
        addressee: To whom (主送机关), without the colon; may be empty.
        body: Its paragraphs.
        signer_unit: Who signs it (发文机关署名).
        dated: The day it is signed (成文日期).
        attachments: The names of what goes with it (附件说明).
        number: The letter's own number (发文字号), such as 共司〔2024〕3号; may be empty.
        table: One table after the text; one too wide for the page follows the date on a page that is turned.

    Raises:
        MisnumberedNotes: A number is missing, out of order, or given to two notes.
    """

    title: str
    addressee: str
    body: tuple[Paragraph, ...]
    signer_unit: str
    dated: date
    attachments: tuple[str, ...] = ()
    number: str = ""
    table: Sheet | None = None

    def __post_init__(self) -> None:
        for place, note in enumerate(self.notes, 1):
            if note.number != place:
                raise MisnumberedNotes(
                    N_("信函的注释编号不连续：第 {place} 条编成了 {number}"), place=place, number=note.number
                )

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Every note once, as a reader meets them."""
        return tuple(dict.fromkeys(self._marked()))

    def _marked(self) -> Iterator[Note]:
        runs = (run for paragraph in self.body for run in paragraph.runs)
        yield from (run.note for run in runs if run.note)
