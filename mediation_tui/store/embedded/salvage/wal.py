"""The write-ahead log as bytes: which of its frames were committed, as SQLite's file format describes it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_HEADER, _FRAME_HEADER = 32, 24
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_LOW = 0xFFFFFFFF

Sums = tuple[int, int]


class Frame(NamedTuple):
    """One page as a transaction left it.

    Attributes:
        page: Its number, from 1.
        place: Where in the log its bytes begin.
    """

    page: int
    place: int


def page_size_of(log: BinaryIO) -> int | None:
    """The page size the log's header names, if it is a log."""
    log.seek(0)
    magic, _version, size = struct.unpack(">3I", log.read(12).ljust(12, b"\0"))
    return size if magic in (_LITTLE, _BIG) else None


def committed(log: BinaryIO, page_size: int) -> list[Frame]:
    """The frames of committed transactions whose checksums fit, oldest first.

    A frame's checksum begins with that of the frame before it, as written in that one's header; so one bad frame
    costs only itself. Frames of an earlier run of the log bear another salt and are long since in the file.
    """
    if page_size_of(log) != page_size:
        return []
    log.seek(0)
    header = log.read(_HEADER)
    order = "<" if struct.unpack_from(">I", header)[0] == _LITTLE else ">"
    salt, before = header[16:24], struct.unpack(">2I", header[24:32])
    frames: list[Frame] = []
    whole = 0
    for place, head, page in _frames(log, page_size):
        number, size_after = struct.unpack_from(">2I", head)
        sums = struct.unpack_from(">2I", head, 16)
        if head[8:16] == salt and _added(_added(before, head[:8], order), page, order) == sums:
            frames.append(Frame(number, place))
            whole = len(frames) if size_after else whole
        before = sums
    return frames[:whole]


def _frames(log: BinaryIO, page_size: int) -> Iterator[tuple[int, bytes, bytes]]:
    """Each frame: where its page begins, its header and its page."""
    place = _HEADER
    while True:
        log.seek(place)
        head, page = log.read(_FRAME_HEADER), log.read(page_size)
        if len(page) < page_size:
            return
        yield place + _FRAME_HEADER, head, page
        place += _FRAME_HEADER + page_size


def _added(sums: Sums, data: bytes, order: str) -> Sums:
    """The log's running checksum after some more bytes, a multiple of eight."""
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _LOW
        second = (second + odd + first) & _LOW
    return first, second
