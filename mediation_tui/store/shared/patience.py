"""Telling the person at the terminal that the database makes them wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from mediation_tui.store.patience import Patience

_LOOKS_PER_NOTICE = 4


class Watchman:
    """Watches over statements that may have to wait for somebody else's lock.

    The server gives a wait up by itself after `patience.limit`; this only tells when `patience.notice` has passed.

    Args:
        patience: How long a wait may last.
        on_wait: Called once per wait, in a thread of its own, when it becomes noticeable.
    """

    def __init__(self, patience: Patience, on_wait: Callable[[], None]) -> None:
        self._patience = patience
        self._on_wait = on_wait
        self._since: dict[int, float] = {}
        self._closed = threading.Event()
        self._started = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """One statement of this thread's, from its sending to its answer."""
        me = threading.get_ident()
        self._since[me] = monotonic()
        if not self._started:
            self._started = True
            threading.Thread(target=self._watch, name="book-watchman", daemon=True).start()
        try:
            yield
        finally:
            self._since.pop(me, None)

    def close(self) -> None:
        """Watch no longer."""
        self._closed.set()

    def _watch(self) -> None:
        told: set[float] = set()
        while not self._closed.wait(max(self._patience.notice / _LOOKS_PER_NOTICE, 0.01)):
            waits = set(self._since.copy().values())
            told &= waits
            for since in waits - told:
                if monotonic() - since >= self._patience.notice:
                    told.add(since)
                    self._on_wait()
