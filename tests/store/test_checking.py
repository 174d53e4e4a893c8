"""A check finds what somebody did behind the book's back, and says it in plain words."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.model.events import EventKind
from mediation_tui.model.numbers import normalise
from mediation_tui.store.book import Finding
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine.rows import checksum
from tests.builders import TODAY, Office, an_agreement, an_entry

K = EventKind
LIVED = (K.ACCEPTED, K.SESSION_HELD, K.HANDED_OVER, K.FEEDBACK_RECEIVED, K.DECISION_MADE, K.DECISION_DONE)


def a_full_book(folder: Path) -> Path:
    """Three cases, one of them with a life of its own and something undone; the file, let go of."""
    office = Office.opened(folder)
    case = office.walk(*LIVED)
    case = office.go_on(case, an_agreement(TODAY, TODAY + timedelta(days=5)), K.CONFIRMATION_APPLIED)
    office.go_on(case, K.CONFIRMATION_DECIDED, K.NOTE_ADDED)
    office.desk().undo(case.id)
    office.walk(K.ACCEPTED)
    office.walk()
    assert list(office.book.check()) == []
    office.book.close()
    return Path(office.book.location)


EVENTS_OF_A_FULL_BOOK = len(LIVED) + 9


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a full book."""
    return a_full_book(tmp_path_factory.mktemp("full")).read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    copy = tmp_path / "copy.book"
    copy.write_bytes(whole)
    return copy


def tampered(path: Path, *statements: str) -> list[Finding]:
    """What a check says after somebody has been at the file."""
    with closing(sqlite3.connect(path)) as connection:
        for kind in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS [events__no_{kind}]")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    with closing(EmbeddedBook(path)) as book:
        return list(book.check())


def said(path: Path, *statements: str) -> str:
    return "\n".join(finding.sentence for finding in tampered(path, *statements))


