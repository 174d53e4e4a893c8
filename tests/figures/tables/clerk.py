"""The clerk's five sheets beside the program's five tables, compared cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from mediation_tui.clock import SetClock
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Records
from mediation_tui.figures.registers import UNKNOWN, Registers, registers_of
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.figures.tables.table import Table
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Book
from tests.builders import PEOPLE, Walk
from tests.figures import recount
from tests.figures.recount.registers import read_rounds
from tests.strategies import WIDE_TOWN

TODAY = date(2028, 1, 4)
"""A day on which everything that happens in the walks has happened."""

TABLES = ("ministry", "governance", "county", "prevention", "balance")

Exported = Sequence[Sequence[dict[str, Any]]]


@dataclass(frozen=True)
class Walked:
    """The records of an office whose cases were walked, without a book; its rounds and questions may be in one."""

    walks: Sequence[Walk]
    town: Town = WIDE_TOWN
    known_on: date = TODAY
    people: tuple[Person, ...] = PEOPLE
    kept: Book | None = None

    @property
    def as_of(self) -> datetime:
        return SetClock.on(self.known_on).now()

    @property
    def rules(self) -> RuleSet:
        return shipped_rules()

    @property
    def calendar(self) -> WorkingDays:
        return WorkingDays.shipped()

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        return iter(self._facts)

    def counted(self, period: Period) -> Iterator[CaseFacts]:
        return self.facts()

    def registers(self, period: Period) -> Registers:
        return registers_of(self.kept, period, self.known_on) if self.kept else UNKNOWN

    def cases(self, ids: CaseIds) -> Iterator[Case]:
        return (walk.case for walk in self.walks if walk.case.id in ids)

    @cached_property
    def _facts(self) -> tuple[CaseFacts, ...]:
        return tuple(walk.facts() for walk in self.walks)


def tables_of(records: Records, period: Period) -> dict[str, Table]:
    """The program's tables of a period."""
    figures = PeriodFigures(records, period)
    return {name: figures.table(shipped_table(name)) for name in TABLES}


def table_of(walks: Iterable[Walk], period: Period, description: TableDescription | str) -> Table:
    """One table of some walks."""
    described = shipped_table(description) if isinstance(description, str) else description
    return PeriodFigures(Walked(tuple(walks)), period).table(described)


def exported(walks: Iterable[Walk]) -> Exported:
    """The walks' events as `case events --json` would print them."""
    return [[json.loads(event.model_dump_json()) for event in walk.events] for walk in walks]


def sheets_of(
    events: Exported, town: Town, period: Period, slips: Sequence[dict[str, Any]] = ()
) -> dict[str, recount.Sheet]:
    """The clerk's sheets of a period, from exported events, the exported roster and the exported slips of rounds."""
    files = [recount.read(each) for each in events]
    roster = json.loads(town.model_dump_json())
    first, last, rounds = period.first, period.last, read_rounds(slips)
    return {
        "ministry": recount.ministry(files, roster, first, last),
        "governance": recount.governance(files, first, last, rounds),
        "county": recount.county(files, roster, first, last),
        "prevention": recount.prevention(files, roster, first, last, rounds),
        "balance": recount.balance(files, roster, first, last),
    }


def agree(tables: Mapping[str, Table], walks: Iterable[Walk], town: Town = WIDE_TOWN) -> None:
    """All five tables beside the clerk's."""
    period = tables["ministry"].basis.period
    sheets = sheets_of(exported(walks), town, period)
    for name, sheet in sheets.items():
        compare(tables[name], sheet)


def compare(table: Table, sheet: recount.Sheet) -> None:
    """Every line, heading and cell of a table beside the clerk's."""
    by_item = bool(table.description.across)
    lines = [None if line.total else line.id for line in table.lines]
    if by_item:
        assert [str(line.name) for line in table.lines] == sheet.headings
        lines = [str(number) for number in range(1, len(lines) + 1)]
    else:
        narrow = len(sheet.headings[0].split())
        assert [_heading(column.headings, narrow) for column in table.columns] == sheet.headings
    assert lines == sheet.lines
    for name, line in zip(lines, table.lines, strict=True):
        for place, figure in enumerate(line.figures):
            cell, where = sheet.cells[name, place], (table.description.id, str(line.name), place)
            assert set(figure.cases) == cell.cases, where
            assert figure.text == cell.printed, where
            assert figure.whole == cell.whole, where
    assert {(name, place) for name in lines for place in range(len(table.lines[0].figures))} == set(
        sheet.cells
    )


def _heading(headings: Sequence[Phrase], narrow: int) -> str:
    """The headings over a column, or only the narrowest where the clerk wrote down no others."""
    return " ".join(map(str, headings[-1:] if narrow == 1 else headings))
