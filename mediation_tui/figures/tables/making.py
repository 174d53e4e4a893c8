"""Making a table of its description: every line, every column, and the sums proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from mediation_tui.figures.cases import together
from mediation_tui.figures.figure import CaseIds, Figure
from mediation_tui.figures.phrase import PeriodName, Phrase
from mediation_tui.figures.population import Population, fact
from mediation_tui.figures.registers import UNKNOWN, Registers
from mediation_tui.figures.tables.counting import Counter
from mediation_tui.figures.tables.description import Item, TableDescription
from mediation_tui.figures.tables.places import units_of
from mediation_tui.figures.tables.proving import Row, require_sums, require_total
from mediation_tui.figures.tables.sets import Traits
from mediation_tui.figures.tables.table import Table, TableColumn, TableLine
from mediation_tui.figures.tables.words import Across, Field, Lines
from mediation_tui.i18n import N_
from mediation_tui.model.facts import Countable
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Category, Level
from mediation_tui.rules.crosswalk import Crosswalk

_LEVELS = {
    Across.TOWN: (Level.TOWN, Level.COUNTY),
    Across.VILLAGE: (Level.GRID, Level.VILLAGE),
    Across.TOGETHER: tuple(Level),
}


@dataclass(frozen=True)
class TableMaker:
    """What makes one table of one period.

    Attributes:
        description: How it is made.
        town: The office's places.
        crosswalk: How the office sorts its disputes into governance types.
        population: The disputes of the period.
        year: Those from the first day of the year of the last day counted to the period's last day.
    """

    description: TableDescription
    town: Town
    crosswalk: Crosswalk
    population: Population
    year: Population

    def table(self) -> Table:
        """The table, its sums proven.

        Raises:
            UnbalancedStatement: A sum does not hold; the error names it and the cases.
        """
        by_item = self.description.lines is Lines.ITEMS
        lines = self._item_lines() if by_item else self._place_lines()
        return Table(
            description=self.description,
            title=self._title(),
            basis=self.population.basis,
            corner=Phrase(self.description.lines.source),
            columns=tuple(self._levels() if by_item else self._items()),
            lines=lines,
            facts=self._behind(lines),
            proposed=self._proposed(),
        )

    @cached_property
    def _traits(self) -> Traits:
        return Traits(self.town, self.crosswalk)

    @cached_property
    def _counter(self) -> Counter:
        return Counter(self.description, self.population, self._traits)

    @cached_property
    def _year_counter(self) -> Counter:
        if self.year is self.population:
            return self._counter
        return Counter(self.description, self.year, self._traits)

    @cached_property
    def _together(self) -> Row:
        """Every item, counted among all disputes of the period."""
        return self._row(self.population.everybody, self._registers)

    @cached_property
    def _columns(self) -> Mapping[Across, tuple[Counter, CaseIds, Registers]]:
        """For each column of a table whose lines are items what counts it, and among what.

        Rounds are those of villages and grids; of the town's own nobody keeps a record.
        """
        levels = {
            across: (
                self._counter,
                self.population.having(self._traits[Field.LEVEL], of),
                UNKNOWN if across is Across.TOWN else self._registers,
            )
            for across, of in _LEVELS.items()
        }
        year = self._year_counter, self.year.everybody, self.year.registers
        return {**levels, Across.YEAR: year}

    def _title(self) -> Phrase:
        period = self.population.basis.period
        facts = {
            "year": period.last.year,
            "month": period.last.month,
            "period": PeriodName(period),
            "town": self.town.name,
            "office": self.town.office,
        }
        return Phrase(self.description.title, self.description.title_en or "", facts)

    # One line for each place, one column for each item

    def _place_lines(self) -> tuple[TableLine, ...]:
        units = units_of(self.description.lines, self.town, self.population)
        rows = [(unit, self._row(unit.cases, self._registers.at(*unit.place))) for unit in units]
        together, name = self._together, Phrase(N_("合计"))
        require_sums(self.description, [*((unit.name, row) for unit, row in rows), (name, together)])
        require_total([row for _unit, row in rows], together)
        lines = [TableLine(unit.id, unit.name, self._shown(row)) for unit, row in rows]
        total = TableLine("", name, self._shown(together), total=True)
        return (total, *lines) if self.description.total_first else (*lines, total)

    def _row(self, cases: CaseIds, registers: Registers) -> Row:
        return {item.id: self._counter.figure(item, cases, registers) for item in self.description.item}

    @property
    def _registers(self) -> Registers:
        return self.population.registers

    @cached_property
    def _headings(self) -> Mapping[str, tuple[Phrase, ...]]:
        """What stands over each item shown; it may have the number of an item in it, of all places together."""
        totals = {name: figure.text for name, figure in self._together.items()}
        return {
            item.id: tuple(Phrase(heading.source, heading.english, totals) for heading in item.headings)
            for item in self.description.item
            if item.shown
        }

    def _shown(self, row: Row) -> tuple[Figure, ...]:
        return tuple(replace(row[id_], name=headings[-1]) for id_, headings in self._headings.items())

    def _items(self) -> Iterator[TableColumn]:
        return (TableColumn(id_, headings) for id_, headings in self._headings.items())

    # One line for each item, one column for each level

    def _item_lines(self) -> tuple[TableLine, ...]:
        across = self.description.across
        figures = {
            item.id: [self._across(item, column) for column in across] for item in self.description.item
        }
        for place, column in enumerate(across):
            row = {name: numbers[place] for name, numbers in figures.items()}
            require_sums(self.description, [(Phrase(column.source), row)])
        return tuple(
            TableLine(item.id, Phrase.joined(item.headings), tuple(figures[item.id]))
            for item in self.description.item
            if item.shown
        )

    def _across(self, item: Item, across: Across) -> Figure:
        counter, within, registers = self._columns[across]
        return counter.figure(item, within, registers)

    def _levels(self) -> Iterator[TableColumn]:
        for across in self.description.across:
            yield TableColumn(across.value, (Phrase(across.source),))

    def _behind(self, lines: Iterable[TableLine]) -> Mapping[str, Countable]:
        """What is known of the cases behind these lines."""
        counted = frozenset(together(figure.behind for line in lines for figure in line.figures))
        known = {**self.year.by_id, **self.population.by_id}
        return {case: facts for case, facts in known.items() if case in counted}

    def _proposed(self) -> CaseIds:
        """The cases sorted by a governance type that is only proposed."""
        asking = [item for item in self.description.item if Field.GOVERNANCE in item.where]
        unsure = self.population.having(
            fact("category"), (kind for kind in Category if self.crosswalk.asks(kind))
        )
        counted = unsure & together(self._together[item.id].cases for item in asking)
        return frozenset(
            case for case in counted if self.crosswalk.open_question(self.population.by_id[case])
        )
