"""Bringing in the office's archive sheet: disputes kept elsewhere until now, one a row, told by their case number."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from mediation_tui.desk import Desk
from mediation_tui.errors import BookError, MediationError
from mediation_tui.exchange.ledger.amending import Amendment
from mediation_tui.exchange.ledger.course import course_of, registration_of
from mediation_tui.exchange.ledger.handlers import handlers_of
from mediation_tui.exchange.ledger.remarks import (
    handler_remarks,
    repetition_remarks,
    row_remarks,
    sheet_remarks,
)
from mediation_tui.exchange.ledger.row import LedgerRow
from mediation_tui.exchange.ledger.series import Key, Series
from mediation_tui.exchange.ledger.sheet import archive_sheets, read_rows, told_once
from mediation_tui.exchange.ledger.spot import village_given
from mediation_tui.exchange.outcome import ImportOutcome
from mediation_tui.exchange.refusals import RowError
from mediation_tui.model.problems import problems_of


class _NotKept(Exception):
    """Ends the transaction without keeping anything."""


@dataclass
class _Tally:
    """What has become of the rows so far."""

    new: list[LedgerRow] = field(default_factory=list)
    changed: list[LedgerRow] = field(default_factory=list)
    same: int = 0
    errors: list[RowError] = field(default_factory=list)
    unknown_handlers: list[str] = field(default_factory=list)


def import_archive(
    desk: Desk, file: Path, *, dry_run: bool = False, village: str | None = None, sheet: str | None = None
) -> ImportOutcome:
    """Take the disputes of an archive sheet into the book: all of the file in one transaction, or nothing.

    A case number the book does not have begins a case; one it has corrects that case or takes it further. The
    key is the committee's series and the number in its one spelling. The same file twice changes nothing.

    Args:
        desk: Whose hand it is.
        file: An xlsx, xls, ods or csv file.
        dry_run: Do everything and then take it back; the outcome is the same as the real run's.
        village: Name or id of the village for rows that name none; without it they go to the town's desk.
        sheet: The tab to read; every one that has the headings unless given.

    Raises:
        SheetError: The file is no such sheet.
        MediationError: The town has no such village.
        BookError: The book could not be written; nothing was.
    """
    town = desk.book.town
    given = village_given(town, village) if village else None
    sheets = archive_sheets(Path(file), sheet)
    read = read_rows(sheets, Path(file), town, given, desk.clock.today())
    intake = _Intake(desk, Series(town))
    keyed = intake.keyed(read.rows)
    rows, repeated, contradicting = told_once(keyed)
    tally = intake.tally
    tally.errors += [*read.errors, *contradicting]
    intake.take_all(rows, keep=not dry_run)
    taken = [*tally.new, *tally.changed]
    notes = (
        *sheet_remarks(sheets),
        *repetition_remarks(repeated),
        *row_remarks(taken),
        *handler_remarks(tally.unknown_handlers),
    )
    errors = tuple(sorted(tally.errors, key=lambda error: error.row))
    return ImportOutcome(len(tally.new), len(tally.changed), tally.same, len(errors), errors, notes)


class _Intake:
    """Takes rows into a book, one after another."""

    def __init__(self, desk: Desk, series: Series) -> None:
        self.tally = _Tally()
        self._desk = desk
        self._town = desk.book.town
        self._people = desk.book.people
        self._series = series

    def keyed(self, rows: tuple[LedgerRow, ...]) -> list[tuple[Key, LedgerRow]]:
        """The rows whose committee there is, with what tells them apart."""
        found = []
        for row in rows:
            try:
                found.append((self._key(row), row))
            except MediationError as error:
                self.tally.errors.append(RowError(row.row, str(error)))
        return found

    def take_all(self, rows: list[LedgerRow], *, keep: bool) -> None:
        """Take every row in; all of them stay only if none was refused and they are to be kept."""
        try:
            with self._desk.together():
                known = self._series.known(self._desk.book, map(self._key, rows))
                for row in rows:
                    self._take(row, known.get(self._key(row)))
                if self.tally.errors or not keep:
                    raise _NotKept
        except _NotKept:
            pass

    def _take(self, row: LedgerRow, case_id: str | None) -> None:
        try:
            with self._desk.together():
                self._count(row, case_id)
        except BookError:
            raise
        except MediationError as error:
            self.tally.errors.append(RowError(row.row, str(error)))
        except ValidationError as error:
            self.tally.errors.append(RowError(row.row, str(problems_of(error))))

    def _count(self, row: LedgerRow, case_id: str | None) -> None:
        village = row.spot.village if row.spot else None
        handlers = handlers_of(row.handlers, self._people, village)
        if case_id is None:
            self._begin(row, handlers.ids)
            self.tally.new.append(row)
        elif Amendment(self._desk, self._desk.book.case(case_id), row, handlers.ids).make():
            self.tally.changed.append(row)
        else:
            self.tally.same += 1
            return
        self.tally.unknown_handlers += handlers.unknown

    def _begin(self, row: LedgerRow, mediators: tuple[str, ...]) -> None:
        course = [(act.data, act.on) for act in course_of(row, mediators)]
        self._desk.register(registration_of(row), row.accepted_on, row.number, course)

    def _key(self, row: LedgerRow) -> Key:
        committee = self._town.committee_of(row.spot.village if row.spot else None)
        return self._series.key(committee.id, row.number)
