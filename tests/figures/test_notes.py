"""What stands under a statement and a table, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mediation_tui import i18n
from mediation_tui.figures.notes import register_notes, statement_notes, table_notes
from mediation_tui.figures.registers import Registers
from mediation_tui.figures.tables.table import Table
from mediation_tui.model.consultation import Consultation
from mediation_tui.model.vocabulary import Category
from mediation_tui.rules.screening import Answer, Due, Mark
from tests.builders import TOWN, Walk, an_entry
from tests.figures.known import QUARTER, a_quarter, the_statement
from tests.figures.tables.clerk import table_of
from tests.registers import a_question


@contextmanager
def speaking(language: i18n.Language) -> Iterator[None]:
    i18n.use(language)
    try:
        yield
    finally:
        i18n.use("zh")


def test_under_a_statement_stands_how_it_was_counted(tmp_path: Path) -> None:
    office = a_quarter(tmp_path)
    with closing(office.book):
        (_sentence, *notes) = statement_notes(the_statement(office), TOWN)
    assert notes == [
        "口径：收案按登记（重新调解）日期，化解、未化解、撤回按调结日期，一件纠纷只计一次，计在产生结果的层级。"
        "期末未结看 2026-06-24；守约、后来起诉看截止时间。",
        "小事不出村率：甲 ＝ 网格、村级化解 ÷ 各级化解（首接于村的纠纷）；"
        "乙 ＝ 网格、村级化解 ÷ 全部调结（含不成、移送、不予受理，不含撤回；首接于村的纠纷）；"
        "乙·守约 ＝ 网格、村级化解且至今守约 ÷ 全部调结（同乙；首接于村的纠纷）。",
        "大事不出镇率：甲 ＝ 网格、村级、镇级化解 ÷ 各级化解；"
        "乙 ＝ 网格、村级、镇级化解 ÷ 全部调结（含不成、移送、不予受理，不含撤回）；"
        "乙·守约 ＝ 网格、村级、镇级化解且至今守约 ÷ 全部调结（同乙）。",
        "平衡：上期结转＋本期新收＋重新调解＝化解＋未化解＋撤回＋作废＋期末未结；"
        "各村、各类别、各来源、各结果、各层级相加等于合计，均已核对。",
        "另列各项不参与平衡。未报排查：—（案件簿里还没有排查记录，不等于 0）。",
    ]


def owed(village: str, grid: str | None = None, n: int = 1, special: str = "") -> tuple[Mark, ...]:
    """Reports of two days in June each that a place did not give."""
    dues = (Due(date(2026, 6, day), date(2026, 6, day + 1), special) for day in range(1, n + 1))
    return tuple(Mark((village, grid), due, Answer.MISSING, ()) for due in dues)


MISSING = (*owed("v1", "g2", special="端午"), *owed("v2", n=3), *owed("v3", n=4))


def test_missing_reports_are_named_by_their_days_and_many_only_counted() -> None:
    assert list(register_notes(Registers(marks=MISSING), TOWN)) == [
        "另列各项不参与平衡。未报排查：8 次——上庄村二网格（端午 2026-06-01 – 2026-06-02）；"
        "下河村（2026-06-01 – 2026-06-02、2026-06-02 – 2026-06-03、2026-06-03 – 2026-06-04）；南坡社区（4 次）。"
    ]
    with speaking("en"):
        (note,) = register_notes(Registers(marks=MISSING), TOWN)
        often = i18n.ngettext("{n} 次", "{n} 次", 4).format(n=4)
    assert "4 次" not in often
    assert f"南坡社区 ({often})" in note


def test_where_every_report_has_come_that_is_said() -> None:
    assert list(register_notes(Registers(rounds=(), marks=()), TOWN)) == [
        "另列各项不参与平衡。未报排查：0 次，到期的都已报。",
        "报来排查 0 次，其中零报告 0 次。",
    ]


def test_questions_nobody_asked_are_none_and_an_adviser_who_left_keeps_a_name() -> None:
    asked = Consultation.model_construct(question=a_question(adviser="o9"))
    notes = [list(register_notes(Registers(questions=known), TOWN))[-1] for known in ((), (asked,))]
    assert notes == [
        "解答法律咨询 0 件。按村：无；按解答人：无；按类别：无。",
        "解答法律咨询 1 件。按村：上庄村 1；按解答人：o9 1；按类别：邻里 1。",
    ]


@pytest.fixture(scope="module")
def governance() -> Table:
    """Two disputes whose governance type nobody was asked about."""
    walks = [Walk.begun(an_entry(category=Category.LAND), QUARTER.first, serial) for serial in (1, 2)]
    return table_of(walks, QUARTER, "governance")


def test_under_a_table_stands_what_its_description_says_and_what_was_only_proposed(governance: Table) -> None:
    described = governance.description
    assert list(table_notes(governance)) == [
        *described.notes,
        "其中 2 件的综治类别按对照表推定，还没有人确认。",
        "未核实：表式为一省所用，其他地方可能不同；请以上级下发的表为准。",
    ]
    with speaking("en"):
        said = list(table_notes(governance))
    assert said[:-2] == list(described.notes_en)
    assert said[-2:] == [
        "Of these, 2 cases have a governance type taken from the crosswalk that nobody has confirmed yet.",
        "Not verified: One province's form; others may differ: go by the form you were sent.",
    ]


def test_a_description_without_english_notes_says_its_own_in_english(governance: Table) -> None:
    own = governance.description.model_copy(update={"notes_en": (), "unverified_en": ""})
    with speaking("en"):
        (*notes, _proposed) = table_notes(replace(governance, description=own))
    assert notes == list(own.notes)
