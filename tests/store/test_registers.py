"""Rounds, questions and meetings lie in the book as they were said: each a chain of steps nothing changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import Collision, NotFound
from mediation_tui.model.meeting import HeadNumber, SeenLine
from mediation_tui.model.period import Period
from mediation_tui.rules.registers import CONSULTATIONS, MEETINGS, REGISTERS, SCREENINGS, Register
from mediation_tui.store.copying import bring_in, copy, export
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.making import in_the_making
from mediation_tui.store.embedded.restoring import restore
from mediation_tui.store.embedded.rolling import Shelf as Backups
from mediation_tui.store.embedded.rolling import keep_backups
from mediation_tui.store.embedded.salvage import salvage
from mediation_tui.store.engine.rows import checksum
from mediation_tui.store.plain import PlainBook
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.shared import SharedBook
from tests.builders import TODAY, Office, an_entry
from tests.engines import Shelf
from tests.registers import LAST_WEEK, WEEK, a_question, a_round, a_zero, attendance, weeks

KEPT = (SCREENINGS, CONSULTATIONS, MEETINGS)


@pytest.fixture
def office(shelf: Shelf) -> Iterator[Office]:
    yield shelf.office()
    shelf.close()


def fill(office: Office) -> dict[Register[Any], str]:
    """One record of each kind with two steps; their ids."""
    desk = office.desk("o1")
    screening = desk.report_screening(a_zero()).id
    desk.correct_screening(screening, a_round(), "漏了一起")
    consultation = desk.record_consultation(a_question()).id
    desk.become_case(consultation, an_entry())
    meeting = desk.open_meeting(WEEK, attendance()).id
    desk.close_meeting(meeting, (HeadNumber(code="open", name="未结", text="1", value=1),), "张司法")
    return {SCREENINGS: screening, CONSULTATIONS: consultation, MEETINGS: meeting}


def everything_kept(book: RecordsBook, ids: dict[Register[Any], str]) -> list[object]:
    """All a book says of them."""
    march = Period.month(2026, 3)
    steps = [book.steps(register, id_) for register, id_ in ids.items()]
    return [*steps, book.screenings(LAST_WEEK), book.consultations(march), book.meetings(0, 9)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a record of each kind, let go of."""
    office = Office.opened(tmp_path)
    fill(office)
    office.book.close()
    return Path(office.book.location)


def test_a_record_is_a_chain_of_its_steps(office: Office) -> None:
    for register, id_ in fill(office).items():
        first, second = office.book.steps(register, id_)
        assert (first.number, second.number) == (1, 2)
        assert second.previous == first.hash
    assert list(office.book.check()) == []


def test_a_step_is_added_only_where_its_record_stands(office: Office) -> None:
    for register, id_ in fill(office).items():
        first, second = office.book.steps(register, id_)
        for wrong in (second, second.model_copy(update={"number": 3, "previous": first.hash})):
            with pytest.raises(Collision), office.book.writing() as writing:
                writing.add_step(register, wrong)
        with pytest.raises(NotFound):
            office.book.steps(register, "nowhere")


def test_rounds_are_those_with_days_in_common(office: Office) -> None:
    for week in weeks(4):
        office.desk().report_screening(a_zero(week))
    month = Period.month(2026, 2)
    office.desk().report_screening(a_round(month, village="v2", held_on=TODAY))
    third = weeks(4)[2]
    found = office.book.screenings(Period(third.last, third.last))
    assert {each.round.period for each in found} == {third, month}
    assert len(office.book.screenings(Period(weeks(4)[0].first, LAST_WEEK.last))) == 5
    assert office.book.screenings(WEEK.later()) == ()


def test_questions_are_those_of_a_periods_days(office: Office) -> None:
    days = [TODAY - timedelta(days) for days in (0, 1, 2)]
    for day in days:
        office.desk().record_consultation(a_question(day))
    found = office.book.consultations(Period(days[1], days[0]))
    assert [each.question.day for each in found] == [days[0], days[1]]
    assert office.book.first_consulted() == days[2]


def test_in_another_engine_and_in_plain_json_they_are_the_same(
    office: Office, tmp_path: Path, postgres: str
) -> None:
    ids, plain = fill(office), tmp_path / "plain.json"
    assert isinstance(office.book, RecordsBook)
    export(office.book, plain)
    with in_the_making(tmp_path / "back.book") as new:
        bring_in(PlainBook(plain), new)
    with closing(EmbeddedBook(tmp_path / "back.book")) as back:
        assert everything_kept(back, ids) == everything_kept(office.book, ids)
    there = Shelf(tmp_path, postgres)
    target = there.place()
    from mediation_tui.store.shared.making import in_the_making as in_a_database

    with in_a_database(target) as new:
        assert copy(office.book, new)["meetings"] == 2
    assert everything_kept(there.open(target), ids) == everything_kept(office.book, ids)
    assert list(there.open(target).check()) == []
    there.close()


def test_they_are_in_a_backup_and_come_back_with_it(office: Office, tmp_path: Path) -> None:
    ids = fill(office)
    backup, again = tmp_path / "backup.book", tmp_path / "again.book"
    office.book.backup(backup, office.clock.now())
    restore(backup, again, office.clock.now())
    with closing(EmbeddedBook(again)) as other:
        assert everything_kept(other, ids) == everything_kept(office.book, ids)  # type: ignore[arg-type]
        assert list(other.check()) == []


def test_whoever_watches_a_book_sees_a_step(office: Office) -> None:
    seen = [office.book.position()]
    meeting = office.desk().open_meeting(WEEK, attendance()).id
    seen.append(office.book.position())
    office.desk().mark_seen(meeting, SeenLine(section="missing", place="v1"))
    seen.append(office.book.position())
    assert len(set(seen)) == 3


