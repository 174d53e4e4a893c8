"""A paragraph whose every number is a figure: it can be read, marked, footnoted and opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings

from mediation_tui import i18n
from mediation_tui.figures.annual import AnnualReport, annual_report
from mediation_tui.figures.figure import CASES, TIMES, Figure, Ratio
from mediation_tui.figures.flow import Ending
from mediation_tui.figures.named import (
    COLUMN_FORMULAS,
    column_figure,
    concluded_figure,
    resolved_figure,
    share_figure,
    unresolved_figure,
)
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import FLOW_COLUMNS, Beside, Reach, Reading
from mediation_tui.figures.telling import Telling, basis_told, note_of, numbered
from mediation_tui.model.period import Period
from tests.builders import Office, Walk
from tests.figures.known import QUARTER, a_quarter, the_statement
from tests.figures.tables.clerk import Walked
from tests.strategies import books_of_walks, periods


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


def report_of(office: Office, period: Period = QUARTER) -> AnnualReport:
    figures = PeriodFigures(Present(office.book, office.clock), period)
    return annual_report(figures.statement(), figures.population, office.book.town)


def test_a_telling_reads_with_its_numbers_in_their_places(office: Office) -> None:
    total = the_statement(office).total
    two, one = column_figure(total, Ending.BY_VILLAGE), column_figure(total, Ending.BY_GRID)
    telling = Telling(
        "{where}：村 {v} 件，网格 {g} 件，再说村 {v}。", {"v": two, "g": one}, {"where": "全镇"}
    )
    assert str(telling) == "全镇：村 2 件，网格 1 件，再说村 2。"
    assert telling.marked(numbered([telling])) == "全镇：村 2[1] 件，网格 1[2] 件，再说村 2[1]。"


def test_a_note_says_what_a_number_is_and_how_it_is_made(office: Office) -> None:
    total = the_statement(office).total
    figures = [
        column_figure(total, Beside.GUIDED_TO_COURT),
        share_figure(total, Reach.VILLAGE, Reading.RESOLVED),
        concluded_figure(total),
        resolved_figure(total),
        unresolved_figure(total),
    ]
    assert [(note_of(figure), figure.text) for figure in figures] == [
        ("引导诉讼：期内未化解，去向是诉讼的。", "1"),
        ("小事不出村率（甲）：网格、村级化解 ÷ 各级化解（首接于村的纠纷）。", "75.0 %（3/4）"),
        ("调结：期内达成协议、不成、移送、不予受理、撤回的，作废的不计。", "7"),
        ("化解：期内达成协议的，不论在哪一级。", "5"),
        ("未化解：期内调解不成、移送、不予受理的，不论去向。", "1"),
    ]
    assert {figure.basis for figure in figures} == {total.basis}


def test_every_column_has_a_formula_of_its_own() -> None:
    assert set(COLUMN_FORMULAS) == {*FLOW_COLUMNS, *Beside}
    assert len(set(COLUMN_FORMULAS.values())) == len(COLUMN_FORMULAS)


def test_what_all_figures_rest_on_is_said_once(office: Office) -> None:
    told = basis_told(the_statement(office).basis)
    assert told == (
        "以上各数的期间是 2026-04-01 – 2026-06-30；收案按登记（重新调解）日期，受理按受理日期，结果按调结日期；"
        "按截止 2026-06-24 时案件簿所知统计。"
    )


def test_every_number_of_the_report_opens_the_cases_it_counts(office: Office) -> None:
    report = report_of(office)
    for figure in numbered(report.tellings):
        assert figure.basis == report.statement.basis
        if isinstance(figure.value, Ratio):
            assert figure.whole is not None
            assert (figure.value.numerator, figure.value.denominator) == (
                len(figure.cases),
                len(figure.whole),
            )
        else:
            assert figure.value in (None, len(figure.cases))


def test_the_quarter_is_told_as_its_cases_can_be_counted_on_the_fingers(office: Office) -> None:
    report = report_of(office)
    assert [str(telling) for telling in report.tellings] == [
        "2026年2季度，共和镇共登记矛盾纠纷 8 件（集中排查 — 次），受理 6 件，调结 7 件，其中达成协议 5 件：网格化解 1 件，"
        "村级化解 2 件，镇级化解 2 件，县级及以上化解 0 件。解答法律咨询 — 件。",
        "小事不出村率 60.0 %（3/5），大事不出镇率 83.3 %（5/6），均以全部调结（含不成、移送、不予受理，不含撤回）为分母；"
        "只看化解的，分别为 75.0 %（3/4） 和 100.0 %（5/5）；至今守约的，分别为 60.0 %（3/5） 和 83.3 %（5/6）。",
        "未化解 1 件，其中引导诉讼 1 件、去信访 0 件、尚无去向 0 件；超过调解期限办理 1 件；重新调解 0 件；补录 0 件；"
        "到 2026-06-24 未结 2 件，其中超期 1 件；各村未报排查 — 次。",
    ]
    assert report.town == office.book.town
    assert report.statement.total.resolved() == report.overall.figures["resolved"].cases


def test_what_was_found_and_what_was_accepted_can_be_opened(office: Office) -> None:
    overall = report_of(office).overall.figures
    notes = {name: note_of(overall[name]) for name in ("found", "accepted", "rounds", "advice")}
    assert notes == {
        "found": "登记件数：期内登记的，作废的不计。",
        "accepted": "受理件数：期内首次受理的，作废的不计。",
        "rounds": "集中排查：案件簿里没有这项记录，不等于 0。",
        "advice": "解答法律咨询：案件簿里没有这项记录，不等于 0。",
    }
    assert [overall[name].unit for name in ("found", "rounds", "advice")] == [CASES, TIMES, CASES]
    assert overall["accepted"].cases < overall["found"].cases
    assert not any(office.book.case(case).void_on for case in overall["found"].cases)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_report_names_every_figure_once_in_both_languages(
    office: Office, language: i18n.Language
) -> None:
    report = report_of(office)
    i18n.use(language)
    try:
        for telling in report.tellings:
            shown = [piece for piece in telling.pieces() if isinstance(piece, Figure)]
            assert sorted(map(id, shown)) == sorted(map(id, telling.figures.values()))
            said = {name for _text, name, *_rest in Formatter().parse(i18n._(telling.source)) if name}
            assert said <= {*telling.figures, *telling.words}
    finally:
        i18n.use("zh")


@settings(max_examples=30, deadline=None)
@given(books_of_walks(), periods())
def test_the_report_adds_up_whether_it_flatters_or_not(walks: tuple[Walk, ...], period: Period) -> None:
    walked = Walked(walks)
    figures = PeriodFigures(walked, period)
    report = annual_report(figures.statement(), figures.population, walked.town)
    overall, beneath = report.overall.figures, report.unflattering.figures
    levels = [overall[name].cases for name in ("grid", "village", "in_town", "county")]
    assert sum(map(len, levels)) == len(overall["resolved"].cases)
    assert frozenset().union(*levels) == overall["resolved"].cases <= overall["concluded"].cases
    assert beneath["unresolved"].cases.isdisjoint(overall["resolved"].cases)
    for part in ("court", "petition", "nowhere"):
        assert beneath[part].cases <= beneath["unresolved"].cases
    assert beneath["past"].cases <= beneath["open"].cases


def test_a_village_is_not_praised_for_what_it_lifted(tmp_path: Path) -> None:
    office = a_quarter(tmp_path)
    stayed = report_of(office).stayed.figures
    lifted = office.book.find("（2026）共和民调字第6号")
    assert lifted in (stayed["stayed_village"].whole or ())
    assert lifted not in stayed["stayed_village"].cases
    assert lifted in stayed["stayed_town"].cases
    office.book.close()


def test_what_is_not_recorded_is_a_dash_and_never_nought(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, date(2026, 6, 24))
    told = str(report_of(office).overall)
    assert "集中排查 — 次" in told
    assert "解答法律咨询 — 件" in told
    assert re.findall(r"100", "".join(map(str, report_of(office).tellings))) == []
    office.book.close()
