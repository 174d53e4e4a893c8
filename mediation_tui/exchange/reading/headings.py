"""Finding the row of headings among titles and merged heads, and what each column means."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.columns import DEEPEST, Names, letter_of, names_at, squeezed
from mediation_tui.exchange.reading.mapped import Mapped
from mediation_tui.exchange.reading.merging import filled_down, spread
from mediation_tui.exchange.reading.raw import RawRow, RawSheet
from mediation_tui.exchange.reading.rows import entries
from mediation_tui.i18n import N_, _

Headings = Mapping[str, Sequence[str]]
"""For each field the headings it goes by in the offices' sheets, the usual one first."""

_TOP = 30
"""Rows looked through for the head."""
_MENTIONED = 20
_IN_BRACKETS = re.compile(r"\([^()]*\)$")


def recognise(sheet: RawSheet, headings: Headings, required: Collection[str] = ()) -> Mapped:
    """Find a sheet's head and body.

    Args:
        sheet: The sheet as it was found.
        headings: The fields looked for.
        required: Fields without which the sheet is of no use.

    Raises:
        SheetError: No row heads the required fields, or none at all; it says what was seen and is needed.
    """
    rows = spread(sheet)
    known = {field: frozenset(map(squeezed, names)) for field, names in headings.items()}
    best = _best_row(rows, known)
    if best is None:
        raise _unrecognised(_first_filled(rows), headings, required or tuple(headings))
    bottom = _bottom(sheet, best)
    names = names_at(rows, bottom)
    columns = _assigned([name.squeezed() for name in names], known)
    if lacking := [field for field in required if field not in columns]:
        raise _unrecognised(rows[bottom], headings, lacking)
    body, skipped = entries(sheet.rows[bottom + 1 :], filled_down(sheet)[bottom + 1 :], rows[bottom])
    unmapped = _unmapped(names, frozenset(columns.values()), body)
    shown = {field: names[column].narrow for field, column in columns.items()}
    return Mapped(sheet, rows[bottom].number, columns, shown, unmapped, body, skipped)


def recognise_all(
    sheets: Sequence[RawSheet], headings: Headings, required: Collection[str] = ()
) -> tuple[Mapped, ...]:
    """Every sheet of a file that has such a head; other sheets are left alone.

    Raises:
        SheetError: None has; it says what the first one shows.
    """
    found: list[Mapped] = []
    refusals: list[SheetError] = []
    for sheet in sheets:
        try:
            found.append(recognise(sheet, headings, required))
        except SheetError as refusal:
            refusals.append(refusal)
    if not found:
        raise refusals[0]
    return tuple(found)


def _best_row(rows: Sequence[RawRow], known: Mapping[str, frozenset[str]]) -> int | None:
    """The place of the first row whose own cells head the most fields; None if no row heads any."""

    def fields(place: int) -> int:
        own = (name.squeezed()[:2] for name in names_at(rows, place, inherit=False))
        return len(_assigned(list(own), known))

    best = max(range(min(_TOP, len(rows))), key=fields, default=None)
    return best if best is not None and fields(best) else None


def _bottom(sheet: RawSheet, best: int) -> int:
    """The place of the lowest row of a head, as far as cells merged downwards tell."""
    first = sheet.rows[0].number
    number = first + best
    reaching = (area.bottom for area in sheet.merged if area.top <= number <= area.bottom)
    return min(max(reaching, default=number), number + DEEPEST - 1, sheet.rows[-1].number) - first


def _assigned(names: Sequence[Sequence[str]], known: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Which column each field stands in; a more telling name goes first, each column means one field."""
    columns: dict[str, int] = {}
    for level in range(max(map(len, names), default=0)):
        for field, synonyms in known.items():
            for column, levels in enumerate(names):
                name = levels[level]
                if field in columns or column in columns.values() or not name:
                    continue
                if name in synonyms or _IN_BRACKETS.sub("", name) in synonyms:
                    columns[field] = column
    return dict(sorted(columns.items(), key=lambda found: found[1]))


def _unmapped(names: Sequence[Names], taken: frozenset[int], body: Sequence[RawRow]) -> dict[str, int]:
    """The columns that mean none of the fields but say something, by a heading no other column has."""
    width = max((len(row.cells) for row in body), default=0)
    headings: dict[str, int] = {}
    for column in range(max(width, len(names))):
        if column in taken or not any(row.cell(column) is not None for row in body):
            continue
        heading = names[column].narrow if column < len(names) else ""
        if not heading or heading in headings:
            heading = _("{heading}（{letter} 列）").format(heading=heading, letter=letter_of(column))
        headings[heading] = column
    return headings


def _first_filled(rows: Sequence[RawRow]) -> RawRow:
    """The row a reader would take for the head: the first with several cells, else the first with any."""
    several = (row for row in rows if len(row.filled) > 1)
    return next(several, next(row for row in rows if row.filled))


def _unrecognised(row: RawRow, headings: Headings, lacking: Collection[str]) -> SheetError:
    seen = tuple(dict.fromkeys("".join(str(cell).split()) for cell in row.filled))
    return SheetError(
        N_("没有认出表头：第 {row} 行写的是 {seen}；还需要 {needed}"),
        row=row.number,
        seen=seen[:_MENTIONED],
        needed=tuple(headings[field][0] for field in lacking),
    )
