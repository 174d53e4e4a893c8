from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mediation_tui.figures.lines import By, line_name
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import Reach, Reading
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Level
from tests.builders import Office, Walk, an_agreement, an_entry
from tests.figures.known import QUARTER, a_quarter, the_statement
from tests.figures.tables.clerk import Walked


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


def test_the_sentence_says_what_stayed_what_did_not_and_what_is_late(office: Office) -> None:
    assert sentence_of(the_statement(office)) == (
        "2026年2季度（至 2026-06-24）调结 7 件，其中网格、村化解 3 件；"
        "小事不出村率 60.0 %（3/5），大事不出镇率 83.3 %（5/6）；"
        "引导诉讼 1 件，超期办理 1 件。期末未结 2 件，其中超期 1 件。"
    )


def test_a_period_that_is_over_is_named_without_a_day(office: Office) -> None:
    assert sentence_of(
        PeriodFigures(Present(office.book, office.clock), Period.month(2026, 5)).statement()
    ).startswith("2026年5月调结 7 件")


def test_a_period_without_conclusions_claims_no_share(office: Office) -> None:
    said = sentence_of(PeriodFigures(Present(office.book, office.clock), Period.month(2026, 4)).statement())
    assert said == "2026年4月没有调结的纠纷。期末未结 1 件，其中超期 1 件。"


def test_of_a_single_dispute_everything_is_said_all_the_same() -> None:
    day = date(2026, 5, 6)
    walk = Walk.begun(an_entry(), day).act(EventKind.ACCEPTED).act(EventKind.SESSION_HELD)
    walk.act(an_agreement(day, level_resolved=Level.VILLAGE))
    assert sentence_of(PeriodFigures(Walked((walk,)), Period.month(2026, 5)).statement()) == (
        "2026年5月调结 1 件，其中网格、村化解 1 件；"
        "小事不出村率 100.0 %（1/1），大事不出镇率 100.0 %（1/1）；"
        "引导诉讼 0 件，超期办理 0 件。期末未结 0 件，其中超期 0 件。"
    )


def test_an_empty_book_says_so(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, date(2026, 6, 1))
    assert "没有调结的纠纷" in sentence_of(the_statement(office))
    office.book.close()


def test_lines_stand_in_the_towns_order_with_the_town_desk_last(office: Office) -> None:
    names = [line_name(line.place, office.book.town, By.VILLAGE) for line in the_statement(office).lines]
    assert names == ["上庄村", "下河村", "南坡社区", "镇级直接受理"]


def test_grids_stand_under_their_village_and_a_village_without_any_for_itself(office: Office) -> None:
    statement = the_statement(office, By.GRID)
    names = [line_name(line.place, office.book.town, By.GRID) for line in statement.lines]
    assert names == [
        "上庄村·一网格",
        "上庄村·二网格",
        "下河村·一网格",
        "南坡社区·未分网格",
        "镇级直接受理",
    ]


def test_categories_are_all_there_and_come_to_the_same_total(office: Office) -> None:
    by_village, by_category = the_statement(office), the_statement(office, By.CATEGORY)
    assert len(by_category.lines) == 18
    for reading in Reading:
        assert by_category.total.share(Reach.VILLAGE, reading) == by_village.total.share(
            Reach.VILLAGE, reading
        )


@pytest.mark.parametrize("by", By)
def test_every_dispute_is_in_exactly_one_line(office: Office, by: By) -> None:
    statement = the_statement(office, by)
    counted = sorted(passed.facts.id for line in statement.lines for passed in line.passages)
    assert counted == sorted(passed.facts.id for passed in statement.total.passages)
    assert statement.basis.period == QUARTER