def test_a_shared_book_that_is_not_told_of_steps_sees_them(postgres: str) -> None:
    shelf = Shelf(Path(), postgres)
    office = shelf.office()
    with closing(SharedBook(office.book.location, listening=False)) as here:
        before = here.position()
        office.desk().record_consultation(a_question())
        assert here.position() != before
    shelf.close()


def test_a_zero_report_is_reason_enough_for_a_backup(path: Path) -> None:
    backups = Backups.of(path, "", keep=9)
    tomorrow, later = (SetClock.on(TODAY + timedelta(days)).now() for days in (1, 2))
    assert keep_backups(backups, tomorrow)
    assert keep_backups(backups, later) is None
    with closing(EmbeddedBook(path)) as book:
        Desk(book, "o1", SetClock.on(TODAY, hour=12)).report_zero("v2", LAST_WEEK, "李玉兰")
    assert keep_backups(backups, later)


@pytest.mark.parametrize("register", KEPT, ids=lambda register: register.table)
def test_the_file_itself_refuses_to_change_or_drop_a_step(path: Path, register: Register[Any]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in (f"UPDATE {register.table} SET actor = 'x'", f"DELETE FROM {register.table}"):
            with pytest.raises(sqlite3.IntegrityError, match="can only be added"):
                connection.execute(statement)


def tampered(path: Path, register: Register[Any], statement: str) -> list[str]:
    """What a check says after somebody has been at the file."""
    with closing(sqlite3.connect(path)) as connection:
        for kind in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS [{register.table}__no_{kind}]")
        connection.execute(statement)
        connection.commit()
    return said(path)


def said(path: Path) -> list[str]:
    with closing(EmbeddedBook(path)) as book:
        findings = list(book.check())
    assert all(finding.advice for finding in findings)
    return [finding.sentence for finding in findings]


NAMES = {
    SCREENINGS: f"{LAST_WEEK.first} – {LAST_WEEK.last} 的排查（v1）",
    CONSULTATIONS: f"{TODAY} 的法律咨询（o1）",
    MEETINGS: f"{TODAY} 的周研判会议",
}


@pytest.mark.parametrize("register", KEPT, ids=lambda register: register.table)
def test_a_step_that_is_not_what_was_written_is_named(path: Path, register: Register[Any]) -> None:
    changed = f"UPDATE {register.table} SET actor = 'x' WHERE id = 2"
    assert tampered(path, register, changed) == [f"{NAMES[register]}：第 2 步与写入时不符。"]


@pytest.mark.parametrize("register", KEPT, ids=lambda register: register.table)
def test_a_step_that_was_taken_out_is_missed(path: Path, register: Register[Any]) -> None:
    (sentence,) = tampered(path, register, f"DELETE FROM {register.table} WHERE id = 1")
    assert sentence.endswith("：第 1 到 1 步缺失。")


def rewritten(
    path: Path, register: Register[Any], row: int, change: Callable[[dict[str, Any]], None]
) -> None:
    """Change a step so that its checksum fits again, as somebody would who knows the file."""
    with closing(sqlite3.connect(path)) as connection:
        ((body,),) = connection.execute(f"SELECT body FROM {register.table} WHERE id = ?", (row,))
        document = json.loads(body)
        change(document)
        text = json.dumps(document, ensure_ascii=False)
        connection.execute(f"DROP TRIGGER [{register.table}__no_update]")
        connection.execute(
            f"UPDATE {register.table} SET body = ?, crc = ? WHERE id = ?",
            (text, checksum(row, text.encode()), row),
        )
        connection.commit()


def test_a_number_changed_together_with_its_checksum_breaks_the_chain(path: Path) -> None:
    rewritten(path, SCREENINGS, 1, lambda step: step["data"]["round"].update(households=4000))
    assert said(path) == [f"{NAMES[SCREENINGS]}：第 2 步与前一步接不上。"]


def test_a_step_that_was_not_allowed_is_named_whoever_wrote_it(path: Path) -> None:
    with closing(EmbeddedBook(path)) as book:
        (head,) = book.meetings(0, 1)
        last = book.steps(MEETINGS, head.id)[-1]
        late = last.model_copy(update={"number": 3, "previous": last.hash})
        with book.writing() as writing:
            writing.add_step(MEETINGS, type(last).model_validate(late.model_dump()))
    (sentence,) = said(path)
    assert sentence.startswith(f"{NAMES[MEETINGS]}：第 3 步有误：")
    assert "已经散会" in sentence


def test_all_is_salvaged_and_what_is_missing_is_said(path: Path, tmp_path: Path) -> None:
    whole = salvage(path, tmp_path / "whole.book", "new")
    assert whole.complete
    assert {(left.table, left.steps, left.missing) for left in whole.records} == {
        (register.table, 2, 0) for register in KEPT
    }
    with closing(EmbeddedBook(tmp_path / "whole.book")) as book:
        assert list(book.check()) == []
    tampered(path, SCREENINGS, "UPDATE screenings SET body = replace(body, '漏了', '多了') WHERE id = 2")
    tampered(path, MEETINGS, "DELETE FROM meetings WHERE id = 1")
    left = salvage(path, tmp_path / "left.book", "new")
    assert not left.complete
    assert {(each.table, each.steps, each.missing) for each in left.records} == {
        ("screenings", 1, 0),
        ("consultations", 2, 0),
        ("meetings", 1, 1),
    }


def test_every_register_has_a_table_of_its_own(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert {register.table for register in REGISTERS} <= tables
