"""Doing an act again from the start when somebody else's came first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from random import random
from time import sleep
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from mediation_tui.errors import Collision
from mediation_tui.store.book import Book

P = ParamSpec("P")
T = TypeVar("T")

_TRIES = 8
_LONGEST_PAUSE = 0.05


class _Writer(Protocol):
    """Whoever writes into a book."""

    book: Book


W = TypeVar("W", bound=_Writer)


def until_kept(act: Callable[Concatenate[W, P], T]) -> Callable[Concatenate[W, P], T]:
    """Do an act of a writer again, as a whole, for as long as others come first.

    A shared engine may find only at the end that two acts cannot both be kept as they are (SQLSTATE 40001, 40P01);
    then nothing of one is written, and it looks at the book afresh. Within another act it is that one's to begin
    again. An act must give the same result however often it is begun.

    Raises:
        Collision: Others came first every time.
    """

    @wraps(act)
    def kept(writer: W, /, *args: P.args, **kwargs: P.kwargs) -> T:
        for tried in range(1, _TRIES):
            try:
                return act(writer, *args, **kwargs)
            except Collision:
                if writer.book.in_writing:
                    raise
                sleep(random() * _LONGEST_PAUSE * tried)
        return act(writer, *args, **kwargs)

    return kept
