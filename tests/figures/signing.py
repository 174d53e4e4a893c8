"""An office that signs its quarter on the second of July and looks at it again on the twentieth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mediation_tui.figures.issued.drafting import Wanted, changes_of, drafted_report
from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.lines import By
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import Correctable, EventData, EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import Changes, FrozenChange, Report
from mediation_tui.model.vocabulary import Channel, Performance
from tests.builders import Office, valid
from tests.figures.known import QUARTER, a_quarter

SIGNED_ON, LATER = date(2026, 7, 2), date(2026, 7, 20)
JUNE = date(2026, 6, 20)
RELAPSE = happened.VisitMade(
    channel=Channel.PHONE, whom="当事人", performance=Performance.DONE, relapsed=True
)


@dataclass
class Signing:
    """The office, at a day its clock tells."""

    office: Office

    def drafted(
        self, kind: str = STATEMENT, by: By = By.VILLAGE, description: str = "", period: Period = QUARTER
    ) -> Report:
        """Count the quarter, or another period."""
        return drafted_report(self.office.book, self.office.clock, Wanted(kind, by, description), period)

    def draft(self, kind: str = STATEMENT, **more: Any) -> Report:
        """Count it and keep it as a draft."""
        report = self.drafted(kind, **more)
        self.office.desk().draft_report(report)
        return report

    def sign(self, kind: str = STATEMENT, **more: Any) -> Report:
        """Count it, look it through and sign it."""
        report = self.draft(kind, **more)
        self.office.desk("o1").review_report(report.id)
        self.office.desk("o1").issue_report(report.id, "张司法", SIGNED_ON)
        return report

    def later(self) -> None:
        """Turn the calendar to when it is looked at again."""
        self.office.on(LATER)

    def case(self, serial: int) -> Case:
        """The case of a number."""
        return self.office.book.case(self.office.book.find(f"（2026）共和民调字第{serial}号"))

    def do(self, case: Case, act: EventData | EventKind, on: date | None = None) -> None:
        """Write down today what happened on a day."""
        today = self.office.clock.today()
        data = valid(act, self.office.book.case(case.id), today) if isinstance(act, EventKind) else act
        self.office.desk().record(case.id, data, on or today)

    def correct(self, case: Case, changes: Mapping[Correctable, Any]) -> None:
        """Put details right."""
        self.office.desk().correct(case.id, changes, "填错")

    def changes(self, report: Report) -> Changes:
        """What became of a report."""
        return changes_of(self.office.book, self.office.clock, report)


@contextmanager
def the_office(folder: Path) -> Iterator[Signing]:
    """The office on the day it signs."""
    office = a_quarter(folder)
    with closing(office.book):
        office.on(SIGNED_ON)
        yield Signing(office)


def at(changes: Changes, column: str, line: str = "total") -> FrozenChange:
    """The one change in a place."""
    (found,) = (change for change in changes.changes if (change.line, change.column) == (line, column))
    return found
