"""Writing a book as plain TinyDB JSON: `{table: {id: document}}`, one document to a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.creation import fresh_file
from mediation_tui.store.plain.about import ABOUT, about
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.records.everything import Record

_encode = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode
"""Chinese is written as `\\u…`, as TinyDB itself does: `TinyDB(path)` opens a file in the system's own encoding, which
on many terminals is GBK, and only plain ASCII is the same in all of them."""


@contextmanager
def plain_in_the_making(path: Path) -> Iterator[Path]:
    """A file to write and to look over in the block; at its path once that has ended well, and nowhere before.

    Args:
        path: A path where nothing is yet.

    Raises:
        BookError: Something is there already, or it cannot be written.
    """
    try:
        with fresh_file(path) as fresh:
            yield fresh
    except OSError as error:
        raise BookError(N_("无法写出“{path}”：{reason}"), path=path, reason=error.strerror) from error


def write_plain(path: Path, records: Iterable[Record]) -> None:
    """Write a file that TinyDB opens, with never more than one document in memory.

    Args:
        path: The file.
        records: All documents of a book, those of one table together.
    """
    with path.open("w", encoding="ascii", newline="\n") as file:
        file.writelines(_pieces(records))


def _pieces(records: Iterable[Record]) -> Iterator[str]:
    """The text, piece by piece; a table without documents is there too, so that a missing one is noticed."""
    waiting = [shape.name for shape in SHAPES]
    yield f'{{"{ABOUT}":{{"1":{_encode(about())}}}'
    for table, together in groupby(records, lambda record: record.table):
        waiting.remove(table)
        yield f',\n"{table}":{{'
        between = "\n"
        for record in together:
            yield f'{between}"{record.id}":{_encode(record.document)}'
            between = ",\n"
        yield "\n}"
    yield from (f',\n"{table}":{{}}' for table in waiting)
    yield "}\n"
