"""寨沙镇 in 2022, as it was published: 78 solved in the village, 37 in the town, 22 guided to court, 0 sent up to the county.

The same year gives 67.8 % or 56.9 %, 100 % or 83.9 %, depending on whether the 22 count (domain handbook §8): both are
printed, with the cases behind each, in the book, on the command line, in both languages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mediation_tui.cli.run import run
from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.figures.flow import Ending, Entry
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import Beside, Reach, Reading, Statement
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.i18n import use
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.places import Committee, Town, Village
from mediation_tui.model.vocabulary import CommitteeKind, Exit, FailureReason, Level
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import a_book, an_agreement, an_entry, valid
from tests.figures.tables.clerk import compare, sheets_of, tables_of
from tests.figures.tables.stories import shown

K = EventKind
YEAR = Period.year(2022)
NEW_YEARS_EVE = date(2022, 12, 31)

_VILLAGES = {"z1": "寨沙村", "z2": "龙江村", "z3": "板贡村"}
_NUMBER = "（{year}）寨沙民调字第{serial}号"

ZHAISHA = Town(
    name="寨沙镇",
    office="寨沙镇司法所",
    villages=tuple(Village(id=id_, name=name) for id_, name in _VILLAGES.items()),
    committees=tuple(
        Committee(
            id=f"c-{id_ or 'town'}",
            name=f"{name}人民调解委员会",
            kind=CommitteeKind.VILLAGE if id_ else CommitteeKind.TOWN,
            village=id_,
            number_template=_NUMBER,
        )
        for id_, name in (*_VILLAGES.items(), (None, "寨沙镇"))
    ),
)

TO_COURT = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)
LIFTED = happened.Lifted(to=Level.TOWN, reason="涉及两村")


@dataclass(frozen=True)
class Zhaisha:
    """The book, and which of its cases went which way.

    Attributes:
        numbers: The number of each case, by its id.
    """

    location: str
    in_village: frozenset[str]
    in_town: frozenset[str]
    to_court: frozenset[str]
    numbers: dict[str, str]

    @property
    def agreed(self) -> frozenset[str]:
        return self.in_village | self.in_town

    @property
    def concluded(self) -> frozenset[str]:
        return self.agreed | self.to_court

    def share(self, reach: Reach, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
        """The cases that stayed, and those they are a share of."""
        whole = self.agreed if reading is Reading.RESOLVED else self.concluded
        return (self.in_village if reach is Reach.VILLAGE else self.agreed), whole


def registered(desk: Desk, place: int, *acts: EventData) -> tuple[str, str]:
    """The id and the number of a dispute of some day of the year, in the villages by turns, and the end it took."""
    on = date(2022, 1, 4) + timedelta(days=2 * place)
    entry = an_entry(village=f"z{1 + place % 3}", grid=None, applied_on=on)
    desk.clock.instant = SetClock.on(on).instant
    case = desk.register(entry)
    for kind in (K.ACCEPTED, K.SESSION_HELD):
        case = desk.record(case.id, valid(kind, case, on))
    for act in acts:
        case = desk.record(case.id, act)
    return case.id, case.number


def agreed_at(level: Level, place: int) -> EventData:
    return an_agreement(date(2022, 1, 4) + timedelta(days=2 * place), level_resolved=level)


@pytest.fixture(scope="module")
def zhaisha(tmp_path_factory: pytest.TempPathFactory) -> Zhaisha:
    with closing(a_book(tmp_path_factory.mktemp("zhaisha"), ZHAISHA)) as book:
        desk = Desk(book, "m1", SetClock.on(YEAR.first, tick=timedelta(milliseconds=1)))
        with desk.together():
            village = [registered(desk, n, agreed_at(Level.VILLAGE, n)) for n in range(78)]
            town = [registered(desk, n, LIFTED, agreed_at(Level.TOWN, n)) for n in range(78, 115)]
            court = [registered(desk, n, TO_COURT) for n in range(115, 137)]
        location = book.location
    ids = (frozenset(id_ for id_, _number in group) for group in (village, town, court))
    return Zhaisha(location, *ids, dict([*village, *town, *court]))


@pytest.fixture(scope="module")
def statement(zhaisha: Zhaisha) -> Statement:
    with closing(EmbeddedBook(Path(zhaisha.location))) as book:
        return PeriodFigures(Present(book, SetClock.on(NEW_YEARS_EVE)), YEAR).statement()


@pytest.fixture
def english() -> Iterator[None]:
    use("en")
    yield
    use("zh")


SHARES = [
    (Reach.VILLAGE, Reading.RESOLVED, "67.8 %", "78/115"),
    (Reach.VILLAGE, Reading.CONCLUDED, "56.9 %", "78/137"),
    (Reach.TOWN, Reading.RESOLVED, "100.0 %", "115/115"),
    (Reach.TOWN, Reading.CONCLUDED, "83.9 %", "115/137"),
]


@pytest.mark.parametrize(("reach", "reading", "percent", "counts"), SHARES)
def test_each_share_is_printed_with_its_numbers_and_opens_its_cases(
    zhaisha: Zhaisha, statement: Statement, reach: Reach, reading: Reading, percent: str, counts: str
) -> None:
    share = statement.total.share(reach, reading)
    assert str(share) == f"{percent}（{counts}）"
    assert (share.part, share.whole) == zhaisha.share(reach, reading)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("reach", "reading", "percent", "counts"), SHARES)
def test_each_share_is_printed_in_english_too(
    statement: Statement, reach: Reach, reading: Reading, percent: str, counts: str
) -> None:
    assert str(statement.total.share(reach, reading)) == f"{percent} ({counts})"


def test_each_cell_opens_exactly_the_cases_that_went_that_way(zhaisha: Zhaisha, statement: Statement) -> None:
    cells = {column: statement.total.cases(column) for column in (*Entry, *Ending, *Beside)}
    assert {column: cases for column, cases in cells.items() if cases} == {
        Entry.RECEIVED: zhaisha.concluded,
        Ending.BY_VILLAGE: zhaisha.in_village,
        Ending.BY_TOWN: zhaisha.in_town,
        Ending.TO_COURT: zhaisha.to_court,
        Beside.GUIDED_TO_COURT: zhaisha.to_court,
    }
    assert not cells[Ending.BY_COUNTY]


def test_the_villages_share_the_year_among_them(zhaisha: Zhaisha, statement: Statement) -> None:
    *villages, desk = statement.lines
    assert [line.place for line in villages] == [("z1", None), ("z2", None), ("z3", None)]
    assert not desk.concluded()
    shares = [line.share(Reach.VILLAGE, Reading.CONCLUDED) for line in villages]
    assert frozenset().union(*(share.whole for share in shares)) == zhaisha.concluded
    assert [str(share) for share in shares] == ["56.5 %（26/46）", "56.5 %（26/46）", "57.8 %（26/45）"]


def test_the_sentence_says_it_with_the_twenty_two(statement: Statement) -> None:
    sentence = sentence_of(statement)
    for said in ("调结 137 件", "56.9 %（78/137）", "83.9 %（115/137）", "引导诉讼 22 件"):
        assert said in sentence


@pytest.mark.usefixtures("english")
def test_the_sentence_says_it_in_english(statement: Statement) -> None:
    sentence = sentence_of(statement)
    assert "56.9 % (78/137)" in sentence
    assert "83.9 % (115/137)" in sentence


def test_the_official_tables_of_the_year_tell_the_same(zhaisha: Zhaisha) -> None:
    with closing(EmbeddedBook(Path(zhaisha.location))) as book:
        figures = PeriodFigures(Present(book, SetClock.on(NEW_YEARS_EVE)), YEAR)
        ministry, balance, county, governance = (
            figures.table(shipped_table(name)) for name in ("ministry", "balance", "county", "governance")
        )
    assert shown(ministry, "total", "success", "written", "village_committee") == ["137", "115", "115", "137"]
    assert shown(balance, "own", "agreed", "failed", "open") == ["137", "115", "22", "0"]
    assert shown(county, "all", "unresolved") == ["137", "22"]
    rates = {str(line.name): line.figures[2] for line in governance.lines}
    assert rates["总况 成功率"].text == "83.9 %（115/137）"
    assert rates["总况 成功率"].cases == zhaisha.agreed
    assert rates["总况 成功率"].whole == zhaisha.concluded


# The command line


Say = Callable[..., str]

STATEMENT = ("report", "statement", "--from", YEAR.first, "--to", YEAR.last)


@pytest.fixture
def say(
    zhaisha: Zhaisha, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Say]:
    """Says a command line about the book in a language, and returns what it printed."""
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))

    def said(language: str, *words: object) -> str:
        line = ("--book", zhaisha.location, "--lang", language, *words)
        assert run([str(word) for word in line], SetClock.on(NEW_YEARS_EVE)) == 0
        return capsys.readouterr().out

    yield said
    use("zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_has_each_share_with_exactly_its_cases(zhaisha: Zhaisha, say: Say, language: str) -> None:
    total = json.loads(say(language, *STATEMENT, "--json"))["total"]
    shares = {(share["reach"], share["reading"]): share for share in total["shares"]}
    for reach, reading, percent, counts in SHARES:
        share, (part, whole) = shares[reach.value, reading.value], zhaisha.share(reach, reading)
        assert share["percent"] == percent
        assert f"{share['numerator']}/{share['denominator']}" == counts
        assert share["numerator_cases"] == sorted(part)
        assert share["denominator_cases"] == sorted(whole)
    figures = {figure["column"]: (figure["n"], figure["cases"]) for figure in total["figures"]}
    assert figures["by_village"] == (78, sorted(zhaisha.in_village))
    assert figures["by_town"] == (37, sorted(zhaisha.in_town))
    assert figures["to_court"] == (22, sorted(zhaisha.to_court))
    assert figures["by_county"] == (0, [])


@pytest.mark.parametrize(
    ("language", "village", "town", "court", "county", "comma"),
    [
        ("zh", "村级化解 78：", "镇级化解 37：", "引导诉讼 22：", "县级及以上化解 0：—", "、"),
        (
            "en",
            "By villages 78: ",
            "By the town 37: ",
            "Guided to court 22: ",
            "By county or above 0: —",
            ", ",
        ),
    ],
)
def test_explain_lists_exactly_the_cases_behind_each_number(
    zhaisha: Zhaisha, say: Say, language: str, village: str, town: str, court: str, county: str, comma: str
) -> None:
    lines = say(language, *STATEMENT, "--explain").split("\n")
    for heading, cases in ((village, zhaisha.in_village), (town, zhaisha.in_town), (court, zhaisha.to_court)):
        (line,) = [line for line in lines if line.startswith(heading)]
        assert set(line.removeprefix(heading).split(comma)) == {zhaisha.numbers[case] for case in cases}
    assert county in lines


@pytest.mark.parametrize(
    ("language", "readings"),
    [
        (
            "zh",
            [
                "小事不出村率 甲 67.8 %（78/115）",
                "小事不出村率 乙 56.9 %（78/137）",
                "大事不出镇率 甲 100.0 %（115/115）",
                "大事不出镇率 乙 83.9 %（115/137）",
            ],
        ),
        (
            "en",
            [
                "Stayed in the village A 67.8 % (78/115)",
                "Stayed in the village B 56.9 % (78/137)",
                "Stayed in the town A 100.0 % (115/115)",
                "Stayed in the town B 83.9 % (115/137)",
            ],
        ),
    ],
)
def test_explain_says_both_readings_with_their_formulas(say: Say, language: str, readings: list[str]) -> None:
    lines = say(language, *STATEMENT, "--explain").split("\n")
    for reading in readings:
        (line,) = [line for line in lines if line.startswith(f"{reading} ")]
        assert line.removeprefix(reading).strip(" ＝=")


def test_a_clerk_who_has_only_the_exported_events_makes_the_same_tables(zhaisha: Zhaisha, say: Say) -> None:
    files: dict[str, list[dict[str, Any]]] = {}
    for event in json.loads(say("zh", "case", "events", "--all", "--json")):
        files.setdefault(event["case_id"], []).append(event)
    sheets = sheets_of(list(files.values()), ZHAISHA, YEAR)
    with closing(EmbeddedBook(Path(zhaisha.location))) as book:
        tables = tables_of(Present(book, SetClock.on(NEW_YEARS_EVE)), YEAR)
    for name, sheet in sheets.items():
        compare(tables[name], sheet)
