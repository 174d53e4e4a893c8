"""A new book file that is being filled: at its path once it is whole, and nowhere before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine import BookDB
from mediation_tui.store.engine.creation import fresh_file, write_empty
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES


@contextmanager
def in_the_making(path: Path) -> Iterator[RecordsBook]:
    """A book without a single record, to be filled in the block.

    It lies in the same folder under another name; when the block has ended well it gets its own, and when not,
    nothing of it remains.

    Args:
        path: A path where nothing is yet.

    Raises:
        BookError: Something is there already, or it cannot be written.
    """
    try:
        with fresh_file(path) as fresh:
            with in_words(path):
                write_empty(fresh, SHAPES)
            with closing(RecordsBook(BookDB(fresh, SHAPES))) as book:
                yield book
    except OSError as error:
        raise BookError(N_("无法新建案件簿“{path}”：{reason}"), path=path, reason=error.strerror) from error
