"""The door to the figures: everything that is counted of one period, read once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.lines import By, lines_of
from mediation_tui.figures.population import DATES, Population
from mediation_tui.figures.records import Records, require_sound
from mediation_tui.figures.statement import Statement, statement_of
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.making import TableMaker
from mediation_tui.figures.tables.table import Table
from mediation_tui.model.facts import CaseFacts, Countable
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched


class PeriodFigures:
    """What an office's records say of a period; all of it from the same cases, at the same instant.

    Args:
        records: The cases, as they are or were known.
        period: From which day to which.
        proven: Whether every case that may count is first proven to be what was written, as for what is printed or
            signed.
        progress: Told how many records have been proven.

    Raises:
        InvalidEntry: The period has not begun yet on the day of knowledge.
    """

    def __init__(
        self, records: Records, period: Period, *, proven: bool = False, progress: Progress = unwatched
    ) -> None:
        self.records = records
        self.period = period
        self._proven, self._progress = proven, progress
        self.basis = Basis(period, records.as_of, records.known_on, DATES)

    def statement(self, by: By = By.VILLAGE) -> Statement:
        """The statement, by villages, grids or categories.

        Raises:
            UnbalancedStatement: Something does not add up; the error names the sum and the cases.
            DamagedBook: A case is not what was written, or cannot be read; the error names it.
        """
        lines = lines_of(self.records.town, by)
        with keeping_all():
            return statement_of(self.population, lines, self.records.rules.late_after_days, by)

    def table(self, description: TableDescription) -> Table:
        """An official table.

        Raises:
            UnbalancedStatement: A sum does not hold; the error names it and the cases.
            DamagedBook: A case is not what was written, or cannot be read; the error names it.
        """
        town, crosswalk = self.records.town, self.records.rules.crosswalk
        with keeping_all():
            return TableMaker(description, town, crosswalk, self.population, self.year).table()

    def prove(self) -> None:
        """Prove that every case the figures may count is what was written.

        Raises:
            DamagedBook: One is not; the error names it.
        """
        require_sound(self.records, self._read, self._progress)

    def in_hand(self) -> tuple[CaseFacts, ...]:
        """Everything known of the cases that were in hand, oldest number first.

        Raises:
            DamagedBook: A case is not what was written, or cannot be read; the error names it.
        """
        passing = self.population.passage_of
        return tuple(facts for facts in self.records.facts(self.period) if facts.id in passing)

    @cached_property
    def population(self) -> Population:
        """The disputes of the period."""
        return Population(self._facts, self.basis, partial(self.records.registers, self.period))

    @cached_property
    def year(self) -> Population:
        """The disputes of the year of the last day counted, up to the period's last day."""
        if self._year == self.period:
            return self.population
        basis = replace(self.basis, period=self._year)
        return Population(self._facts, basis, partial(self.records.registers, self._year))

    @cached_property
    def _facts(self) -> tuple[Countable, ...]:
        if self._proven:
            self.prove()
        return tuple(self.records.counted(self._read))

    @property
    def _read(self) -> Period:
        """The days whose cases are read."""
        return Period(min(self.period.first, self._year.first), self.period.last)

    @property
    def _year(self) -> Period:
        """The year so far; of a week over New Year that is the old year for as long as the new one has not come."""
        year = Period.year(self.basis.counted_to.year)
        return Period(year.first, min(year.last, self.period.last))
