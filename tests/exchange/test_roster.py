from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import SheetError
from mediation_tui.exchange.members.headings import HEADINGS
from mediation_tui.exchange.outcome import RosterOutcome
from mediation_tui.exchange.refusals import BadRows
from mediation_tui.exchange.roster import export_roster, import_roster
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import CommitteeKind, Gender, Level, Post, Role, VillageKind
from mediation_tui.papers.delimited import write_csv
from mediation_tui.papers.sheet import About, Workbook
from mediation_tui.papers.workbook import write_workbook
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, a_book, an_entry
from tests.exchange.ledgers import csv_of

HEAD = tuple(names[0] for names in HEADINGS.values())
EMPTY = Town(name="共和镇", office="共和镇司法所")

Cells = Mapping[str, object]


def line(**cells: object) -> list[object]:
    """One row of the roster sheet by field."""
    assert set(cells) <= set(HEADINGS)
    return [cells.get(field, "") for field in HEADINGS]


def member(name: str, **cells: object) -> list[object]:
    return line(**{"village": "上庄村", "name": name, "role": "人民调解员", "post": "委员"} | cells)


class Roster:
    """An office that brings its roster in: a new one with nothing but its name, unless it has a book."""

    def __init__(self, folder: Path, book: EmbeddedBook | None = None) -> None:
        self.folder = folder
        self.book = book or EmbeddedBook.create(folder / "new.book", EMPTY, (), shipped_rules(), "o1")
        self.desk = Desk(self.book, "o1", SetClock.on(TODAY, tick=timedelta(milliseconds=1)))

    def bring(self, *rows: list[object]) -> RosterOutcome:
        return import_roster(self.desk, csv_of(self.folder, rows, HEAD, "名册.csv"))

    def refusals(self, *rows: list[object]) -> list[str]:
        """The sentences rows are refused with; nothing is written."""
        position = self.book.position()
        with pytest.raises(BadRows) as refused:
            self.bring(*rows)
        assert self.book.position() == position
        return [str(error) for error in refused.value.errors]

    def person(self, name: str) -> Person:
        (found,) = (person for person in self.book.people if person.name == name)
        return found


@pytest.fixture
def roster(tmp_path: Path) -> Iterator[Roster]:
    opened = Roster(tmp_path)
    yield opened
    opened.book.close()


@pytest.fixture
def settled(tmp_path: Path) -> Iterator[Roster]:
    opened = Roster(tmp_path, a_book(tmp_path))
    yield opened
    opened.book.close()


def test_a_first_roster_makes_places_people_and_committees(roster: Roster) -> None:
    outcome = roster.bring(
        line(town="共和镇", office="共和司法所"),
        line(village="上庄村", households="312户", phone="0971-2233445", aliases="上庄大队、尕庄"),
        line(village="上庄村", grid="一网格", households=100),
        line(village="东门社区"),
        member(
            "王生财",
            post="主任",
            gender="男",
            ethnicity="汉族",
            born="1970年",
            full_time="专职",
            phone=13812345678.0,
        ),
        line(village="上庄村", grid="一网格", name="李玉兰", role="网格员"),
        line(name="孙所长", role="司法所所长"),
    )
    town = roster.book.town
    upper, community = town.villages
    assert (outcome.people, outcome.villages, outcome.grids) == (3, 2, 1)
    assert (outcome.added, outcome.changed, outcome.same) == (6, 0, 0)
    assert (town.office, upper.id, upper.households, upper.phone) == (
        "共和司法所",
        "v01",
        312,
        "0971-2233445",
    )
    assert (upper.aliases, upper.initials) == (("上庄大队", "尕庄"), "szc spc")
    assert (upper.grids[0].id, upper.grids[0].households) == ("g001", 100)
    assert community.kind is VillageKind.COMMUNITY
    mediator = roster.person("王生财")
    assert (mediator.id, mediator.village, mediator.committee, mediator.post) == (
        "m001",
        "v01",
        "c01",
        Post.DIRECTOR,
    )
    assert (mediator.gender, mediator.birth_year, mediator.full_time) == (Gender.MALE, 1970, True)
    assert mediator.phone is not None
    assert mediator.phone.reveal() == "13812345678"
    assert (roster.person("李玉兰").role, roster.person("李玉兰").grid) == (Role.GRID_WORKER, "g001")
    assert (roster.person("孙所长").village, roster.person("孙所长").committee) == (None, None)


