"""A report on its way from a draft to whoever it is for, as people say it on the command line."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from mediation_tui.cli.schemas import schema
from mediation_tui.clock import SetClock
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import Office, an_agreement, an_entry
from tests.cli.conftest import Said, Say
from tests.cli.reporting import QUARTER, quarter_book, refused
from tests.figures.known import DAY

AFTER = DAY + timedelta(days=12)
TITLE = "共和镇小事不出村、大事不出镇情况统计表（2026年2季度）"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    return quarter_book(tmp_path_factory.mktemp("quarter"))


@pytest.fixture
def quarter(kept: str, tmp_path: Path) -> str:
    return str(shutil.copy(kept, tmp_path / "o1.book"))


def do(say: Say, quarter: str, *step: object, on: date = DAY) -> Said:
    return say("--book", quarter, "report", *step, today=on)


def drafted(say: Say, quarter: str, *more: object, on: date = DAY) -> str:
    said = do(say, quarter, "draft", "statement", *QUARTER, *more, on=on)
    assert (said.code, said.err) == (0, "")
    return said.out


def signed(say: Say, quarter: str, number: int = 1, on: date = DAY) -> None:
    for step in (("review", number), ("issue", number, "--signer", "张司法")):
        assert do(say, quarter, *step, on=on).code == 0


def test_a_report_goes_from_draft_to_return_and_a_new_one_answers_it(say: Say, quarter: str) -> None:
    assert drafted(say, quarter) == f"1. 草稿《{TITLE}》\n"
    assert do(say, quarter, "review", 1, "--note", "已核对").out == f"1. 审核《{TITLE}》\n"
    signature = "，张司法 2026-06-24 签发"
    assert do(say, quarter, "issue", 1, "--signer", "张司法").out == f"1. 签发《{TITLE}》{signature}\n"
    assert do(say, quarter, "submit", 1, "--note", "报县局").out == f"1. 上报《{TITLE}》{signature}\n"
    assert do(say, quarter, "return", 1, "--reason", "口径不对").out == f"1. 回退《{TITLE}》{signature}\n"
    assert drafted(say, quarter, "--supersedes", 1) == f"2. 草稿《{TITLE}》\n"
    shown = do(say, quarter, "show", 1).out
    assert "2. 审核：王生财，2026-06-24 09:00（已核对）" in shown
    assert "5. 回退：王生财，2026-06-24 09:00（口径不对）" in shown
    listed = json.loads(do(say, quarter, "issued", "--json").out)
    Draft202012Validator(schema("report-list")).validate(listed)
    assert [(head["state"], head["supersedes"] == listed[0]["id"]) for head in listed] == [
        ("returned", False),
        ("draft", True),
    ]


def test_a_step_out_of_turn_is_refused_with_what_may_come_next(say: Say, quarter: str) -> None:
    drafted(say, quarter)
    assert "不能“签发”" in refused(do(say, quarter, "issue", 1, "--signer", "张司法"))
    assert "不能“上报”" in refused(do(say, quarter, "submit", 1))
    signed(say, quarter)
    assert "已经签发，内容不能再改" in refused(do(say, quarter, "recount", 1))
    assert "下一步可以是：上报" in refused(do(say, quarter, "issue", 1, "--signer", "李司法"))


def test_a_signature_has_a_name_and_a_day_that_can_be(say: Say, quarter: str) -> None:
    drafted(say, quarter)
    do(say, quarter, "review", 1)
    assert "--signer" in refused(do(say, quarter, "issue", 1), code=2)
    assert "签发人" in refused(do(say, quarter, "issue", 1, "--signer", " "))
    for day in ("2026-06-25", "2026-06-23"):
        assert "签发日期不能" in refused(do(say, quarter, "issue", 1, "--signer", "张司法", "--on", day))


@pytest.mark.parametrize("report", ["2", "0", "-1", "x", ""])
def test_a_report_that_is_not_there_is_said(say: Say, quarter: str, report: str) -> None:
    drafted(say, quarter)
    for step in ("show", "changes", "review", "submit", "recount"):
        assert "没有这份报告" in refused(do(say, quarter, step, "--", report))


def test_a_draft_has_nothing_to_be_compared_with(say: Say, quarter: str) -> None:
    drafted(say, quarter)
    assert "还没有签发" in refused(do(say, quarter, "changes", 1))


def test_a_draft_is_counted_again_and_has_to_be_reviewed_again(say: Say, quarter: str) -> None:
    drafted(say, quarter)
    do(say, quarter, "review", 1)
    enter_late(quarter)
    assert do(say, quarter, "recount", 1, on=AFTER).out == f"1. 草稿《{TITLE}》\n"
    assert "不能“签发”" in refused(do(say, quarter, "issue", 1, "--signer", "张司法", on=AFTER))


def enter_late(quarter: str) -> None:
    """In July: a dispute of June, and an agreement of June in a dispute that was open."""
    office = Office(EmbeddedBook(Path(quarter)), SetClock.on(AFTER))
    office.desk().register(an_entry(), date(2026, 6, 28))
    open_case = office.book.find("（2026）共和民调字第1号")
    office.desk().record(open_case, an_agreement(date(2026, 6, 29)), date(2026, 6, 29))
    office.book.close()


def test_what_came_late_stands_in_the_next_report_line_by_line(say: Say, quarter: str) -> None:
    drafted(say, quarter)
    signed(say, quarter)
    before = do(say, quarter, "show", 1, "--json").out
    assert "没有变化。" in do(say, quarter, "changes", 1).out
    enter_late(quarter)
    changes = json.loads(do(say, quarter, "changes", 1, "--json", on=AFTER).out)
    Draft202012Validator(schema("report-changes")).validate(changes)
    received = next(c for c in changes["changes"] if (c["line"], c["column"]) == ("total", "received"))
    assert (received["before"], received["after"], len(received["late"])) == ("9", "10", 1)
    assert not any(change["corrected"] for change in changes["changes"])
    out = drafted(say, quarter, on=AFTER)
    shown = json.loads(do(say, quarter, "show", out.split(".")[0], "--json", on=AFTER).out)
    Draft202012Validator(schema("report-show")).validate(shown)
    assert shown["report"]["against"] == changes
    assert do(say, quarter, "show", 1, "--json", on=AFTER).out == before


def test_a_report_is_saved_in_every_form_with_what_came_late_beside_it(
    say: Say, quarter: str, tmp_path: Path
) -> None:
    drafted(say, quarter)
    signed(say, quarter)
    enter_late(quarter)
    drafted(say, quarter, on=AFTER)
    for report, tabs in ((1, ["统计表", "明细"]), (2, ["统计表", "明细", "补录更正"])):
        for ending in ("xlsx", "docx", "csv", "json"):
            assert do(say, quarter, "show", report, "-o", tmp_path / f"{report}.{ending}").code == 0
        assert load_workbook(tmp_path / f"{report}.xlsx").sheetnames == tabs
        title = Document(str(tmp_path / f"{report}.docx")).paragraphs[0].text
        assert title.replace("\n", "") == f"关于报送《{TITLE}》的函"
    for ending in ("xlsx", "docx", "csv", "json"):
        assert do(say, quarter, "changes", 1, "-o", tmp_path / f"c.{ending}", on=AFTER).code == 0
    sheet = load_workbook(tmp_path / "c.xlsx").active
    assert sheet.title == "补录更正"


def test_without_any_report_the_list_says_how_to_begin_one(say: Say, quarter: str) -> None:
    assert "report draft statement" in do(say, quarter, "issued").out
    assert json.loads(do(say, quarter, "issued", "--json").out) == []
