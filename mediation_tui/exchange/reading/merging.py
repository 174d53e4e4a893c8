"""Merged cells read the way they are meant: what stands in the corner counts for the whole area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mediation_tui.exchange.reading.raw import Merged, RawRow, RawSheet, Value


def spread(sheet: RawSheet) -> tuple[RawRow, ...]:
    """The rows with every merged area filled, as headings are read; a title over everything stays put."""
    width = max((len(row.cells) for row in sheet.rows), default=0)
    return _filled(sheet.rows, (area for area in sheet.merged if area.right - area.left + 1 < width))


def filled_down(sheet: RawSheet) -> tuple[RawRow, ...]:
    """The rows with words and dates repeated down their merged area: one village for several disputes.

    Numbers stay where they are, for an amount repeated would be counted twice.
    """
    columns = (
        Merged(area.top, area.left, area.bottom, area.left)
        for area in sheet.merged
        if area.bottom > area.top and not _is_number(_corner(sheet.rows, area))
    )
    return _filled(sheet.rows, columns)


def _filled(rows: tuple[RawRow, ...], areas: Iterable[Merged]) -> tuple[RawRow, ...]:
    given: dict[int, dict[int, Value]] = defaultdict(dict)
    for area in areas:
        for number in range(area.top, area.bottom + 1):
            given[number] |= dict.fromkeys(range(area.left, area.right + 1), _corner(rows, area))
    return tuple(_with(row, given[row.number]) if row.number in given else row for row in rows)


def _with(row: RawRow, given: dict[int, Value]) -> RawRow:
    width = max(len(row.cells), max(given) + 1)
    return RawRow(row.number, tuple(given.get(column, row.cell(column)) for column in range(width)))


def _corner(rows: tuple[RawRow, ...], area: Merged) -> Value:
    place = area.top - rows[0].number
    return rows[place].cell(area.left) if 0 <= place < len(rows) else None


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
