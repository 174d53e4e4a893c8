"""Reports lie in the book as they were signed: nothing changes one, and whatever happens to it is said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import BookError, Collision, Refused
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.reporting import FrozenFigure, Report, ReportState
from mediation_tui.rules.registers import REPORTS
from mediation_tui.store.book import Finding
from mediation_tui.store.copying import bring_in, export
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.making import in_the_making
from mediation_tui.store.embedded.restoring import restore
from mediation_tui.store.embedded.rolling import Shelf as Backups
from mediation_tui.store.embedded.rolling import keep_backups
from mediation_tui.store.embedded.salvage import salvage
from mediation_tui.store.engine.rows import checksum
from mediation_tui.store.plain import PlainBook
from mediation_tui.store.shared import SharedBook
from mediation_tui.store.shared.address import Address
from tests.builders import TODAY, Office
from tests.engines import Shelf
from tests.reports import a_figure, a_report

TITLE = "2026年3月统计表"


def sign(office: Office, report: Report) -> Report:
    """Draft, review, issue and hand in a report."""
    desk = office.desk("o1")
    desk.draft_report(report)
    desk.review_report(report.id)
    desk.issue_report(report.id, "张司法", TODAY)
    desk.submit_report(report.id)
    return report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book's file with two cases and a report on them that was handed in, let go of."""
    office = Office.opened(tmp_path)
    cases = [office.walk(), office.walk()]
    sign(office, a_report(cases, office.book))
    office.book.close()
    return Path(office.book.location)


