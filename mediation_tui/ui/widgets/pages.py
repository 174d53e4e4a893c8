"""Rows read a page at a time, as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence

from mediation_tui.ui.widgets.row import Row

Fetch = Callable[[int, int], Sequence[Row]]
"""`fetch(offset, limit)`: so many rows from a place on; fewer only at the end."""

PAGE = 100
_KEPT = 16


class Pages:
    """The rows of a long list, of which only those looked at are ever read.

    Args:
        total: How many rows there are.
        fetch: Reads some of them.
    """

    def __init__(self, total: int, fetch: Fetch) -> None:
        self.total = total
        self._fetch = fetch
        self._read: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def row(self, index: int) -> Row | None:
        """The row at a place; None beyond the ends or where the list has become shorter."""
        if not 0 <= index < self.total:
            return None
        page = self._page(index // PAGE)
        return page[index % PAGE] if index % PAGE < len(page) else None

    def find(self, key: Hashable, near: int) -> int | None:
        """Where a key is, looked for on the page of a place and the pages beside it."""
        for number in self._pages_near(near):
            for place, row in enumerate(self._page(number)):
                if row.key == key and not row.heading:
                    return number * PAGE + place
        return None

    def selectable(self, start: int, step: int) -> int | None:
        """The first place from `start` on, in steps of 1 or -1, that the cursor may stand on."""
        index = start
        while 0 <= index < self.total:
            row = self.row(index)
            if row is not None and not row.heading:
                return index
            index += step
        return None

    def _pages_near(self, index: int) -> Iterator[int]:
        middle = index // PAGE
        return (page for page in (middle, middle - 1, middle + 1) if 0 <= page * PAGE < self.total)

    def _page(self, number: int) -> Sequence[Row]:
        if number in self._read:
            self._read.move_to_end(number)
            return self._read[number]
        page = self._fetch(number * PAGE, min(PAGE, self.total - number * PAGE))
        self._read[number] = page
        if len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return page
