"""Reading a book that comes as plain TinyDB JSON, and taking nothing in it on trust."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mediation_tui.errors import BookError, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.plain.about import require_known
from mediation_tui.store.plain.fitting import ESSENTIAL, essential_name, fits
from mediation_tui.store.plain.stream import Stream
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.records.everything import Record

_TABLES = frozenset(shape.name for shape in SHAPES)
_BEYOND_IDS = 2**63


class PlainBook:
    """A book as a JSON file.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def location(self) -> str:
        """The file's path."""
        return str(self._path)

    def records(self) -> Iterator[Record]:
        """All documents in the order of the file, read as they are asked for.

        Raises:
            NotABook: The file is something else, or not whole.
            NewerBook: A newer version of the program wrote it.
            BookError: It cannot be read, or a table or document is not what a book has; the sentence names it.
        """
        try:
            with self._path.open(encoding="utf-8-sig") as file:
                yield from self._checked(Stream(file))
        except OSError as error:
            raise BookError(
                N_("打不开“{path}”，请检查文件和文件夹的权限：{reason}"),
                path=self._path,
                reason=error.strerror,
            ) from error

    def _checked(self, stream: Stream) -> Iterator[Record]:
        """The records of a stream, and whether what no book is without is among them."""
        missing, unread = set(ESSENTIAL), set(_TABLES)
        try:
            tables = stream.tables()
            name, documents = next(tables, ("", iter(())))
            require_known(self._path, name, dict(documents))
            for table, documents in tables:
                ids: set[str] = set()
                for text, document in documents:
                    known = table in unread and text not in ids
                    ids.add(text)
                    yield self._record(table if known else "", text, document, stream)
                    missing.discard((table, essential_name(table, document)))
                unread.discard(table)
        except ValueError as error:
            raise self._not_plain(stream) from error
        for table in (*sorted(unread), *sorted(table for table, _name in missing)):
            raise BookError(
                N_("“{path}”的“{table}”表不全，少了案件簿不能没有的记录。"), path=self._path, table=table
            )

    def _record(self, table: str, text: str, document: Any, stream: Stream) -> Record:
        """A document as a record of its table."""
        possible = text.isascii() and text.isdecimal() and 0 < int(text) < _BEYOND_IDS and text[0] != "0"
        if table and possible and fits(table, document):
            return Record(table, int(text), document)
        raise BookError(
            N_("“{path}”里“{table}”的第 {id} 条不是案件簿的记录，可能被别的程序改过。"),
            path=self._path,
            table=stream.table,
            id=text,
        )

    def _not_plain(self, stream: Stream) -> NotABook:
        if not stream.id:
            return NotABook(N_("“{path}”不是 TinyDB 的 JSON 文件，或者不完整。"), path=self._path)
        return NotABook(
            N_("“{path}”从“{table}”的第 {id} 条起不是完整的 JSON。"),
            path=self._path,
            table=stream.table,
            id=stream.id,
        )
