"""A book's file as pages, whatever SQLite itself makes of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self

from mediation_tui.store.embedded.salvage.wal import Frame, committed, page_size_of

_MAGIC = b"SQLite format 3\x00"
_USUAL_SIZE = 4096
_SIZES = {1 << power for power in range(9, 17)}


def page_size_in(header: bytes) -> int | None:
    """The page size a file's first hundred bytes name, if they are SQLite's."""
    if len(header) < 100 or not header.startswith(_MAGIC):
        return None
    (size,) = struct.unpack_from(">H", header, 16)
    size = 1 << 16 if size == 1 else size
    return size if size in _SIZES else None


class Page(NamedTuple):
    """One state of one page.

    Attributes:
        age: 0 in the file; in the log the number of the frame, later ones being newer.
        data: Its bytes.
    """

    age: int
    data: bytes


class Pages:
    """All pages of a file and of the log beside it.

    The page size comes from the file's header, else from the log's, else it is the one every book is made with.

    Args:
        path: The book's file; the log is looked for beside it.
    """

    def __init__(self, path: Path) -> None:
        with ExitStack() as stack:
            self._file = stack.enter_context(path.open("rb"))
            log = path.with_name(f"{path.name}-wal")
            self._log = stack.enter_context(log.open("rb")) if log.is_file() else None
            self.size, self.usable = self._sizes()
            self._frames = committed(self._log, self.size) if self._log else []
            self._newest = {frame.page: frame for frame in self._frames}
            self._count = -(-self._file.seek(0, 2) // self.size)
            self._open = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._open.close()

    def all(self) -> Iterator[Page]:
        """Every page of the file, and then every committed frame of the log, oldest first."""
        for number in range(1, self._count + 1):
            yield Page(0, self.in_file(number))
        for age, frame in enumerate(self._frames, start=1):
            yield Page(age, self._in_log(frame))

    def newest(self, number: int) -> bytes:
        """A page as the last commit left it."""
        frame = self._newest.get(number)
        return self._in_log(frame) if frame else self.in_file(number)

    def in_file(self, number: int) -> bytes:
        """A page as the file holds it; empty where there is none."""
        if not 1 <= number <= self._count:
            return b""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def _in_log(self, frame: Frame) -> bytes:
        assert self._log, "frames come from a log"
        self._log.seek(frame.place)
        return self._log.read(self.size)

    def _sizes(self) -> tuple[int, int]:
        """The size of a page, and how much of it is used."""
        header = self._file.read(100)
        if size := page_size_in(header):
            return size, size - header[20]
        in_log = page_size_of(self._log) if self._log else None
        size = in_log if in_log in _SIZES else _USUAL_SIZE
        return size, size