def test_every_village_and_the_town_have_a_committee_sharing_one_series(roster: Roster) -> None:
    roster.bring(line(village="上庄村"), line(village="东门社区"))
    committees = roster.book.town.committees
    assert [(c.id, c.name, c.kind, c.village) for c in committees] == [
        ("c00", "共和镇人民调解委员会", CommitteeKind.TOWN, None),
        ("c01", "上庄村人民调解委员会", CommitteeKind.VILLAGE, "v01"),
        ("c02", "东门社区人民调解委员会", CommitteeKind.COMMUNITY, "v02"),
    ]
    assert {c.number_template for c in committees} == {"（{year}）共和民调字第{serial}号"}
    entry = an_entry(village="v01", grid=None, level_received=Level.VILLAGE)
    assert roster.desk.register(entry).number == "（2026）共和民调字第1号"


def test_a_template_is_the_towns_or_a_villages_own(roster: Roster) -> None:
    roster.bring(
        line(template="共调〔{year}〕{serial:3}号"),
        line(village="上庄村"),
        line(village="下河村", template="下河{year}-{serial}"),
    )
    templates = {c.village: c.number_template for c in roster.book.town.committees}
    assert templates == {
        None: "共调〔{year}〕{serial:3}号",
        "v01": "共调〔{year}〕{serial:3}号",
        "v02": "下河{year}-{serial}",
    }
    roster.bring(line(template="新{year}-{serial}"))
    templates = {c.village: c.number_template for c in roster.book.town.committees}
    assert templates == {None: "新{year}-{serial}", "v01": "新{year}-{serial}", "v02": "下河{year}-{serial}"}


def test_the_same_roster_twice_writes_nothing(roster: Roster) -> None:
    rows = (
        line(village="上庄村", grid="一网格"),
        member("王生财", term_from="2024-1-1"),
        line(name="孙所长", role="所长"),
    )
    roster.bring(*rows)
    position = roster.book.position()
    outcome = roster.bring(*rows)
    assert (outcome.added, outcome.changed, outcome.same) == (0, 0, 4)
    assert roster.book.position() == position


def test_whoever_is_not_in_the_sheet_stays_and_leaves_only_by_saying_so(roster: Roster) -> None:
    roster.bring(member("王生财"), member("李玉兰"))
    roster.bring(member("李玉兰", status="离任"))
    assert roster.person("王生财").active
    assert not roster.person("李玉兰").active
    roster.bring(member("李玉兰"))
    assert not roster.person("李玉兰").active


def test_an_empty_cell_says_nothing_and_a_filled_one_is_put_right(roster: Roster) -> None:
    roster.bring(member("王生财", phone="13812345678", gender="男"))
    outcome = roster.bring(member("王生财", post="主任"))
    person = roster.person("王生财")
    assert (outcome.changed, person.post, person.gender, person.id) == (1, Post.DIRECTOR, Gender.MALE, "m001")
    assert person.phone is not None


def test_namesakes_with_different_birth_years_are_two_people(roster: Roster) -> None:
    roster.bring(member("王某", born="1970"))
    outcome = roster.bring(member("王某", born="1990"))
    assert [person.id for person in roster.book.people] == ["m001", "m002"]
    assert any("按另一人添加" in warning for warning in outcome.warnings)
    assert "请填出生年加以区分" in roster.refusals(member("王某", phone="13812345678"))[0]


def test_one_person_told_two_ways_is_refused(roster: Roster) -> None:
    (refusal,) = roster.refusals(member("王某", post="委员"), member("王某", post="主任"))
    assert refusal.startswith("第 3 行：与第 2 行是同一个王某")


