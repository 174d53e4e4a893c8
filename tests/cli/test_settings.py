"""What an office sets for itself on the command line: rules of time, and working days of years to come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from mediation_tui.exchange.rulefile.reading import read_rules
from mediation_tui.model.events import ClockPaused, EventKind
from mediation_tui.model.vocabulary import Category, PauseGround, Source
from mediation_tui.rules.ruleset import shipped_rules
from tests.builders import TODAY, Office, an_entry
from tests.cli.conftest import Say


def test_the_rules_are_listed_with_limit_start_authority_and_standing(say: Say, book: str) -> None:
    listed = say("--book", book, "settings", "rules").out
    (medical,) = (line for line in listed.splitlines() if line.startswith("medical"))
    for words in ("医疗纠纷调解期限", "30 工作日", "受理", "调委会和双方当事人约定", "鉴定", "启用"):
        assert words in medical
    assert any(line.startswith("visit_first") and "未启用，本地" in line for line in listed.splitlines())


def test_the_rules_as_json_keep_to_their_schema(say: Say, book: str) -> None:
    rules = json.loads(say("--book", book, "settings", "rules", "--json").out)
    Draft202012Validator(schema("rules")).validate(rules)
    assert len(rules["clocks"]) == 22


def test_rules_are_written_out_changed_and_taken_back_and_the_limits_follow(
    say: Say, book: str, tmp_path: Path
) -> None:
    file = tmp_path / "规则.toml"
    assert say("--book", book, "settings", "rules", "-o", file).out == f"已写成：{file}\n"
    text = file.read_text("utf-8")
    file.write_text(text.replace("limit = 1\n", "limit = 2\n", 1), "utf-8")
    tried = say("--book", book, "settings", "rules", file, "--dry-run").out
    assert tried == "规则新增 0，更改 1，去掉 0；现有 22 条，启用 12 条。\n没有写入。\n"
    assert json.loads(say("--book", book, "settings", "rules", "--json").out)["clocks"][0]["limit"] == 1
    assert "更改 1" in say("--book", book, "settings", "rules", file).out
    dues = {case["term_due"] for case in json.loads(say("--book", book, "case", "list", "--json").out)}
    assert dues == {"2026-05-06", None}
    assert say("--book", book, "check").code == 0


def test_the_rules_the_program_comes_with_can_be_had_without_a_book(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "自带.toml"
    assert say("settings", "rules", "--shipped", "-o", file).code == 0
    assert read_rules(file, shipped_rules()) == shipped_rules()


def test_a_mistake_leaves_the_rules_as_they_were_and_is_said(say: Say, book: str, tmp_path: Path) -> None:
    file = tmp_path / "规则.toml"
    say("--book", book, "settings", "rules", "-o", file)
    file.write_text(file.read_text("utf-8").replace('unit = "month"', 'unit = "moon"', 1), "utf-8")
    said = say("--book", book, "settings", "rules", file)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("行：不认识“moon”，最接近的是“month”\n")
    assert say("--book", book, "settings", "rules", file, "-o", file).code == 2


def test_a_year_that_was_announced_is_taken_in_and_holds_for_everybody_at_the_book(
    say: Say, tmp_path: Path
) -> None:
    office = Office.opened(tmp_path, date(2026, 12, 1))
    number = office.walk(EventKind.ACCEPTED, entry=an_entry(applied_on=None, source=Source.FOUND)).number
    book, day = office.book.location, date(2026, 12, 1)
    office.book.close()
    shown = say("--book", book, "case", "show", number, today=day).out
    assert "（2027-01-01）" in shown
    assert "节假日未公布，按周末推算" in shown
    file = tmp_path / "2027.toml"
    file.write_text('[2027]\nrest = "01-01"\nwork = "01-02"\n', "utf-8")
    said = say("--book", book, "settings", "workdays", file).out
    assert "程序自带：2004–2026 年" in said
    assert "本所写明：2027 年，放假的工作日 1 天，上班的周末 1 天" in said
    years = json.loads(say("--book", book, "settings", "workdays", "--json").out)
    Draft202012Validator(schema("workdays")).validate(years)
    assert [year["year"] for year in years if year["own"]] == [2027]
    shown = say("--book", book, "case", "show", number, today=day).out
    assert "（2027-01-02）" in shown
    assert "推算" not in shown
    assert say("--book", book, "check").code == 0


def test_the_years_written_out_are_taken_back_and_nothing_changes(
    say: Say, book: str, tmp_path: Path
) -> None:
    file = tmp_path / "工作日.toml"
    before = say("--book", book, "settings", "workdays").out
    assert say("--book", book, "settings", "workdays", "-o", file).code == 0
    assert say("--book", book, "settings", "workdays", file).out == before
    assert "本所写明" not in before
    assert say("--book", book, "settings", "workdays", file, "-o", file).code == 2


def test_a_wrong_day_is_refused_with_its_line(say: Say, book: str, tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text('[2027]\nrest = "02-29"\n', "utf-8")
    said = say("--book", book, "settings", "workdays", file)
    assert said.code == 1
    assert said.err == f"工作日文件“{file}”第 2 行：2027年没有“02-29”这一天，要写成 01-31 的样子\n"


def test_a_case_shows_that_its_term_stands_still_and_what_only_hints(say: Say, tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    paused = ClockPaused(ground=PauseGround.APPRAISAL, reason="委托市医学会鉴定")
    case = office.walk(EventKind.ACCEPTED, paused, entry=an_entry(category=Category.MEDICAL))
    office.book.close()
    shown = say("--book", office.book.location, "case", "show", case.number).out
    assert f"医疗纠纷调解期限 {TODAY} 起中止，还剩 43 天  医疗纠纷预防和处理条例第38条" in shown
    assert "提示：诉讼时效（自申请重新计算）约到 2029-01-31" in shown
    told = say("--book", office.book.location, "case", "events", case.number).out
    assert "中止计时" in told
