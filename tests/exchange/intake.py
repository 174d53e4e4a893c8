"""An office into whose book sheets are brought."""

from __future__ import annotations

from pathlib import Path

from mediation_tui.exchange.archive import import_archive
from mediation_tui.exchange.outcome import ImportOutcome
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from tests.builders import Office
from tests.exchange.ledgers import HEAD, Row, csv_of, number, row


class Intake:
    """An office into whose book sheets are brought."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office.opened(folder)
        self.desk = self.office.desk()
        self.book = self.office.book

    def bring(
        self, *rows: Row, head: Row = HEAD, dry_run: bool = False, village: str | None = None
    ) -> ImportOutcome:
        file = csv_of(self.folder, rows, head)
        return import_archive(self.desk, file, dry_run=dry_run, village=village)

    def refusal(self, *rows: Row, head: Row = HEAD, village: str | None = None) -> str:
        """The sentence a single bad row is refused with; nothing is written."""
        position = self.book.position()
        outcome = self.bring(*rows, head=head, village=village)
        assert self.book.position() == position
        (error,) = outcome.errors
        return str(error)

    def case(self, serial: int = 1) -> Case:
        return self.book.case(self.book.find(number(serial)))

    def only(self, **cells: object) -> Case:
        """The case one row makes."""
        outcome = self.bring(row(**cells))
        assert outcome.errors == ()
        return self.case()

    def kinds(self, case: Case) -> list[EventKind]:
        return [event.kind for event in self.book.events(case.id)]
