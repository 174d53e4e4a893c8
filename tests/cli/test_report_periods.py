"""Which days a report is about, which place, and as known when: what cannot be is said in one sentence."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Say
from tests.cli.reporting import SCHEMAS, ask, quarter_book, refused, values

EVERY = pytest.mark.parametrize("report", SCHEMAS)


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> str:
    return quarter_book(tmp_path_factory.mktemp("quarter"))


def days(first: str, last: str) -> tuple[str, ...]:
    return "--from", first, "--to", last


@EVERY
def test_a_period_does_not_end_before_it_begins(say: Say, quarter: str, report: str) -> None:
    said = ask(say, quarter, report, period=days("2026-06-30", "2026-04-01"))
    assert refused(said) == "期间的结束（2026-04-01）早于开始（2026-06-30）\n"


@EVERY
def test_a_period_that_has_not_begun_is_not_counted(say: Say, quarter: str, report: str) -> None:
    said = ask(say, quarter, report, period=days("2026-07-01", "2026-09-30"))
    assert refused(said) == "期间 2026年3季度 还没有开始\n"


@pytest.mark.parametrize("garbage", ["四月", "2026-04-31", "2026-13-01", "", "1"])
def test_what_is_no_day_is_said(say: Say, quarter: str, garbage: str) -> None:
    assert "'--from' 的值不对" in refused(
        ask(say, quarter, "statement", period=days(garbage, "2026-06-30")), 2
    )


def test_both_days_are_needed(say: Say, quarter: str) -> None:
    assert "--to" in refused(ask(say, quarter, "ministry", period=("--from", "2026-04-01")), 2)


@EVERY
def test_nothing_is_known_as_of_the_future(say: Say, quarter: str, report: str) -> None:
    said = ask(say, quarter, report, "--as-of", "2026-06-25")
    assert refused(said) == "截止时间 2026-06-25 还没有到\n"


@EVERY
def test_what_had_not_begun_then_is_not_counted_as_of_then(say: Say, quarter: str, report: str) -> None:
    assert refused(ask(say, quarter, report, "--as-of", "2026-03-31")) == "期间 2026年2季度 还没有开始\n"


@pytest.mark.parametrize("garbage", ["2026-05-06 25:00", "2026-05-06T12:99", "昨天 9:00", "noon", "12:00"])
def test_what_is_no_instant_is_said(say: Say, quarter: str, garbage: str) -> None:
    assert "'--as-of' 的值不对" in refused(ask(say, quarter, "statement", "--as-of", garbage), 2)


@EVERY
def test_a_report_as_of_today_says_what_the_report_says(say: Say, quarter: str, report: str) -> None:
    assert counted(values(say, quarter, report, "--as-of", "今天")) == counted(values(say, quarter, report))


def counted(said: object) -> object:
    """A report without the instant it was made at."""
    return (
        {name: value for name, value in said.items() if name != "as_of"} if isinstance(said, dict) else said
    )


@pytest.mark.parametrize(
    "instant", ["2026-05-05", "2026-05-06 08:59", "2026-05-06T08:59", "2026-05-06T00:59Z"]
)
def test_a_day_means_its_end_and_an_instant_is_in_beijing_unless_it_says_where(
    say: Say, quarter: str, instant: str
) -> None:
    before = values(say, quarter, "statement", "--as-of", instant)
    figures = {figure["column"]: figure["n"] for figure in before["total"]["figures"]}
    assert (figures["carried"], figures["received"]) == (1, 0)
    after = values(say, quarter, "statement", "--as-of", "2026-05-06 09:30")
    figures = {figure["column"]: figure["n"] for figure in after["total"]["figures"]}
    assert (figures["carried"], figures["received"]) == (1, 8)


def test_measures_are_of_a_village_a_grid_or_the_town_desk(say: Say, quarter: str) -> None:
    for place, title in (
        (("--village", "上庄大队"), "上庄村2026年2季度"),
        (("--grid", "二网格"), "上庄村·二网格2026年2季度"),
        (("--village", "共和镇"), "镇级直接受理2026年2季度"),
    ):
        said = ask(say, quarter, "measures", *place)
        assert (said.code, said.out.splitlines()[0]) == (0, f"{title}矛盾纠纷调解质量情况")


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (("--village", "无名村"), "本镇没有这个村（社区）：无名村。"),
        (("--grid", "九网格"), "没有这个网格：九网格。"),
        (("--grid", "一网格"), "不止一个村有“一网格”，请同时写 --village。"),
        (("--village", "下河村", "--grid", "二网格"), "没有这个网格：二网格。"),
    ],
)
def test_a_place_that_is_not_on_the_roster_is_named(
    say: Say, quarter: str, place: tuple[str, ...], sentence: str
) -> None:
    assert refused(ask(say, quarter, "measures", *place)) == f"{sentence}\n"


def test_lines_are_what_they_can_be(say: Say, quarter: str) -> None:
    sentence = refused(ask(say, quarter, "statement", "--by", "street"), code=2)
    assert "village（村（社区））、grid（网格）、category（纠纷类别）" in sentence
