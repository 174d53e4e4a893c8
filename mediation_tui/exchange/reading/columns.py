"""How the columns of a sheet are headed, by one row of headings or by a merged head of several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediation_tui.exchange.reading.raw import RawRow
from mediation_tui.exchange.reading.values import text_of

DEEPEST = 5
"""Rows a merged head may have."""

_DECORATION = re.compile(r"[\s*:']+")


@dataclass(frozen=True)
class Names:
    """How one column is headed.

    Attributes:
        narrow: The heading right above the body.
        wide: The one above that, where the head has more than one row.
    """

    narrow: str
    wide: str

    def squeezed(self) -> tuple[str, str, str]:
        """The names it may go by, the most telling first: both together, the narrow one, the wide one."""
        both = self.wide + self.narrow if self.wide and self.narrow else ""
        return squeezed(both), squeezed(self.narrow), squeezed(self.wide)


def names_at(rows: Sequence[RawRow], place: int, *, inherit: bool = True) -> list[Names]:
    """How every column is headed if the head ends at a row.

    Args:
        rows: The sheet's rows, merged areas filled.
        place: Where the head ends.
        inherit: Whether an empty cell takes the heading above it.
    """
    head = tuple(_head_upwards(rows, place))
    width = max(len(row.cells) for row in head)
    return [_names([_shown(row, column) for row in head], inherit) for column in range(width)]


def _names(upwards: Sequence[str], inherit: bool) -> Names:
    """The two narrowest different headings of a column, read from the body upwards."""
    said = [text for text in dict.fromkeys(upwards) if text]
    if not upwards[0] and not inherit:
        return Names("", said[0] if said else "")
    narrow, wide = (*said, "", "")[:2]
    return Names(narrow, wide)


def _head_upwards(rows: Sequence[RawRow], place: int) -> Iterator[RawRow]:
    """The row and those above it that may belong to the same head: no title, no 填报单位 line, no gap."""
    yield rows[place]
    for row in reversed(rows[max(0, place - DEEPEST + 1) : place]):
        texts = {text_of(cell) or "" for cell in row.filled}
        if len(texts) < 2 or any(":" in text or "：" in text for text in texts):
            return
        yield row


def _shown(row: RawRow, column: int) -> str:
    """A heading without spaces and line breaks, otherwise as it stands."""
    return "".join((text_of(row.cell(column)) or "").split())


def squeezed(heading: str) -> str:
    """A heading without what offices put around it: stars, spaces, line breaks, wide letters."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", heading)).casefold()


def letter_of(column: int) -> str:
    """A column's letters as spreadsheets show them: A, Z, AA."""
    before, last = divmod(column, 26)
    return (letter_of(before - 1) if before else "") + chr(ord("A") + last)
