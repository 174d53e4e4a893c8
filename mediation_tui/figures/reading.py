"""The door to the figures: everything that is counted of one period, read once."""

from __future__ import annotations

from datetime import date
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
from mediation_tui.model.facts import Countable
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

    @cached_property
    def population(self) -> Population:
        """The disputes of the period."""
        return Population(self._facts, self.basis, partial(self.records.registers, self.period))

    @cached_property
    def year(self) -> Population:
        """The disputes of the year in which the period ends, up to the period's last day."""
        if self.period.first == self._new_year:
            return self.population
        period = Period(self._new_year, self.period.last)
        basis = Basis(period, self.basis.as_of, self.basis.known_on, DATES)
        return Population(self._facts, basis, partial(self.records.registers, period))

    @cached_property
    def _facts(self) -> tuple[Countable, ...]:
        read = Period(min(self.period.first, self._new_year), self.period.last)
        if self._proven:
            require_sound(self.records, read, self._progress)
        return tuple(self.records.counted(read))

    @property
    def _new_year(self) -> date:
        return date(self.period.last.year, 1, 1)
