"""A report is frozen as it was counted; nothing that happens afterwards changes what was signed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui import __version__, i18n
from mediation_tui.clock import SetClock, local_date
from mediation_tui.desk import Desk
from mediation_tui.errors import DamagedBook, MediationError, Refused, Stale, UnbalancedStatement
from mediation_tui.figures.issued.drafting import Wanted, drafted_report, recounted
from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.lines import By
from mediation_tui.figures.tables.reading import shipped_tables, shipped_text
from mediation_tui.model.period import Period
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import drafted
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import an_entry
from tests.figures.known import QUARTER
from tests.figures.signing import JUNE, SIGNED_ON, Signing, the_office


@pytest.fixture
def signing(tmp_path: Path) -> Iterator[Signing]:
    with the_office(tmp_path) as opened:
        yield opened


def test_every_figure_is_frozen_with_its_text_its_formula_and_its_cases(signing: Signing) -> None:
    report = signing.draft()
    frozen = {(figure.line, figure.column): figure for figure in report.figures}
    share = frozen["total", "village.concluded"]
    assert (share.text, share.value, len(share.cases), len(share.whole or ())) == (
        "60.0 %（3/5）",
        "3/5",
        3,
        5,
    )
    assert frozen["v1", "received"].value == len(frozen["v1", "received"].cases) == 5
    assert share.formula == "网格、村级化解 ÷ 全部调结（含不成、移送、不予受理，不含撤回；首接于村的纠纷）"
    assert (share.column_name, share.heads) == ("小事不出村率（乙）", ("小事不出村率", "乙"))
    assert report.positions == signing.office.book.heads()
    assert (report.office, report.unit) == ("共和镇司法所", "件")


def test_a_report_says_of_what_and_of_when_it_is_and_by_which_dates(signing: Signing) -> None:
    statement, table = signing.drafted(), signing.drafted("governance")
    assert (statement.title, statement.by, statement.description) == (
        "共和镇小事不出村、大事不出镇情况统计表（2026年2季度）",
        "village",
        "",
    )
    assert (table.title, table.by, table.unit, table.office) == (
        "2026年共和镇矛盾纠纷排查情况表（2026年2季度）",
        "items",
        "件、次",
        "共和镇司法所",
    )
    assert table.description == shipped_text("governance")
    for report in (statement, table):
        assert (report.first, report.last) == (QUARTER.first, QUARTER.last)
        assert local_date(report.as_of) == SIGNED_ON
        assert report.date_basis == "收案按登记（重新调解）日期，受理按受理日期，结果按调结日期"
        assert (report.counted_by, report.against) == (__version__, None)
        assert report.notes


def test_every_line_and_column_is_found_again_by_its_code_and_read_by_its_name(signing: Signing) -> None:
    named = {
        (figure.line, figure.line_name): (figure.column, figure.column_name, figure.heads)
        for figure in signing.drafted(by=By.GRID).figures
    }
    assert list(named) == [
        ("v1/g1", "上庄村·一网格"),
        ("v1/g2", "上庄村·二网格"),
        ("v2/g3", "下河村·一网格"),
        ("v3", "南坡社区·未分网格"),
        ("desk", "镇级直接受理"),
        ("total", "合计"),
    ]
    assert set(named.values()) == {("late", "补录", ("另列", "补录"))}
    by_kind = {(figure.line, figure.column): figure for figure in signing.drafted(by=By.CATEGORY).figures}
    assert (by_kind["land", "void"].line_name, by_kind["land", "void"].heads) == ("山林土地", ("作废",))
    ministry = signing.drafted("ministry").figures
    assert list(dict.fromkeys(figure.line for figure in ministry)) == ["c0", "c1", "c2", "c3", "total"]
    assert (ministry[0].line_name, ministry[-1].line_name) == ("共和镇人民调解委员会", "合计")
    assert (ministry[1].column_name, ministry[1].heads) == ("合计 涉及当事人数", ("合计", "涉及当事人数"))


def test_a_report_is_signed_in_the_language_that_is_spoken(signing: Signing) -> None:
    text, unit = shipped_text("balance"), 'unit_en = "cases"\n'
    i18n.use("en")
    own, plain = (
        signing.drafted("balance", description=text.replace(unit, other))
        for other in ('unit_en = "disputes"\n', "")
    )
    i18n.use("zh")
    assert (own.title, own.unit) == ("Balance of the dispute ledger of 共和镇 (2026 Q2)", "disputes")
    assert plain.unit == "cases", "what the description leaves out the catalogue knows"


def test_the_cases_of_a_figure_are_listed_in_order_each_with_its_number(signing: Signing) -> None:
    report = signing.drafted()
    counted = {case for figure in report.figures for case in (*figure.cases, *(figure.whole or ()))}
    assert list(report.numbers) == sorted(counted)
    assert report.numbers == {case: signing.office.book.case(case).number for case in counted}
    for figure in report.figures:
        assert figure.cases == tuple(sorted(figure.cases))
        assert (figure.whole is None) == ("." not in figure.column), (
            "only a share is counted out of something"
        )


def test_every_kind_of_report_can_be_signed(signing: Signing) -> None:
    own = shipped_text("county").replace('id = "county"', 'id = "own"')
    wanted = [(STATEMENT, {"by": by}) for by in By]
    wanted += [(kind, {}) for kind in shipped_tables()] + [("own", {"description": own})]
    for kind, more in wanted:
        report = signing.sign(kind, **more)
        assert report.kind == kind
        assert drafted(signing.office.book.steps(REPORTS, report.id)) == report
        assert signing.changes(report).changes == ()
    assert list(signing.office.book.check()) == []


def test_nothing_that_changes_afterwards_changes_what_was_signed(signing: Signing) -> None:
    own = shipped_text("county").replace('id = "county"', 'id = "own"')
    signed = [signing.sign(), signing.sign("ministry"), signing.sign("own", description=own)]
    book = signing.office.book
    before = [[step.model_dump_json() for step in book.steps(REPORTS, report.id)] for report in signed]
    town = book.town
    renamed = town.villages[0].model_copy(update={"name": "新庄村"})
    signing.later()
    with book.writing() as writing:
        villages = (renamed, *town.villages[1:])
        writing.save_roster(
            town.model_copy(update={"office": "共和司法所", "villages": villages}), book.people
        )
    signing.office.desk().set_rules(shipped_rules().model_copy(update={"clocks": ()}))
    signing.office.walk()
    i18n.use("en")
    after = [[step.model_dump_json() for step in book.steps(REPORTS, report.id)] for report in signed]
    i18n.use("zh")
    assert after == before
    assert list(book.check()) == []


def test_the_file_itself_keeps_a_signed_report_from_being_changed(signing: Signing) -> None:
    signing.sign()
    with closing(sqlite3.connect(signing.office.book.location)) as connection:
        for statement in ("UPDATE reports SET body = '{}'", "DELETE FROM reports"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


def test_no_desk_puts_anything_in_the_place_of_what_was_signed(signing: Signing) -> None:
    report = signing.sign()
    again = recounted(signing.office.book, signing.office.clock, report)
    with pytest.raises(Refused, match="已经签发"):
        signing.office.desk().recount_report(report.id, again)
    with pytest.raises(Refused):
        signing.office.desk().draft_report(report)


def test_of_two_terminals_that_sign_at_once_the_second_is_told(signing: Signing) -> None:
    report = signing.draft()
    signing.office.desk().review_report(report.id)
    with closing(EmbeddedBook(Path(signing.office.book.location))) as other:
        seen = [len(book.steps(REPORTS, report.id)) for book in (signing.office.book, other)]
        signing.office.desk("o1").issue_report(report.id, "张司法", SIGNED_ON, seen[0])
        with pytest.raises(Stale, match="刚被别人处理过"):
            Desk(other, "m2", SetClock.on(SIGNED_ON)).issue_report(report.id, "李司法", SIGNED_ON, seen[1])
        (head,) = other.reports()
    assert (head.signer, head.number) == ("张司法", 3)


def test_a_signature_stays_when_the_report_goes_on(signing: Signing) -> None:
    report = signing.sign()
    for step in (
        signing.office.desk().submit_report,
        lambda id_: signing.office.desk().return_report(id_, "退"),
    ):
        step(report.id)
        (head,) = signing.office.book.reports()
        assert (head.signer, head.signed_on) == ("张司法", SIGNED_ON)


def test_reports_keep_their_numbers_whatever_is_done_with_them(signing: Signing) -> None:
    first, second = signing.draft(), signing.draft("ministry")
    signing.office.clock.instant -= timedelta(days=1)
    signing.office.desk().review_report(first.id)
    third = signing.draft("county")
    begun = {head.id: head.begun for head in signing.office.book.reports()}
    assert begun == {first.id: 1, second.id: 2, third.id: 3}


def test_a_draft_counted_again_is_the_same_report(signing: Signing) -> None:
    report = signing.draft()
    signing.later()
    signing.office.desk().register(an_entry(), JUNE)
    again = recounted(signing.office.book, signing.office.clock, report)
    assert (again.id, again.kind, again.first, again.last) == (
        report.id,
        report.kind,
        report.first,
        report.last,
    )
    assert again.digest != report.digest


def test_a_report_that_nobody_knows_or_that_has_not_begun_is_refused(signing: Signing) -> None:
    book, clock = signing.office.book, signing.office.clock
    with pytest.raises(MediationError, match=r"^没有名为“monthly”的报表。$"):
        drafted_report(book, clock, Wanted("monthly"), QUARTER)
    with pytest.raises(MediationError, match="还没有开始"):
        drafted_report(book, clock, Wanted(STATEMENT), Period.quarter(2026, 4))
    assert book.reports() == ()


def test_what_does_not_add_up_is_not_drafted(signing: Signing) -> None:
    bad = shipped_text("ministry").replace('equals = ["total"]', 'equals = ["success"]', 1)
    with pytest.raises(UnbalancedStatement, match="请先核对"):
        signing.draft("ministry", description=bad)
    assert signing.office.book.reports() == ()


def test_a_damaged_case_is_not_drafted(signing: Signing) -> None:
    with closing(sqlite3.connect(signing.office.book.location)) as connection:
        connection.execute("UPDATE cases SET crc = crc + 1 WHERE number LIKE '%第2号'")
        connection.commit()
    with pytest.raises(DamagedBook, match="第2号"):
        signing.draft()
    assert signing.office.book.reports() == ()
