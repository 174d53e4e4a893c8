"""Which cases a filter means, in which order, and how it says so."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from datetime import date, timedelta
from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui import i18n
from mediation_tui.model.events import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.party import Party
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import ON_DESK, UNRESOLVED, Category, Level, Risk, Side, Source, State
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING, OPEN, CaseFilter, DateBasis, Order
from tests.builders import (
    PEOPLE,
    TODAY,
    TOWN,
    Office,
    Walk,
    an_agreement,
    an_entry,
    from_outside,
    keep,
)
from tests.engines import Shelf
from tests.strategies import days, periods, towns_of_walks

K = EventKind
DAY = timedelta(days=1)
PERIOD = Period.month(2026, 3)

FILTERS: dict[str, st.SearchStrategy[Any]] = {
    "ids": st.just(frozenset()),
    "village": st.sampled_from(["", "v1", "v2", "v3", "v9"]),
    "grid": st.sampled_from(["g1", "g2", "g3"]),
    "states": st.frozensets(st.sampled_from(State), min_size=1, max_size=4),
    "categories": st.frozensets(st.sampled_from(Category), min_size=1, max_size=9),
    "sources": st.frozensets(st.sampled_from(Source), min_size=1, max_size=2),
    "levels": st.frozensets(st.sampled_from(Level), min_size=1, max_size=2),
    "mediator": st.sampled_from(["m1", "m2"]),
    "screening": st.sampled_from(["s1", "s2", "s3"]),
    "risk_from": st.sampled_from(Risk),
    "overdue_on": days,
    "due_by": days,
    "silent_since": days,
    "visit_by": days,
    "session_by": days,
    "decision_by": days,
    "awaiting": st.just(True),
    "paused": st.just(True),
    "ahead": st.just(True),
    "came": st.just(True),
    "basis": st.sampled_from(DateBasis),
    "period": periods(),
    "in_hand": periods(),
    "text": st.sampled_from(["马", "mzl", "shang", "szc", "共和", "（2026）", "第1号", "zz", "单小山 下河"]),
}
"""What each field of a filter may ask for."""

MEANT: dict[str, Callable[[CaseFacts, CaseFilter], bool]] = {
    "ids": lambda facts, asked: facts.id in (asked.ids or ()),
    "village": lambda facts, asked: facts.village == (asked.village or None),
    "grid": lambda facts, asked: facts.grid == asked.grid,
    "states": lambda facts, asked: facts.state in asked.states,
    "categories": lambda facts, asked: facts.category in asked.categories,
    "sources": lambda facts, asked: facts.source in asked.sources,
    "levels": lambda facts, asked: facts.level in asked.levels,
    "mediator": lambda facts, asked: asked.mediator in facts.mediators,
    "screening": lambda facts, asked: facts.screening == asked.screening,
    "risk_from": lambda facts, asked: facts.risk >= asked.risk_from,
    "overdue_on": lambda facts, asked: before(facts.due_on, asked.overdue_on),
    "due_by": lambda facts, asked: before(facts.due_on, asked.due_by, also=True),
    "silent_since": lambda facts, asked: (
        facts.state in UNRESOLVED and before(facts.last_on, asked.silent_since, also=True)
    ),
    "visit_by": lambda facts, asked: before(facts.visit_due, asked.visit_by, also=True),
    "session_by": lambda facts, asked: before(facts.session_on, asked.session_by, also=True),
    "decision_by": lambda facts, asked: before(facts.decision_due, asked.decision_by, also=True),
    "awaiting": lambda facts, asked: facts.state in ON_DESK and facts.awaiting_since is not None,
    "paused": lambda facts, asked: facts.paused_on is not None,
    "ahead": lambda facts, asked: (
        facts.state in ON_DESK or facts.visit_due is not None or facts.decision_due is not None
    ),
    "came": lambda facts, asked: facts.level is not facts.level_received or facts.lifted_on is not None,
    "basis": lambda facts, asked: True,
    "period": lambda facts, asked: getattr(facts, asked.basis.value) in (asked.period or PERIOD),
    "in_hand": lambda facts, asked: may_have_been_in_hand(facts, asked.in_hand or PERIOD),
    "text": lambda facts, asked: all(found(facts, word) for word in asked.text.split()),
}
"""What each field means of a case, said in Python."""

READINGS = {"mzl": ("马占龙",), "shang": ("上庄村",), "szc": ("上庄村",), "（2026）": (), "zz": ()}


def before(day: date | None, limit: date | None, also: bool = False) -> bool:
    return day is not None and limit is not None and (day < limit or (also and day == limit))


def may_have_been_in_hand(facts: CaseFacts, period: Period) -> bool:
    """In by its end, and not known to have been out for good, nothing averted, before its beginning."""
    unclear = facts.rounds > 1 or bool(facts.void_on) or facts.concluded_on is None or bool(facts.preventions)
    return facts.registered_on <= period.last and (unclear or not before(facts.concluded_on, period.first))


def found(facts: CaseFacts, word: str) -> bool:
    """Whether a word occurs in the number, the parties or the place; the pinyin ones are known by heart."""
    here = [facts.number, facts.versus, TOWN.village_name(facts.village)]
    spelt = READINGS.get(word) or (word,)
    return any(text in place for text in spelt for place in here)


DATED = {
    "overdue_on": "due_on",
    "due_by": "due_on",
    "silent_since": "last_on",
    "visit_by": "visit_due",
    "session_by": "session_on",
    "decision_by": "decision_due",
}
"""The day each dated field looks at."""


@st.composite
def filters(draw: st.DrawFn, name: str, everything: list[CaseFacts]) -> CaseFilter:
    """A filter that asks for one thing, and perhaps for another; its days are days on which something is due."""
    names = {name, draw(st.sampled_from(sorted(FILTERS)))}
    asked = {each: draw(FILTERS[each]) for each in sorted(names)}
    for each in names & set(DATED):
        if telling := {getattr(facts, DATED[each]) for facts in everything} - {None}:
            asked[each] = draw(st.sampled_from(sorted(telling))) + DAY * draw(st.sampled_from([0, 0, -1, 1]))
    if "ids" in asked:
        ids = ["nothing", *(facts.id for facts in everything)]
        asked["ids"] = draw(st.frozensets(st.sampled_from(ids), max_size=4))
    return CaseFilter(**asked)


def meant(facts: CaseFacts, asked: CaseFilter) -> bool:
    """Whether a filter means a case, field by field."""
    plain = CaseFilter()
    stated = [name for name in MEANT if getattr(asked, name) != getattr(plain, name)]
    return all(MEANT[name](facts, asked) for name in stated)


def test_every_field_of_a_filter_is_put_to_the_test() -> None:
    assert set(FILTERS) == set(MEANT) == {field.name for field in fields(CaseFilter)}


@settings(max_examples=25, deadline=None)
@given(towns_of_walks(most=7), st.data())
def test_a_filter_chooses_exactly_the_cases_it_means(
    shelf: Shelf, walks: tuple[Walk, ...], data: st.DataObject
) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks)
        everything = list(book.facts(EVERYTHING))
        assert {facts.id: facts for facts in everything} == {walk.case.id: walk.facts() for walk in walks}
        for name in FILTERS:
            asked = data.draw(filters(name, everything))
            expected = [facts for facts in everything if meant(facts, asked)]
            assert list(book.facts(asked)) == expected, asked
            assert book.count(asked) == len(expected)
            check_sums(book, asked, expected)
            check_pages(book, asked, expected, data.draw(st.sampled_from(Order)))


def test_each_dated_field_has_its_last_day(office: Office) -> None:
    case = office.walk(K.ACCEPTED, K.SESSION_HELD)
    silent = [office.book.count(CaseFilter(silent_since=day)) for day in (TODAY - DAY, TODAY)]
    assert silent == [0, 1]
    office.go_on(case, an_agreement(TODAY, TODAY + 9 * DAY))
    (facts,) = office.book.facts(EVERYTHING)
    assert (facts.due_on, facts.visit_due) == (TODAY + 9 * DAY, TODAY + 30 * DAY)
    boundaries: dict[str, Any] = {
        "overdue_on": TODAY + 10 * DAY,
        "due_by": TODAY + 9 * DAY,
        "visit_by": TODAY + 30 * DAY,
    }
    for name, first in boundaries.items():
        asked = [CaseFilter(**{name: day}) for day in (first - DAY, first)]
        hits = [office.book.count(each) for each in asked]
        assert hits == [0, 1], name


def check_sums(book: Book, asked: CaseFilter, expected: list[CaseFacts]) -> None:
    """The foot of a list and the counts by place are those of the chosen cases."""
    totals = book.totals(asked)
    assert totals.cases == len(expected)
    assert totals.people == sum(facts.people or facts.parties for facts in expected)
    assert totals.amount == sum(facts.amount or 0 for facts in expected)
    tally = book.tally(("village", "state"), asked)
    assert sum(tally.values()) == len(expected)
    for (village, state), count in tally.items():
        assert count == sum((facts.village, facts.state) == (village, state) for facts in expected)


LAST = date.max
SORTED: dict[Order, Callable[[CaseFacts], Any]] = {
    Order.NEWEST: lambda facts: -facts.registered_on.toordinal(),
    Order.DUE: lambda facts: facts.due_on or LAST,
    Order.QUIET: lambda facts: facts.last_on,
    Order.NUMBER: lambda facts: (facts.year, facts.serial or 10**9),
    Order.VILLAGE: lambda facts: (facts.village or "", facts.grid or ""),
    Order.RISK: lambda facts: -facts.risk,
}


def check_pages(book: Book, asked: CaseFilter, expected: list[CaseFacts], order: Order) -> None:
    """Pages are the chosen cases in order, every one on one page."""
    pages = [book.page(asked, order, offset, 2) for offset in range(0, len(expected) + 1, 2)]
    listed = [facts for page in pages for facts in page]
    assert sorted(facts.id for facts in listed) == sorted(facts.id for facts in expected)
    keys = [SORTED[order](facts) for facts in listed]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("单小山", {"单"}),
        ("小山", {"单"}),
        ("sxs", {"单"}),
        ("dxs", {"单"}),
        ("shanxiaoshan", {"单"}),
        ("SXS", {"单"}),
        ("ｓｘｓ", {"单"}),
        ("zhuoma", {"才让"}),
        ("才让·卓玛", {"才让"}),
        ("上庄", {"单", "才让"}),
        ("szc", {"单", "才让"}),
        ("小山 上庄", {"单"}),
        ("  ", {"单", "才让"}),
        ("（2026）共和民调字第1号", {"单"}),
        ("(2026)共和民调字第2号", {"才让"}),
        ("民调字第2", {"才让"}),
        ("100%", set()),
        ("_", set()),
        ("'", set()),
    ],
)
def test_a_case_is_found_by_characters_pinyin_or_initials(office: Office, text: str, hits: set[str]) -> None:
    names = {"单": "单小山", "才让": "才让·卓玛"}
    ids = {key: office.desk().register(an_entry(parties=between(name))).id for key, name in names.items()}
    chosen = {facts.id for facts in office.book.facts(CaseFilter(text=text))}
    assert chosen == {ids[key] for key in hits}


def between(name: str, minor: bool = False) -> tuple[Party, Party]:
    """A party of that name against another."""
    return (
        Party(id="p1", side=Side.APPLICANT, name=name, minor=minor),
        Party(id="p2", side=Side.RESPONDENT, name="李"),
    )


def test_a_minor_is_not_found_by_the_whole_name(office: Office) -> None:
    office.desk().register(an_entry(parties=between("马小龙", minor=True)))
    assert office.book.count(CaseFilter(text="马小龙")) == 0
    assert office.book.count(CaseFilter(text="马某")) == 1


def test_a_village_is_found_by_the_name_it_bears_now(office: Office) -> None:
    case = office.desk().register(an_entry())
    renamed = TOWN.villages[0].model_copy(update={"name": "新庄村"})
    town = TOWN.model_copy(update={"villages": (renamed, *TOWN.villages[1:])})
    office.desk().keep_roster(town, office.book.people)
    assert [facts.id for facts in office.book.facts(CaseFilter(text="xzc"))] == [case.id]
    assert office.book.count(CaseFilter(text="上庄")) == 0


def test_filters_compose_and_the_later_one_has_the_last_word() -> None:
    mine = OPEN & CaseFilter(mediator="m1", village="v1")
    assert mine == CaseFilter(states=ON_DESK, mediator="m1", village="v1")
    assert mine & CaseFilter(village="v2") == replace(mine, village="v2")
    assert mine & EVERYTHING == EVERYTHING & mine == mine


def test_a_period_brings_its_own_date_along() -> None:
    closed = CaseFilter(basis=DateBasis.CLOSED, period=PERIOD)
    registered = CaseFilter(basis=DateBasis.REGISTERED, period=PERIOD.later())
    assert closed & registered == registered
    assert registered & closed == closed
    assert closed & CaseFilter(village="v1") == replace(closed, village="v1")


def test_another_village_does_not_keep_the_grid_of_the_first() -> None:
    grid = CaseFilter(village="v1", grid="g1", mediator="m1")
    assert grid & CaseFilter(village="v2") == CaseFilter(village="v2", mediator="m1")
    assert grid & CaseFilter(grid="g2") == replace(grid, grid="g2")


SAID: list[tuple[CaseFilter, str]] = [
    (EVERYTHING, ""),
    (OPEN, "在办"),
    (CaseFilter(ids=frozenset("abc")), "数字背后的 3 件"),
    (CaseFilter(village="v1"), "村:上庄村"),
    (CaseFilter(village=""), "村:镇级"),
    (CaseFilter(village="v1", grid="g2"), "村:上庄村 · 网格:二网格"),
    (CaseFilter(states=frozenset({State.MEDIATING, State.ACCEPTED})), "已受理/调解中"),
    (CaseFilter(categories=frozenset({Category.LAND})), "山林土地"),
    (CaseFilter(sources=frozenset({Source.FOUND})), "主动调解"),
    (CaseFilter(levels=frozenset({Level.TOWN})), "镇级"),
    (CaseFilter(risk_from=Risk.HIGH), "风险≥较高"),
    (CaseFilter(mediator="m1"), "调解员:王生财"),
    (CaseFilter(mediator="m9"), "调解员:m9"),
    (CaseFilter(overdue_on=date(2026, 3, 2)), "逾期"),
    (CaseFilter(due_by=date(2026, 3, 9)), "2026-03-09前到期"),
    (CaseFilter(silent_since=date(2026, 3, 2)), "2026-03-02后无动静"),
    (CaseFilter(visit_by=date(2026, 3, 2)), "待回访"),
    (CaseFilter(session_by=date(2026, 3, 2)), "约定2026-03-02前调解"),
    (CaseFilter(decision_by=date(2026, 3, 9)), "研判意见2026-03-09前到期"),
    (CaseFilter(awaiting=True), "待反馈"),
    (CaseFilter(paused=True), "期限中止"),
    (CaseFilter(ahead=True), "还有事要办"),
    (CaseFilter(came=True), "上交或下派来的"),
    (CaseFilter(basis=DateBasis.CLOSED, period=PERIOD), "结案日期 2026-03-01 – 2026-03-31"),
    (CaseFilter(text="sxs"), "/sxs"),
    (OPEN & CaseFilter(village="v1", text="sxs"), "村:上庄村 · 在办 · /sxs"),
]


@pytest.mark.parametrize(("asked", "said"), SAID, ids=[said or "all" for _asked, said in SAID])
def test_a_filter_says_what_it_means(asked: CaseFilter, said: str) -> None:
    assert asked.describe(TOWN, PEOPLE) == said


class Marking(NullTranslations):
    """A language that shows what was translated."""

    def gettext(self, message: str) -> str:
        return f"<{message.encode('ascii', 'ignore').decode()}>"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid2)


@pytest.fixture
def abroad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", Marking())


@pytest.mark.usefixtures("abroad")
@pytest.mark.parametrize(
    "asked", [asked for asked, _said in SAID], ids=[said or "all" for _asked, said in SAID]
)
def test_a_filter_leaves_nothing_but_names_in_chinese(asked: CaseFilter) -> None:
    said = asked.describe(TOWN, PEOPLE)
    for name in ("上庄村", "二网格", "王生财"):
        said = said.replace(name, "")
    assert not any("\u4e00" <= character <= "\u9fff" for character in said), said


@pytest.mark.parametrize("name", sorted(set(FILTERS) - {"basis"}))
@given(data=st.data())
def test_a_filter_that_asks_for_anything_says_so(name: str, data: st.DataObject) -> None:
    asked = CaseFilter(**{name: data.draw(FILTERS[name])})
    assert bool(asked.describe(TOWN)) == (asked != EVERYTHING)


def test_a_case_from_outside_the_villages_is_asked_for_by_an_empty_name(office: Office) -> None:
    outside = office.desk().register(from_outside())
    office.desk().register(an_entry())
    assert [facts.id for facts in office.book.facts(CaseFilter(village=""))] == [outside.id]
