"""Bringing in the office's roster: its villages, grids and people in one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediation_tui.desk import Desk
from mediation_tui.errors import MediationError, SheetError
from mediation_tui.exchange.cells import Cells
from mediation_tui.exchange.members.checks import roster_warnings
from mediation_tui.exchange.members.committees import committees_of
from mediation_tui.exchange.members.export import export_roster
from mediation_tui.exchange.members.headings import HEADINGS, VILLAGE
from mediation_tui.exchange.members.people import People
from mediation_tui.exchange.members.places import Places
from mediation_tui.exchange.members.row import RosterRow, read_roster_row
from mediation_tui.exchange.outcome import RosterOutcome
from mediation_tui.exchange.reading.files import read_sheets
from mediation_tui.exchange.reading.headings import recognise_all
from mediation_tui.exchange.refusals import BadRows, RowError
from mediation_tui.i18n import N_
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town

__all__ = ["export_roster", "import_roster"]


@dataclass(frozen=True)
class _Roster:
    """A town and its people."""

    town: Town
    people: tuple[Person, ...]


def import_roster(desk: Desk, file: Path) -> RosterOutcome:
    """Bring the roster to what a sheet says: all of it in one transaction, or nothing.

    Whoever and whatever is not in the sheet stays; an empty cell says nothing; a person leaves only by 状态 离任.
    The same file twice changes nothing, and then nothing is written.

    Args:
        desk: Whose hand it is.
        file: An xlsx, xls, ods or csv file with the roster's headings.

    Raises:
        SheetError: The file is no such sheet, or another town's.
        BadRows: With every row that cannot be taken in.
    """
    (mapped, *others) = recognise_all(read_sheets(Path(file)), HEADINGS, (VILLAGE,))
    if others or not mapped.body:
        sentence = N_("名册只能有一张表：{path}") if others else N_("表头下面没有一行名册：{path}")
        raise SheetError(sentence, path=file)
    errors: list[RowError] = []
    rows = [row for raw in mapped.body if (row := _read(Cells(mapped, raw), errors))]
    before = _Roster(desk.book.town, desk.book.people)
    after, named, remarks = _merged(before, rows, errors)
    if errors:
        raise BadRows(sorted(errors, key=lambda error: error.row))
    if after != before:
        desk.keep_roster(after.town, after.people)
    warnings = (*remarks, *roster_warnings(after.town, after.people, desk.clock.today()))
    return _outcome(before, after, named, warnings)


def _read(cells: Cells, errors: list[RowError]) -> RosterRow | None:
    try:
        return read_roster_row(cells)
    except MediationError as error:
        errors.append(RowError(cells.number, str(error)))
        return None


def _merged(
    before: _Roster, rows: list[RosterRow], errors: list[RowError]
) -> tuple[_Roster, set[str], list[str]]:
    """The roster with everything the rows say, the ids they name, and what to know about it."""
    name, office = _titled(before.town, rows)
    places = Places(before.town)
    spots = list(_placed(places, rows, errors))
    templates = {village: str(row.template) for row, village, _grid in spots if row.template}
    committees = committees_of(before.town, name, places.villages, templates)
    town = Town(name=name, office=office, villages=places.villages, committees=committees)
    people = People(before.people, town)
    for row, village, grid in spots:
        _take_person(people, row, village, grid, errors)
    return _Roster(town, people.everyone), places.named | set(people.named), people.namesakes


def _placed(
    places: Places, rows: list[RosterRow], errors: list[RowError]
) -> Iterator[tuple[RosterRow, str | None, str | None]]:
    """The rows with the ids of their village and grid."""
    for row in rows:
        try:
            village, grid = places.take(row)
        except MediationError as error:
            errors.append(RowError(row.row, str(error)))
        else:
            yield row, village, grid


def _take_person(
    people: People, row: RosterRow, village: str | None, grid: str | None, errors: list[RowError]
) -> None:
    if row.member is None:
        return
    try:
        people.take(row.member, village, grid, row.row)
    except MediationError as error:
        errors.append(RowError(row.row, str(error)))


def _titled(town: Town, rows: list[RosterRow]) -> tuple[str, str]:
    """The town's name and its office as the sheet gives them; a book with villages keeps its town's name.

    Raises:
        SheetError: The sheet is about several towns, or about another than the book.
    """
    names = list(dict.fromkeys(row.town for row in rows if row.town)) or [town.name]
    offices = list(dict.fromkeys(row.office for row in rows if row.office)) or [town.office]
    for said in (names, offices):
        if len(said) > 1:
            raise SheetError(N_("名册里写了不止一个乡镇或司法所：{names}"), names=tuple(said))
    if town.villages and names[0] != town.name:
        raise SheetError(N_("这是{ours}的案件簿，名册却是{theirs}的"), ours=town.name, theirs=names[0])
    return names[0], offices[0]


def _outcome(before: _Roster, after: _Roster, named: set[str], warnings: tuple[str, ...]) -> RosterOutcome:
    old, new = dict(_entries(before)), dict(_entries(after))
    added = sum(each not in old for each in named)
    changed = sum(old.get(each, new[each]) != new[each] for each in named)
    return RosterOutcome(
        added=added,
        changed=changed,
        same=len(named) - added - changed,
        people=len(after.people),
        villages=len(after.town.villages),
        grids=sum(len(village.grids) for village in after.town.villages),
        warnings=warnings,
    )


def _entries(roster: _Roster) -> Iterator[tuple[str, Any]]:
    """Every village, grid and person by id, a village with its committee and without its grids."""
    committees = {committee.village: committee for committee in roster.town.committees}
    for village in roster.town.villages:
        yield village.id, (village.model_copy(update={"grids": ()}), committees.get(village.id))
        yield from ((grid.id, grid) for grid in village.grids)
    yield from ((person.id, person) for person in roster.people)
