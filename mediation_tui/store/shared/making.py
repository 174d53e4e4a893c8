"""A new book in a database that is being filled: whole in the end, or not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.engine import PostgresEngine


@contextmanager
def in_the_making(url: str) -> Iterator[RecordsBook]:
    """A book without a single record, to be filled in the block.

    It is one transaction: nobody else sees anything of it before the block has ended well.

    Args:
        url: Where no book is yet; see `SharedBook`.

    Raises:
        BookError: There is one of that name already, or the database does not allow it.
    """
    engine = PostgresEngine(Address.of(url), SHAPES, fresh=True)
    with closing(RecordsBook(engine)) as book, engine.transaction():
        engine.lay_out()
        yield book
