"""A new book in a database that is being filled: whole in the end, or not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.book import SharedBook
from mediation_tui.store.shared.engine import create_tables, drop_tables


@contextmanager
def in_the_making(url: str) -> Iterator[SharedBook]:
    """A book without a single record, to be filled in the block; if the block raises, nothing of it remains.

    Args:
        url: Where no book is yet; see `SharedBook`.

    Raises:
        BookError: There is one of that name already, or the database does not allow it.
    """
    address = Address.of(url)
    create_tables(address, SHAPES)
    try:
        with closing(SharedBook(url)) as book:
            yield book
    except BaseException:
        drop_tables(address)
        raise
