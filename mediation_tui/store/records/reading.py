"""What is read of a damaged book, said in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mediation_tui.errors import DamagedBook
from mediation_tui.i18n import N_


@contextmanager
def whole(location: str) -> Iterator[None]:
    """Say of a record that cannot be made sense of that the book is damaged; we never write such a one.

    Raises:
        DamagedBook: Something in the block is not JSON, not a record, not there, or follows from nothing that is.
    """
    try:
        yield
    except (ValueError, LookupError, TypeError, StopIteration, AssertionError) as error:
        raise DamagedBook(
            N_("“{path}”损坏了，读出的记录不完整；请先不要写入，运行 check 检查。"), path=location
        ) from error
