"""Rows out of the bytes of a page: leaf cells of table b-trees, as SQLite's file format describes them."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

_LEAF = 0x0D
_LONGEST_PAYLOAD = 1 << 26
_MOST_COLUMNS = 200
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LENGTHS = {**_WHOLE_NUMBERS, 7: 8}

Follow = Callable[[int], bytes]
"""Gives a page by its number; empty where there is none."""


class Row(NamedTuple):
    """What every one of our rows holds beside its narrow columns.

    Attributes:
        id: The document's id.
        body: Its text.
        crc: The checksum written with it.
    """

    id: int
    body: bytes
    crc: int


def rows_in(page: bytes, usable: int, *follows: Follow) -> Iterator[Row]:
    """What may be rows in a page; whether they are is for their checksums to say.

    Args:
        page: The bytes of any page.
        usable: How many of them SQLite uses.
        follows: Where the pages a long row goes on in may come from.
    """
    if len(page) < 8 or page[0] != _LEAF:
        return
    (count,) = struct.unpack_from(">H", page, 3)
    for place in range(8, min(8 + 2 * count, len(page) - 1), 2):
        (start,) = struct.unpack_from(">H", page, place)
        yield from dict.fromkeys(row for follow in follows if (row := _read(page, start, usable, follow)))


def _read(page: bytes, start: int, usable: int, follow: Follow) -> Row | None:
    """The row that may begin at a place in a page."""
    try:
        return _row(*_cell(page, start, usable, follow))
    except (IndexError, struct.error):
        return None


def _cell(page: bytes, start: int, usable: int, follow: Follow) -> tuple[int, bytes]:
    """The row's id and as much of its record as can be had."""
    length, start = _varint(page, start)
    row_id, start = _varint(page, start)
    if length > _LONGEST_PAYLOAD:
        return row_id, b""
    local = _local(length, usable)
    payload = page[start : start + local]
    if local == length:
        return row_id, payload
    (onward,) = struct.unpack_from(">I", page, start + local)
    parts, missing = [payload], length - local
    followed = {0}
    while missing > 0 and onward not in followed and len(following := follow(onward)) >= usable:
        followed.add(onward)
        (onward,) = struct.unpack_from(">I", following)
        parts.append(following[4 : min(usable, 4 + missing)])
        missing -= usable - 4
    return row_id, b"".join(parts)


def _local(length: int, usable: int) -> int:
    """How much of a record lies in its own page; the rest lies in overflow pages."""
    most = usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (usable - 4)
    return fitting if fitting <= most else least


def _row(row_id: int, payload: bytes) -> Row | None:
    """What a record holds, if its columns are of the kinds ours are: an empty id, then a checksum and a text.

    The text stands last; in books of format 1 it stood before the checksum.
    """
    (begins, _), header = _varint(payload, 0), _kinds(payload)
    if len(header) < 3 or header[0]:
        return None
    starts = list(accumulate(map(_length, header), initial=begins))
    body, crc = (1, 2) if _is_text(header[1]) else (len(header) - 1, 1)
    if not _is_text(header[body]):
        return None
    checksum = _number(header[crc], payload[starts[crc] : starts[crc] + 8])
    text = payload[starts[body] : starts[body] + _length(header[body])]
    return None if checksum is None else Row(row_id, text, checksum)


def _kinds(payload: bytes) -> list[int]:
    """The kinds of a record's columns, as its header names them."""
    end, place = _varint(payload, 0)
    kinds: list[int] = []
    while place < end and len(kinds) < _MOST_COLUMNS:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    return kinds


def _is_text(kind: int) -> bool:
    return kind >= 13 and kind % 2 == 1


def _length(kind: int) -> int:
    """How many bytes a column of a kind takes."""
    return (kind - 12) // 2 if kind >= 12 else _LENGTHS.get(kind, 0)


def _number(kind: int, data: bytes) -> int | None:
    """A whole number as a record holds it."""
    if kind in (8, 9):
        return kind - 8
    size = _WHOLE_NUMBERS.get(kind)
    return int.from_bytes(data[:size], signed=True) if size and len(data) >= size else None


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends.

    Raises:
        IndexError: The bytes end before it does.
    """
    value = 0
    for offset in range(8):
        byte = data[place + offset]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + offset + 1
    value = value << 8 | data[place + 8]
    return (value - (1 << 64) if value >> 63 else value), place + 9
