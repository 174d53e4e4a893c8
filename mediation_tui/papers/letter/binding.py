"""Tables put together into one document, each beginning a page that lies on its side."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.papers.letter.composing import describe
from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.layout import blank_leaf
from mediation_tui.papers.letter.leaves import Leaves
from mediation_tui.papers.letter.looks import UNDER
from mediation_tui.papers.letter.table import LEAF, table_of
from mediation_tui.papers.sheet import Sheet


def bound(leaves: Leaves) -> Document:
    """The tables as a Word document."""
    document = blank_leaf()
    end = document.element.body.sectPr
    for place, sheet in enumerate(leaves.sheets):
        title, *below = _leaf(sheet)
        if place:
            title[0].append(w("pageBreakBefore"))
        for part in (title, *below):
            end.addprevious(part)
    describe(document, leaves.title, leaves.unit, leaves.dated)
    return document


def _leaf(sheet: Sheet) -> Iterator[BaseOxmlElement]:
    """A table from its title to those who sign it."""
    yield from table_of(sheet, LEAF)
    if sheet.signers:
        yield paragraph(UNDER.id, run(_GAP.join(map(str, sheet.signers))))


_GAP = "\u3000" * 8
"""Room between two who sign."""
