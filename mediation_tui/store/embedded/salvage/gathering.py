"""Looking through a damaged book in both ways: page by page, and through SQLite."""

from __future__ import annotations

from pathlib import Path

from mediation_tui.store.embedded.salvage.cells import rows_in
from mediation_tui.store.embedded.salvage.finds import Finds
from mediation_tui.store.embedded.salvage.pages import Pages
from mediation_tui.store.embedded.salvage.reading import lengthen, readable, roll_back
from mediation_tui.store.records.documents import SHAPES


def gather(spare: Path, finds: Finds) -> None:
    """Put every row whose checksum fits among the finds.

    The pages come first: SQLite changes the copy when it lets go of it.

    Args:
        spare: A copy of the damaged book, with its logs.
        finds: Where they are kept.
    """
    roll_back(spare)
    with Pages(spare) as pages:
        _from_pages(pages, finds)
    lengthen(spare)
    for shape in SHAPES:
        for row in readable(spare, shape.name, finds.highest(shape.name)):
            finds.keep(row, live=True)
    finds.settle()


def _from_pages(pages: Pages, finds: Finds) -> None:
    """A row that goes on in other pages may belong to the last commit or to what the file held before the log."""
    for page in pages.all():
        for row in rows_in(page.data, pages.usable, pages.newest, pages.in_file):
            finds.keep(row, age=page.age)