def test_one_person_may_serve_in_two_roles(roster: Roster) -> None:
    roster.bring(member("王某"), line(village="上庄村", name="王某", role="网格员"))
    assert [person.role for person in roster.book.people] == [Role.MEDIATOR, Role.GRID_WORKER]


def test_a_renamed_village_keeps_its_code_and_its_old_name(roster: Roster) -> None:
    roster.bring(line(village="上庄村"))
    outcome = roster.bring(line(village="幸福村", aliases="上庄村"), member("王某", village="上庄"))
    (village,) = roster.book.town.villages
    assert (village.id, village.name, village.aliases, village.initials) == (
        "v01",
        "幸福村",
        ("上庄村",),
        "xfc nfc",
    )
    assert roster.book.town.committees[1].name == "幸福村人民调解委员会"
    assert (outcome.villages, roster.person("王某").village) == (1, "v01")


def test_codes_go_on_after_the_highest_and_are_never_given_again(settled: Roster) -> None:
    settled.bring(line(village="新庄村", grid="一网格"), member("新来人", village="新庄村"))
    assert settled.book.town.villages[-1].id == "v04"
    assert settled.book.town.villages[-1].grids[0].id == "g004"
    assert settled.person("新来人").id == "m003"
    assert [village.name for village in settled.book.town.villages[:3]] == ["上庄村", "下河村", "南坡社区"]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"role": ""}, "“身份”必填"),
        ({"role": "村长"}, "“身份”写的不是这里的选项；可以写：人民调解员"),
        ({"post": "组长"}, "“职务”写的不是这里的选项"),
        ({"role": "网格员"}, "“职务”只有人民调解员才填职务"),
        ({"gender": "先生"}, "“性别”"),
        ({"phone": "12345"}, "“电话”"),
        ({"born": "八十"}, "“出生年”不像出生年份"),
        ({"term_from": "2026-13-01"}, "“任期起”"),
        ({"term_from": "2026-01-01", "term_to": "2025-01-01"}, "“任期止”早于任期开始"),
        ({"village": "", "grid": "一网格"}, "“网格”写了网格就要写村"),
        ({"households": "很多"}, "“户数”"),
        ({"template": "第号"}, "“编号格式”"),
        ({"status": "不详"}, "“状态”"),
        ({"name": "王😀"}, "名称里不能有符号"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_written(roster: Roster, cells: Cells, says: str) -> None:
    (refusal,) = roster.refusals(member("李某"), member(**{"name": "王某", **cells}))
    assert refusal.startswith("第 3 行：")
    assert says in refusal


def test_every_bad_row_is_told(roster: Roster) -> None:
    refusals = roster.refusals(member("甲", gender="x"), member("乙"), line(village="上庄村", households="x"))
    assert [refusal.partition("：")[0] for refusal in refusals] == ["第 2 行", "第 4 行"]


def test_two_figures_for_one_place_are_refused(roster: Roster) -> None:
    (refusal,) = roster.refusals(
        line(village="上庄村", households=100), line(village="上庄村", households=101)
    )
    assert "户数与第 2 行不同" in refusal


def test_another_towns_roster_is_refused_once_there_are_villages(roster: Roster) -> None:
    roster.bring(line(town="总寨镇", village="上庄村"))
    assert roster.book.town.name == "总寨镇"
    with pytest.raises(SheetError, match="这是总寨镇的案件簿，名册却是共和镇的"):
        roster.bring(line(town="共和镇", village="别的村"))
    with pytest.raises(SheetError, match="不止一个乡镇"):
        roster.bring(line(town="共和镇", village="甲村"), line(town="总寨镇", village="乙村"))


def test_headings_go_by_other_words(roster: Roster) -> None:
    head = ["村居", "姓名*", "人员身份", "联系电话", "出生年月"]
    file = csv_of(roster.folder, [["上庄村", "王某", "调解员", "13812345678", "1980-05"]], head)
    assert import_roster(roster.desk, file).people == 1
    assert roster.person("王某").birth_year == 1980


def full_committee(**changes: object) -> list[list[object]]:
    """A committee the law has nothing to say against, the third member with changes."""
    return [
        member("马文", post="主任", gender="男", ethnicity="汉族", born=1970, term_to="2028-01-01"),
        member("李梅", post="副主任", gender="女", ethnicity="土族", born=1980, term_to="2028-01-01"),
        member(
            "王力", **{"gender": "男", "ethnicity": "汉族", "born": 1985, "term_to": "2028-01-01"} | changes
        ),
    ]


def warning_of(outcome: RosterOutcome, committee: str = "上庄村人民调解委员会") -> str:
    return next((line for line in outcome.warnings if line.startswith(committee)), "")


def test_a_committee_as_the_law_wants_it_is_not_warned_of(roster: Roster) -> None:
    assert warning_of(roster.bring(*full_committee())) == ""


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"post": "主任"}, "主任 2 人，应为 1 人"),
        ({"post": "聘任"}, "委员 2 人，应为 3 至 9 人"),
        ({"status": "离任"}, "委员 2 人，应为 3 至 9 人"),
        ({"term_to": "2026-03-01"}, "任期已满：王力"),
        ({"term_to": "2026-05-01"}, "任期 60 日内届满：王力"),
        ({"term_to": "2026-05-02"}, ""),
        ({"born": 2009}, "未成年：王力"),
    ],
)
def test_what_the_law_asks_of_a_committee_is_a_warning(roster: Roster, changes: Cells, says: str) -> None:
    warning = warning_of(roster.bring(*full_committee(**changes)))
    assert says in warning
    assert bool(says) == bool(warning)


