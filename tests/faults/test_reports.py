"""Reports on a damaged book are refused with the case's number; one that is signed is signed wholly or not at all."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from mediation_tui.model.events import EventKind
from mediation_tui.model.reporting import ReportState
from mediation_tui.rules.registers import REPORTS
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import Office, an_agreement, an_entry
from tests.cli.conftest import Say
from tests.cli.reporting import SCHEMAS, refused
from tests.faults import signing
from tests.faults.lives import Lives, some_lives
from tests.figures.known import DAY

TAKEN = (EventKind.ACCEPTED, EventKind.SESSION_HELD)
LAST_YEAR, THIS_YEAR = date(2025, 3, 3), date(2026, 5, 6)
QUARTER = ("--from", "2026-04-01", "--to", "2026-06-30")
LOOKING_FURTHER = ("comparison", "measures", "questions")
"""What compares a period with the years before, and so counts every case."""
COUNTED = tuple(report for report in SCHEMAS if report not in LOOKING_FURTHER)

DAMAGES = {
    "a byte of its record": "UPDATE cases SET body = replace(body, '排水沟', '排水溝') WHERE case_id = ?",
    "its checksum": "UPDATE cases SET crc = crc + 1 WHERE case_id = ?",
    "where it was": "UPDATE cases SET village = 'v2' WHERE case_id = ?",
    "what it was": "UPDATE cases SET category = 'medical' WHERE case_id = ?",
    "a word nobody knows": "UPDATE cases SET outcome = 'solved' WHERE case_id = ?",
    "when it was concluded": "UPDATE cases SET concluded_on = '2020-01-01' WHERE case_id = ?",
    "when it came in": "UPDATE cases SET registered_on = '2030-01-01' WHERE case_id = ?",
    "that it came in at all": "UPDATE cases SET registered_on = NULL WHERE case_id = ?",
    "an event": "UPDATE events SET body = replace(body, '排水沟', '排水溝') WHERE case_id = ?",
    "an event's checksum": "UPDATE events SET crc = crc + 1 WHERE case_id = ?",
    "its last event": "DELETE FROM events WHERE id = (SELECT max(id) FROM events WHERE case_id = ?)",
    "its whole record": "DELETE FROM cases WHERE case_id = ?",
}
NOTHING_LEFT_TO_TELL = {"its last event", "its whole record"}
"""After which nobody can say any more that a case was over before the period began."""
EVERY_DAMAGE = pytest.mark.parametrize("damage", DAMAGES)


class Cases:
    """A book with a dispute of last year and two of this quarter, closed."""

    def __init__(self, folder: Path) -> None:
        office = Office.opened(folder, LAST_YEAR)
        with closing(office.book):
            entry = an_entry(applied_on=LAST_YEAR)
            self.before = office.walk(*TAKEN, an_agreement(LAST_YEAR), entry=entry)
            office.on(THIS_YEAR)
            self.counted = office.walk(*TAKEN, an_agreement(THIS_YEAR))
            self.other = office.walk(*TAKEN)
        self.location = office.book.location


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    return Cases(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def path(whole: Cases, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole.location, tmp_path / "o1.book"))


def strike(path: Path, damage: str, case_id: str) -> None:
    """Do something to a case behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        for kind in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS [events__no_{kind}]")
        assert connection.execute(DAMAGES[damage], (case_id,)).rowcount
        connection.commit()


@EVERY_DAMAGE
def test_no_report_counts_a_damaged_case_and_each_refusal_names_it(
    say: Say, path: Path, whole: Cases, damage: str
) -> None:
    strike(path, damage, whole.counted.id)
    steps = [(report,) for report in SCHEMAS] + [("draft", "statement"), ("draft", "ministry")]
    past = ("statement", *QUARTER, "--as-of", "2026-05-31")
    for asked in (*((*step, *QUARTER) for step in steps), past):
        sentence = refused(say("--book", path, "report", *asked, today=DAY))
        assert whole.counted.number in sentence, asked
        assert whole.other.number not in sentence
        assert whole.before.number not in sentence
    with closing(EmbeddedBook(path)) as book:
        assert book.reports() == ()


@pytest.mark.parametrize("damage", sorted(DAMAGES.keys() - NOTHING_LEFT_TO_TELL))
def test_a_damaged_case_of_another_year_keeps_no_period_from_being_counted(
    say: Say, path: Path, whole: Cases, damage: str
) -> None:
    strike(path, damage, whole.before.id)
    for report in COUNTED:
        said = say("--book", path, "report", report, *QUARTER, "--format", "csv", today=DAY)
        assert (said.code, said.err) == (0, ""), report
    for report in LOOKING_FURTHER:
        assert whole.before.number in refused(say("--book", path, "report", report, *QUARTER, today=DAY))


def test_a_signed_report_is_not_compared_with_a_damaged_book(say: Say, path: Path, whole: Cases) -> None:
    report = ("--book", path, "report")
    say(*report, "draft", "statement", *QUARTER, today=DAY)
    say(*report, "review", 1, today=DAY)
    say(*report, "issue", 1, "--signer", "张司法", today=DAY)
    shown = say(*report, "show", 1, today=DAY)
    strike(path, "when it came in", whole.counted.id)
    assert whole.counted.number in refused(say(*report, "changes", 1, today=DAY))
    assert say(*report, "show", 1, today=DAY) == shown


@pytest.fixture(scope="module")
def lives() -> Iterator[Lives]:
    with some_lives(signing.rehearse) as begun:
        yield begun


def test_a_report_whose_signing_was_ended_is_signed_wholly_or_not_at_all(
    lives: Lives, tmp_path: Path
) -> None:
    path = Path(signing.a_reviewed_report(tmp_path))
    found: list[ReportState] = []
    for number in count():
        copy = Path(shutil.copy(path, tmp_path / f"{number}.book"))
        life = lives.begin(signing.die_signing, str(copy), number)
        life.wait()
        assert life.ended_by == signal.SIGKILL
        with closing(EmbeddedBook(copy)) as book:
            (head,) = book.reports()
            assert [step.number for step in book.steps(REPORTS, head.id)] == list(range(1, head.number + 1))
            assert (head.signer != "") == (head.state is ReportState.ISSUED)
            assert list(book.check()) == []
        found.append(head.state)
        if head.state is ReportState.ISSUED:
            break
    assert found[:-1] == [ReportState.REVIEWED] * (len(found) - 1)
    assert len(found) > 4
