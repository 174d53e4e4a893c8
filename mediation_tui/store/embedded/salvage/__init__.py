"""Getting everything readable out of a damaged book, and saying what could not be.

The file is looked through twice: through SQLite, as far as it finds its way, and page by page, whatever the way
there has become of. A row counts only if it fits the checksum that was written with it. What was found goes into a
new book; the damaged one is only ever read.
"""

from __future__ import annotations

from pathlib import Path

from mediation_tui.errors import BookError, NewerBook, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.embedded.making import in_the_making
from mediation_tui.store.embedded.salvage.finds import Finds
from mediation_tui.store.embedded.salvage.gathering import gather
from mediation_tui.store.embedded.salvage.rebuilding import rebuild
from mediation_tui.store.embedded.salvage.report import CaseLeft, Gap, Left, Salvaged
from mediation_tui.store.embedded.salvage.spare import spare_copy
from mediation_tui.store.engine.format import recognise

__all__ = ["CaseLeft", "Gap", "Left", "Salvaged", "salvage"]


def salvage(damaged: Path, new: Path, new_origin: str) -> Salvaged:
    """Write everything readable in a damaged book into a new one.

    Args:
        damaged: The damaged book; it and its logs are only read.
        new: Where the new book comes; nothing is there yet, and there is room for three times the old one.
        new_origin: The new book's id where nothing tells the one it had.

    Raises:
        NewerBook: It is whole enough to say that a newer program wrote it.
        NotABook: Nothing of a book was found in it.
        BookError: It cannot be read, or the new one cannot be written.
    """
    _refuse_newer(damaged)
    with (
        in_the_making(new) as book,
        spare_copy(damaged, new.parent) as spare,
        Finds(spare.with_name("finds")) as finds,
    ):
        gather(spare, finds)
        if not finds.any():
            raise NotABook(N_("“{path}”里找不到案件簿的任何记录。"), path=damaged)
        return rebuild(finds, book.engine, new_origin)


def _refuse_newer(damaged: Path) -> None:
    """Whatever else is wrong with the file is what salvaging is for."""
    if not damaged.is_file():
        raise BookError(N_("找不到案件簿“{path}”。"), path=damaged)
    try:
        recognise(damaged.resolve())
    except NewerBook:
        raise
    except BookError:
        return