def test_a_committee_needs_a_woman_and_the_smaller_nationalities(roster: Roster) -> None:
    outcome = roster.bring(
        *full_committee(),
        *(member(name, village="下河村", gender="男", ethnicity="汉族", post=post) for name, post in (("甲", "主任"), ("乙", ""), ("丙", ""))),
    )  # fmt: skip
    warning = warning_of(outcome, "下河村人民调解委员会")
    assert "没有女性委员" in warning
    assert "没有人数较少民族的委员" in warning


names = st.sampled_from(["王生财", "才让·卓玛", "李玉兰", "𠮷某"])
people = st.lists(
    st.builds(
        lambda name, village, born, role, phone, term: line(
            village=village,
            grid="一网格" if village else "",
            name=name,
            role=role,
            born=born,
            phone=phone,
            term_to=term,
        ),
        names,
        st.sampled_from(["上庄村", "东门社区", ""]),
        st.integers(1950, 2000),
        st.sampled_from([role.source for role in Role]),
        st.sampled_from(["", "13812345678", "0971-2233445"]),
        st.sampled_from(["", "2027-01-01"]),
    ),
    max_size=6,
    unique_by=lambda row: (row[2], row[6], row[7], row[10]),
)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=10, deadline=None)
@given(rows=people)
def test_a_roster_that_leaves_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, kind: str, rows: list[list[object]]
) -> None:
    roster = Roster(tmp_path_factory.mktemp("roster"))
    roster.bring(
        line(template="共调〔{year}〕{serial}号"), line(village="上庄村", aliases="尕庄", households=0), *rows
    )
    before, position = (roster.book.town, roster.book.people), roster.book.position()
    sheet, file = export_roster(roster.book), roster.folder / f"出.{kind}"
    if kind == "csv":
        write_csv(file, sheet)
    else:
        write_workbook(file, Workbook(About("名册", "司法所", datetime(2026, 3, 1, tzinfo=UTC)), (sheet,)))
    outcome = import_roster(roster.desk, file)
    assert (outcome.added, outcome.changed) == (0, 0)
    assert ((roster.book.town, roster.book.people), roster.book.position()) == (before, position)
    roster.book.close()


def test_a_roster_of_terms_and_posts_comes_back_the_same(settled: Roster) -> None:
    settled.bring(*full_committee(term_from="2025-01-01", full_time="专职", status="离任"))
    before = settled.book.people
    write_csv(settled.folder / "出.csv", export_roster(settled.book))
    outcome = import_roster(settled.desk, settled.folder / "出.csv")
    assert (outcome.changed, settled.book.people) == (0, before)
    assert settled.person("王力").term_from == date(2025, 1, 1)
