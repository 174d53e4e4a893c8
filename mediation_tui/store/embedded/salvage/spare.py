"""A spare copy of a damaged book: the damaged file itself is only ever read, and its bad sectors cost no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_

_CHUNK = 1 << 20
_SECTOR = 4096
_COMPANIONS = ("", "-wal", "-journal")


@contextmanager
def spare_copy(damaged: Path, beside: Path) -> Iterator[Path]:
    """A copy of a book and its logs for the duration of the block.

    Args:
        damaged: The damaged book.
        beside: The folder to make room in; the copy needs as much as the book.

    Raises:
        BookError: There is no such file, it cannot be read at all, or there is no room for a copy.
    """
    try:
        with TemporaryDirectory(prefix=".salvage.", dir=beside, ignore_cleanup_errors=True) as folder:
            for companion in _COMPANIONS:
                original = damaged.with_name(damaged.name + companion)
                if original.is_file() or not companion:
                    _copy(original, Path(folder) / f"spare{companion}")
            yield Path(folder) / "spare"
    except OSError as error:
        raise BookError(
            N_("无法复制“{path}”来抢救：{reason}"), path=error.filename or damaged, reason=error.strerror
        ) from error


def _copy(original: Path, copy: Path) -> None:
    """Copy a file; what the disk does not give back becomes zeros."""
    with original.open("rb", buffering=0) as source, copy.open("wb") as target:
        size = source.seek(0, 2)
        for start in range(0, size, _CHUNK):
            target.write(_read(source, start, min(_CHUNK, size - start)))


def _read(source: BinaryIO, start: int, length: int) -> bytes:
    """Some bytes of a file, sector by sector where they cannot be read together."""
    try:
        source.seek(start)
        return source.read(length).ljust(length, b"\0")
    except OSError:
        if length <= _SECTOR:
            return bytes(length)
        sectors = range(start, start + length, _SECTOR)
        return b"".join(_read(source, each, min(_SECTOR, start + length - each)) for each in sectors)