def rewritten(path: Path, table: str, row: int, before: str, after: str) -> None:
    """Change a record's text so that its checksum fits again, as somebody would who knows the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER IF EXISTS [events__no_update]")
        ((body,),) = connection.execute(f"SELECT body FROM {table} WHERE id = ?", (row,)).fetchall()
        changed = body.replace(before, after)
        assert changed != body
        crc = checksum(row, changed.encode())
        connection.execute(f"UPDATE {table} SET body = ?, crc = ? WHERE id = ?", (changed, crc, row))
        connection.commit()


def test_nothing_is_said_of_a_book_nobody_touched(path: Path) -> None:
    assert tampered(path) == []


def test_the_file_itself_refuses_to_change_or_drop_an_event(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("UPDATE events SET body = '{}'", "DELETE FROM events WHERE id = 1"):
            with pytest.raises(sqlite3.IntegrityError, match="can only be added"):
                connection.execute(statement)


def test_an_event_whose_text_was_changed_is_named(path: Path) -> None:
    findings = said(path, "UPDATE events SET body = replace(body, '双方陈述', '一方陈述') WHERE id = 3")
    assert findings == "（2026）共和民调字第1号：第 3 号事件与写入时不符。"


def test_a_case_whose_text_was_changed_is_named(path: Path) -> None:
    findings = said(path, "UPDATE cases SET body = replace(body, '排水沟', '围墙') WHERE id = 1")
    assert findings == "（2026）共和民调字第1号：案件的存档与写入时不符。"


def test_a_narrow_column_that_was_changed_is_named(path: Path) -> None:
    assert "（2026）共和民调字第2号：案件的存档" in said(path, "UPDATE cases SET village = 'v2' WHERE id = 2")


def test_a_change_by_somebody_who_knows_the_checksums_breaks_the_chain(path: Path) -> None:
    rewritten(path, "events", 3, "双方陈述", "一方陈述")
    findings = tampered(path)
    assert "（2026）共和民调字第1号：第 4 号事件与前一号接不上。" in [
        finding.sentence for finding in findings
    ]


def test_a_case_rewritten_with_its_checksum_no_longer_fits_its_events(path: Path) -> None:
    rewritten(path, "cases", 1, "排水沟", "围墙")
    (finding,) = tampered(path)
    assert finding.sentence == "（2026）共和民调字第1号：案件与它的事件不一致。"
    assert finding.case_id


def test_a_summary_rewritten_with_its_checksum_no_longer_fits_its_case(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        ((body,),) = connection.execute("SELECT body FROM cases WHERE id = 2").fetchall()
        document = json.loads(body)
        document["facts"]["last_on"] = "2026-03-09"
        changed = json.dumps(document, ensure_ascii=False)
        connection.execute(
            "UPDATE cases SET body = ?, crc = ?, last_on = '2026-03-09' WHERE id = 2",
            (changed, checksum(2, changed.encode())),
        )
        connection.commit()
    assert said(path) == "（2026）共和民调字第2号：案件的摘要与案件不一致。"


@pytest.mark.parametrize("row", range(1, EVENTS_OF_A_FULL_BOOK + 1))
def test_an_event_that_was_taken_out_is_missed_whichever_it_was(path: Path, row: int) -> None:
    findings = tampered(path, f"DELETE FROM events WHERE id = {row}")
    assert findings
    assert all("{" not in finding.sentence for finding in findings)
    assert f"第 {row} 到 {row} 号事件缺失。" in [finding.sentence for finding in findings]
    assert all(finding.advice for finding in findings)


def test_a_stretch_of_events_that_was_taken_out_is_named_as_one(path: Path) -> None:
    assert "第 2 到 5 号事件缺失。" in said(path, "DELETE FROM events WHERE id BETWEEN 2 AND 5")


def test_a_case_that_was_taken_out_leaves_its_events_behind(path: Path) -> None:
    assert "有事件而没有案件：" in said(path, "DELETE FROM cases WHERE id = 3")


def test_a_case_whose_events_were_all_taken_out_is_named(path: Path) -> None:
    where = "WHERE case_id = (SELECT case_id FROM cases WHERE id = 3)"
    findings = said(path, f"DELETE FROM events {where}")
    assert "（2026）共和民调字第3号：事件读不出一件完整的案件。" in findings


def test_an_event_hung_on_another_case_is_noticed_in_both(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        ids = [case_id for (case_id,) in connection.execute("SELECT case_id FROM cases ORDER BY id")]
    rewritten(path, "events", EVENTS_OF_A_FULL_BOOK, ids[2], ids[0])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE events SET case_id = ? WHERE id = ?", (ids[0], EVENTS_OF_A_FULL_BOOK))
        connection.commit()
    assert {finding.case_id for finding in tampered(path)} == {ids[0], ids[2], None}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_one_flipped_bit_in_any_record_is_said_and_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("flipped") / "copy.book"
    path.write_bytes(whole)
    table = data.draw(st.sampled_from(["events", "cases"]))
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT id, case_id, body FROM {table} ORDER BY id").fetchall()
        row, case_id, body = data.draw(st.sampled_from(rows))
        raw = bytearray(body.encode())
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place] ^= 1 << data.draw(st.integers(0, 7))
        connection.execute("DROP TRIGGER IF EXISTS [events__no_update]")
        connection.execute(f"UPDATE {table} SET body = CAST(? AS TEXT) WHERE id = ?", (bytes(raw), row))
        connection.commit()
    with closing(EmbeddedBook(path)) as book:
        assert [finding.case_id for finding in book.check()] == [case_id]


def test_a_number_imported_in_another_spelling_is_no_finding(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    case = office.desk().register(an_entry(), number="【2025】湟 调 007")
    assert normalise(case.number) == "(2025)湟调7"
    assert list(office.book.check()) == []
    office.book.close()


def test_a_torn_file_is_said_and_read_no_further(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size - 3 * 4096)
        file.write(bytes(3 * 4096))
    findings = [finding.sentence for finding in EmbeddedBook(path).check()]
    assert findings
    assert all(sentence.startswith(("文件有损坏：", "“", "（2026）")) for sentence in findings)
