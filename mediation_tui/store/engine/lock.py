"""The one right to write, handed from thread to thread and from process to process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from mediation_tui.errors import BookError, BusyBook
from mediation_tui.i18n import N_
from mediation_tui.store.patience import Patience

if TYPE_CHECKING:
    from filelock import FileLock

_EAGER = (0.02, 0.0001)
_STEADY_POLL = 0.002
"""At first a waiting writer looks so often that one who writes without pause cannot always be back before it; for so
many seconds, every so many. Then it looks less often: it is waiting for somebody slow.
"""


class WriteLock:
    """Lets one writer at a time through, over all threads and processes that hold the book open.

    SQLite's own lock would do for correctness on a fixed SQLite; this one also covers checkpoints, which versions
    before 3.51.3 may get wrong with several connections, and it waits without SQLite's growing sleeps.

    Args:
        book: The book's file; the lock is a file beside it, which stays.
        patience: How long to wait.
        on_wait: Called once per wait, in the waiting thread, when `patience.notice` has passed.
    """

    def __init__(self, book: Path, patience: Patience, on_wait: Callable[[], None]) -> None:
        self._book = book
        self._patience = patience
        self._on_wait = on_wait
        self._threads = threading.Lock()

    @cached_property
    def _file(self) -> FileLock:
        """The lock's file, made ready at the first write: who only reads does not wait for its library."""
        from filelock import FileLock

        return FileLock(self._book.with_name(f"{self._book.name}.lock"), mode=0o600, thread_local=False)

    @contextmanager
    def held(self, limit: float | None = None) -> Iterator[None]:
        """Hold the right to write during the block.

        Args:
            limit: Seconds to wait at most, where it is not the usual patience.

        Raises:
            BusyBook: Someone else kept it too long.
            BookError: The lock's file cannot be made.
        """
        patience = self._patience if limit is None else Patience(limit, limit)
        wait = _Wait(self._book, patience, self._on_wait)
        wait.until(lambda seconds: self._threads.acquire(timeout=seconds))
        try:
            wait.until(self._acquire_file)
            try:
                yield
            finally:
                self._file.release()
        finally:
            self._threads.release()

    def _acquire_file(self, seconds: float) -> bool:
        """Try for some seconds to lock the file."""
        eager, often = min(seconds, _EAGER[0]), _EAGER[1]
        return self._look(eager, often) or (seconds > eager and self._look(seconds - eager, _STEADY_POLL))

    def _look(self, seconds: float, every: float) -> bool:
        """Look for some seconds, every so many, whether the file can be locked, and lock it."""
        from filelock import Timeout

        try:
            self._file.acquire(timeout=seconds, poll_interval=every)
        except Timeout:
            return False
        except OSError as error:
            raise BookError(
                N_("无法在“{folder}”里建立锁文件，请检查文件夹的权限：{reason}"),
                folder=self._book.parent,
                reason=error.strerror,
            ) from error
        return True


class _Wait:
    """One wait, which may be for two locks in turn."""

    def __init__(self, book: Path, patience: Patience, on_wait: Callable[[], None]) -> None:
        self._book = book
        self._patience = patience
        self._on_wait = on_wait
        self._since = monotonic()
        self._noticed = False

    def until(self, acquired: Callable[[float], bool]) -> None:
        """Wait until an attempt, given the seconds it may take, succeeds."""
        if not self._noticed:
            if acquired(self._left(self._patience.notice)):
                return
            self._noticed = True
            if self._left(self._patience.limit):
                self._on_wait()
        if not acquired(self._left(self._patience.limit)):
            raise BusyBook(
                N_("案件簿“{path}”正被别人写入，等了 {seconds:.0f} 秒还没有轮到，请稍后再试。"),
                path=self._book,
                seconds=self._patience.limit,
            )

    def _left(self, limit: float) -> float:
        """Seconds left until a limit."""
        return max(0.0, self._since + limit - monotonic())
