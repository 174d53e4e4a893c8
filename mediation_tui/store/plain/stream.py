"""Reading `{table: {id: document}}` one document at a time, however it is laid out.

A book of ten years is a gigabyte of JSON; as Python objects it would be several times that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

_CHUNK = 1 << 16
_LARGEST = 1 << 26
_BLANK = re.compile(r"[ \t\r\n]*")


class NotPlain(ValueError):
    """The text is not JSON of that form."""


def _no_number(name: str) -> float:
    raise NotPlain(name)


_decoder = json.JSONDecoder(parse_constant=_no_number)


class Stream:
    """A text that is read forward.

    Args:
        file: Where it comes from.

    Attributes:
        table: The table being read; empty before the first.
        id: The id being read; empty between tables.
    """

    def __init__(self, file: TextIO) -> None:
        self.table = self.id = ""
        self._file = file
        self._text = ""
        self._place = 0

    def tables(self) -> Iterator[tuple[str, Iterator[tuple[str, Any]]]]:
        """Each table's name with its ids and documents, which are to be read before the next is asked for.

        Raises:
            NotPlain: The text is something else, or not whole.
            UnicodeDecodeError: It is no text.
        """
        for table in self._members():
            self.table, self.id = table, ""
            yield table, self._documents()
        if self._next():
            raise NotPlain

    def _documents(self) -> Iterator[tuple[str, Any]]:
        for doc_id in self._members():
            self.id = doc_id
            yield doc_id, self._value()

    def _members(self) -> Iterator[str]:
        """The keys of an object, the text standing at the value of each when it is given."""
        self._take("{")
        if self._next() == "}":
            self._take("}")
            return
        while True:
            self._next()
            key = self._value()
            if not isinstance(key, str):
                raise NotPlain
            self._take(":")
            yield key
            if self._next() == "}":
                self._take("}")
                return
            self._take(",")

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise NotPlain
        self._place += 1

    def _next(self) -> str:
        """The next sign that is no blank, not taken yet; empty at the end."""
        while True:
            blank = _BLANK.match(self._text, self._place)
            self._place = blank.end() if blank else self._place
            if self._place < len(self._text) or not self._more(_CHUNK):
                return self._text[self._place : self._place + 1]

    def _value(self) -> Any:
        """The next value; more is read for as long as it is not whole."""
        self._next()
        size = _CHUNK
        while True:
            try:
                value, end = _decoder.raw_decode(self._text, self._place)
            except NotPlain:
                raise
            except (ValueError, RecursionError) as error:
                if size > _LARGEST or not self._more(size):
                    raise NotPlain from error
                size *= 2
                continue
            if end == len(self._text) and self._more(size):  # a number may go on
                continue
            self._place = end
            return value

    def _more(self, size: int) -> bool:
        """Read on, letting go of what was taken; whether there was anything."""
        read = self._file.read(size)
        self._text = self._text[self._place :] + read
        self._place = 0
        return bool(read)
