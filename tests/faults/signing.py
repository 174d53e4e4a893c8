"""Who is killed while a report is signed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from mediation_tui.bootstrap import open_book
from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.figures.issued.drafting import Wanted, drafted_report
from mediation_tui.figures.issued.freezing import STATEMENT
from tests.faults.fuses import die, fuse_of_statements
from tests.figures.known import DAY, QUARTER, a_quarter


def a_reviewed_report(folder: Path) -> str:
    """The quarter's book with its statement drafted and reviewed, closed; where it is."""
    office = a_quarter(folder)
    with closing(office.book) as book:
        report = drafted_report(book, office.clock, Wanted(STATEMENT), QUARTER)
        office.desk().draft_report(report)
        office.desk().review_report(report.id)
    return book.location


def rehearse() -> None:
    """Do everything once, so that all of it is imported before the first life begins."""
    with TemporaryDirectory() as folder, closing(open_book(a_reviewed_report(Path(folder)))) as book:
        sign(Desk(book, "m1", SetClock.on(DAY)))


def sign(desk: Desk) -> None:
    """Sign the one report there is."""
    (head,) = desk.book.reports()
    desk.issue_report(head.id, "张司法", DAY)


def die_signing(location: str, number: int) -> None:
    """Die when SQLite is about to run a statement of the signing, counted from 0, or when it is done."""
    fuse = fuse_of_statements()
    desk = Desk(open_book(location), "m1", SetClock.on(DAY))
    fuse.left = number
    sign(desk)
    die()