def opened(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, with nothing in the way of whoever tampers."""
    for kind in ("update", "delete"):
        connection.execute(f"DROP TRIGGER IF EXISTS [reports__no_{kind}]")
    return connection


def said(path: Path, *statements: str) -> list[str]:
    """What a check says after somebody has been at the file."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            opened(connection).execute(statement)
        connection.commit()
    return [finding.sentence for finding in found_in(path)]


def found_in(path: Path) -> list[Finding]:
    with closing(EmbeddedBook(path)) as book:
        findings = list(book.check())
    assert all(finding.advice for finding in findings)
    return findings


def rewritten(path: Path, row: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a step so that its checksum fits again, as somebody would who knows the file."""
    with closing(sqlite3.connect(path)) as connection:
        ((body,),) = connection.execute("SELECT body FROM reports WHERE id = ?", (row,)).fetchall()
        document = json.loads(body)
        change(document)
        text = json.dumps(document, ensure_ascii=False)
        narrow = ("report_id", "number", "state", "signer", "signed_on", "digest", "supersedes")
        columns = ", ".join(f"{name} = ?" for name in narrow)
        opened(connection).execute(
            f"UPDATE reports SET body = ?, crc = ?, {columns} WHERE id = ?",
            (text, checksum(row, text.encode()), *(document[name] for name in narrow), row),
        )
        connection.commit()


def test_the_file_itself_refuses_to_change_or_drop_a_step(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("UPDATE reports SET state = 'draft'", "DELETE FROM reports WHERE id = 1"):
            with pytest.raises(sqlite3.IntegrityError, match="can only be added"):
                connection.execute(statement)


def test_so_does_the_database(postgres: str) -> None:
    shelf = Shelf(Path(), postgres)
    office = shelf.office()
    sign(office, a_report())
    address = Address.of(office.book.location)
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"SET search_path = {address.schema}".encode())
        for statement in ("UPDATE reports SET state = 'draft'", "DELETE FROM reports", "TRUNCATE reports"):
            with pytest.raises(psycopg.Error, match="can only be added"):
                connection.execute(statement)
    shelf.close()


def test_nothing_is_said_of_a_report_nobody_touched(path: Path) -> None:
    assert said(path) == []


def test_a_step_whose_text_was_changed_is_named(path: Path) -> None:
    changed = "UPDATE reports SET body = replace(body, '2 件', '9 件') WHERE id = 1"
    assert said(path, changed) == [f"报告《{TITLE}》：第 1 步与写入时不符。"]


def test_a_column_that_was_changed_is_named(path: Path) -> None:
    changed = "UPDATE reports SET signer = '李司法' WHERE id = 3"
    assert said(path, changed) == [f"报告《{TITLE}》：第 3 步与写入时不符。"]


def test_figures_changed_together_with_their_checksum_do_not_fit_what_was_signed(path: Path) -> None:
    rewritten(path, 1, lambda step: step["report"]["figures"][0].update(text="9 件", value=9))
    findings = said(path)
    assert f"报告《{TITLE}》：第 1 步的数字与校验码不符。" in findings
    assert f"报告《{TITLE}》：第 2 步与前一步接不上。" in findings


def test_a_signature_changed_together_with_its_checksum_breaks_the_chain(path: Path) -> None:
    rewritten(path, 3, lambda step: step.update(signer="李司法"))
    assert said(path) == [f"报告《{TITLE}》：第 4 步与前一步接不上。"]


def test_a_step_that_was_not_allowed_is_named_whoever_wrote_it(path: Path) -> None:
    rewritten(path, 4, lambda step: step.update(state="reviewed"))
    (finding,) = said(path)
    assert (
        finding
        == f"报告《{TITLE}》：第 4 步有误：《{TITLE}》已经签发，内容不能再改；补录和更正列在下一份报告里。"
    )


def test_a_signature_after_the_fact_is_named(path: Path) -> None:
    rewritten(path, 4, lambda step: step.update(signer="李司法"))
    assert said(path) == [f"报告《{TITLE}》：第 4 步有误：只有签发这一步才写签发人和签发日期。"]


@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_step_that_was_taken_out_is_missed(path: Path, row: int) -> None:
    (finding,) = [each for each in said(path, f"DELETE FROM reports WHERE id = {row}") if "缺失" in each]
    assert finding.endswith(f"第 {row} 到 {row} 步缺失。")


def test_an_answer_to_what_was_never_returned_is_named(path: Path) -> None:
    with closing(EmbeddedBook(path)) as book:
        office = Office(book, SetClock.on(TODAY, hour=12))
        issued = book.reports()[0].id
        other = office.desk().draft_report(a_report()).report_id
    rewritten(path, 5, lambda step: step.update(supersedes=issued))
    assert said(path) == [f"报告《{TITLE}》替换的不是一份被回退的报告。"]
    assert other != issued


def test_a_step_is_added_only_where_the_report_stands(office: Office) -> None:
    report = office.desk().draft_report(a_report()).report_id
    office.desk().review_report(report)
    first, second = office.book.steps(REPORTS, report)
    for wrong in (second, second.model_copy(update={"number": 3, "previous": first.hash})):
        with pytest.raises(Collision), office.book.writing() as writing:
            writing.add_step(REPORTS, wrong)
    assert len(office.book.steps(REPORTS, report)) == 2


VALUES: tuple[float | str | None, ...] = (3, 0.5, 1 / 3, 1e-7, 1e16, 2.0, -0.0, "12.50", None)


def test_a_figure_is_the_same_whatever_engine_kept_it(office: Office) -> None:
    figures = tuple(a_figure(line=str(n), value=value) for n, value in enumerate(VALUES))
    said_ = a_report(figures=figures, description='[[line]]\nname = "“㐀𠮷” · 😀"\n')
    office.desk().draft_report(said_)
    (step,) = office.book.steps(REPORTS, said_.id)
    assert step.report == said_
    assert step.report.digest == step.digest == said_.digest == canonical_hash(said_.document)
    assert [figure.value for figure in step.report.figures] == list(VALUES)
    assert list(office.book.check()) == []


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_none(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        a_figure(value=value)


def test_a_report_names_the_number_of_every_case_it_counts(office: Office) -> None:
    case = office.walk()
    for figure in (a_figure([case]), a_figure(whole=(case.id,))):
        with pytest.raises(ValueError, match="有的没有案号"):
            a_report(figures=(figure,), numbers={})
    with pytest.raises(ValueError, match="不能早于开始"):
        a_report(last=a_report().first - timedelta(1))


def test_nothing_in_a_report_has_a_default_that_a_later_version_could_change() -> None:
    for model in (Report, FrozenFigure):
        assert all(field.is_required() for field in model.model_fields.values())


def test_it_is_in_a_backup_and_comes_back_with_it(path: Path, tmp_path: Path) -> None:
    backup, again = tmp_path / "backup.book", tmp_path / "again.book"
    with closing(EmbeddedBook(path)) as book:
        book.backup(backup, SetClock.on(TODAY).now())
        restore(backup, again, SetClock.on(TODAY).now())
        with closing(EmbeddedBook(again)) as other:
            assert other.reports() == book.reports()
            report = book.reports()[0].id
            assert other.steps(REPORTS, report) == book.steps(REPORTS, report)
            assert list(other.check()) == []


def test_a_signed_report_is_reason_enough_for_a_backup(path: Path) -> None:
    backups = Backups.of(path, "", keep=9)
    tomorrow, later = (SetClock.on(TODAY + timedelta(days)).now() for days in (1, 2))
    assert keep_backups(backups, tomorrow)
    assert keep_backups(backups, later) is None
    with closing(EmbeddedBook(path)) as book:
        Desk(book, "o1", SetClock.on(TODAY, hour=12)).return_report(book.reports()[0].id, "口径不对")
    assert keep_backups(backups, later)


def test_a_file_somebody_changed_the_figures_in_is_not_brought_in(path: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.json"
    with closing(EmbeddedBook(path)) as book:
        export(book, plain)
    text = plain.read_text("utf-8")
    changed = text.replace('"text":"2 \\u4ef6"', '"text":"9 \\u4ef6"')
    assert changed != text
    plain.write_text(changed, "utf-8")
    with pytest.raises(BookError, match="报告《"), in_the_making(tmp_path / "new.book") as new:
        bring_in(PlainBook(plain), new)
    assert not (tmp_path / "new.book").exists()


def test_a_healthy_report_is_salvaged_whole(path: Path, tmp_path: Path) -> None:
    told = salvage(path, tmp_path / "new.book", "new")
    assert told.complete
    ((title, steps, missing),) = [(report.title, report.steps, report.missing) for report in told.reports]
    assert (title, steps, missing) == (TITLE, 4, 0)
    with closing(EmbeddedBook(path)) as old, closing(EmbeddedBook(tmp_path / "new.book")) as new:
        assert new.reports() == old.reports()
        assert list(new.check()) == []


def test_of_a_damaged_report_the_other_steps_are_kept_and_it_is_said(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        opened(connection).execute("UPDATE reports SET body = replace(body, '张司法', '李司法') WHERE id = 3")
        connection.commit()
    told = salvage(path, tmp_path / "new.book", "new")
    assert not told.complete
    assert [(report.steps, report.missing) for report in told.reports] == [(3, 1)]
    assert [finding.sentence for finding in found_in(tmp_path / "new.book")] == [
        f"报告《{TITLE}》：第 3 到 3 步缺失。"
    ]


def test_a_report_whose_draft_is_lost_is_listed_no_more_and_goes_no_further(
    path: Path, tmp_path: Path
) -> None:
    with closing(EmbeddedBook(path)) as book:
        report = book.reports()[0].id
    with closing(sqlite3.connect(path)) as connection:
        opened(connection).execute("DELETE FROM reports WHERE id = 1")
        connection.commit()
    with closing(EmbeddedBook(path)) as book:
        assert book.reports() == ()
        with pytest.raises(Refused, match="底稿已经缺失"):
            Office(book, SetClock.on(TODAY, hour=12)).desk().return_report(report, "口径不对")


def test_a_shared_book_that_is_not_told_of_steps_sees_them(postgres: str) -> None:
    shelf = Shelf(Path(), postgres)
    office = shelf.office()
    with closing(SharedBook(office.book.location, listening=False)) as here:
        before = here.position()
        report = office.desk().draft_report(a_report()).report_id
        noticed = here.position()
        office.desk().review_report(report)
        assert len({before, noticed, here.position()}) == 3
        assert [head.state for head in here.reports()] == [ReportState.REVIEWED]
    shelf.close()
