"""Who reports which screening rounds when, what a round may say, and the board of who has reported.

No record is never a zero: a period nobody reported is missing, and one that is not over is not due yet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import Field

from mediation_tui.errors import InvalidEntry, MediationError, Problem, Refused
from mediation_tui.i18n import N_, language
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town, Village
from mediation_tui.model.screening import (
    Corrected,
    Reported,
    Round,
    RoundKind,
    Screening,
    ScreeningStep,
    Withdrawn,
    screening_of,
)
from mediation_tui.model.text import Line

_DAY = timedelta(days=1)


class Rhythm(Word):
    """How often a place reports."""

    WEEK = "week", N_("每周")
    HALF_MONTH = "half_month", N_("每半月")
    MONTH = "month", N_("每月")


class Reporter(Word):
    """Which places report."""

    VILLAGES = "villages", N_("各村（社区）")
    GRIDS = "grids", N_("各网格")


class SpecialDays(Frozen):
    """An important period (重要时间节点) with reports of its own.

    Attributes:
        name: What it is called, in Chinese and perhaps in English.
        daily: Each of its days has a report; else there is one for all of them.
    """

    name: Line
    name_en: Line = ""
    first: date
    last: date
    daily: bool = False

    @property
    def label(self) -> str:
        """Its name in the language spoken now."""
        return self.name if language() == "zh" else self.name_en or self.name


class ScreeningRules(Frozen):
    """The rhythm a town sets (domain handbook §9.2); an office edits it in its rules.

    Attributes:
        reporters: Who reports.
        rhythm: How often.
        since: From which day reports are asked for; from the first round on record unless it is said.
        grace_days: Days after a period's last in which its report may still come.
        special: Important periods.
    """

    reporters: Reporter = Reporter.VILLAGES
    rhythm: Rhythm = Rhythm.WEEK
    since: date | None = None
    grace_days: int = Field(default=0, ge=0, le=60)
    special: tuple[SpecialDays, ...] = ()


@dataclass(frozen=True)
class Due:
    """A period for which every reporting place owes a report.

    Attributes:
        first: Its first day.
        last: Its last day.
        special: The important period it belongs to; empty for the usual rhythm.
    """

    first: date
    last: date
    special: str = ""

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.first, self.last)

    def answered_by(self, round_: Round) -> bool:
        """Whether a round is a report for it: of its kind, and either ending in it or for all of it."""
        if (round_.kind is RoundKind.SPECIAL) != bool(self.special):
            return False
        return (
            self.first <= round_.last <= self.last or round_.first <= self.first <= self.last <= round_.last
        )


def due_between(rules: ScreeningRules, first: date, last: date) -> tuple[Due, ...]:
    """The periods whose last day lies between two days, both included, in the order they end.

    A period belongs to the stretch it ends in, so that neighbouring stretches add up.
    """
    usual = (Due(each.first, each.last) for each in _usual(rules.rhythm, first, last))
    found = [*usual, *(due for days in rules.special for due in _special(days))]
    asked = (due for due in found if first <= due.last <= last)
    wanted = (due for due in asked if rules.since is None or due.first >= rules.since)
    return tuple(sorted(wanted, key=lambda due: (due.last, due.first, due.special)))


def _usual(rhythm: Rhythm, first: date, last: date) -> Iterator[Period]:
    day = first
    while day <= last:
        period = period_around(rhythm, day)
        yield period
        day = period.last + _DAY


def period_around(rhythm: Rhythm, day: date) -> Period:
    """The period of a rhythm a day is in."""
    if rhythm is Rhythm.WEEK:
        return Period.week_of(day)
    month = Period.month(day.year, day.month)
    if rhythm is Rhythm.MONTH:
        return month
    middle = date(day.year, day.month, 15)
    return Period(month.first, middle) if day <= middle else Period(middle + _DAY, month.last)


def _special(days: SpecialDays) -> Iterator[Due]:
    if not days.daily:
        yield Due(days.first, days.last, days.label)
        return
    for n in range((days.last - days.first).days + 1):
        day = days.first + n * _DAY
        yield Due(day, day, days.label)


class Answer(Word):
    """How a place stands with a report."""

    REPORTED = "reported", N_("已报")
    ZERO = "zero", N_("零报告")
    MISSING = "missing", N_("未报")
    NOT_DUE = "not_due", N_("未到期")


Spot = tuple[str, str | None]
"""A village, or a grid of it."""


@dataclass(frozen=True)
class Mark:
    """How one place stands with one report.

    Attributes:
        spot: The place.
        due: The period.
        answer: How it stands with it.
        rounds: The rounds that answer it, by their ids.
    """

    spot: Spot
    due: Due
    answer: Answer
    rounds: tuple[str, ...]


@dataclass(frozen=True)
class Board:
    """Places against periods: who has reported what.

    Attributes:
        dues: The periods, in the order they end.
        rows: For each place, in the town's order, a mark for each period.
    """

    dues: tuple[Due, ...]
    rows: Mapping[Spot, tuple[Mark, ...]]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All of them, place by place."""
        return tuple(mark for row in self.rows.values() for mark in row)

    @property
    def missing(self) -> tuple[Mark, ...]:
        """The reports that are owed."""
        return tuple(mark for mark in self.marks if mark.answer is Answer.MISSING)


def spots(rules: ScreeningRules, town: Town) -> tuple[Spot, ...]:
    """The places that report, in the town's order; a village without grids reports for itself."""
    if rules.reporters is Reporter.VILLAGES:
        return tuple((village.id, None) for village in town.villages)
    return tuple(spot for village in town.villages for spot in _grids_of(village))


def _grids_of(village: Village) -> Iterator[Spot]:
    if not village.grids:
        yield village.id, None
    for grid in village.grids:
        yield village.id, grid.id


def board(
    rules: ScreeningRules, town: Town, rounds: Iterable[Screening], first: date, last: date, today: date
) -> Board:
    """Who has reported, of the periods that end between two days.

    Args:
        rules: Who reports when. Where they do not say since when, every period is asked for.
        town: The places.
        rounds: The rounds that may answer; withdrawn ones are passed over.
        first: The first day.
        last: The last one.
        today: The office's date: what is over by then is missing if nobody reported it.
    """
    dues = due_between(rules, first, last)
    answers = _answers(dues, rounds)
    rows = {
        spot: tuple(_mark(spot, due, _answered(spot, due, town, answers), rules, today) for due in dues)
        for spot in spots(rules, town)
    }
    return Board(dues, rows)


_Answers = Mapping[tuple[Spot, Due], Sequence[Screening]]
"""The rounds a place has reported for a period; nothing where it has not."""


def _answers(dues: Sequence[Due], rounds: Iterable[Screening]) -> _Answers:
    """Each round where it answers; only the periods about its own days are looked at."""
    lasts = [due.last for due in dues]
    longest = max((due.last - due.first for due in dues), default=_DAY)
    found: dict[tuple[Spot, Due], list[Screening]] = {}
    for each in rounds:
        held = each.round
        if not each.withdrawn:
            for due in dues[bisect_left(lasts, held.first) : bisect_right(lasts, held.last + longest)]:
                if due.answered_by(held):
                    found.setdefault((held.place, due), []).append(each)
    return found


def _answered(spot: Spot, due: Due, town: Town, answers: _Answers) -> Sequence[Screening]:
    """The rounds by which a place has reported; none unless it has.

    A village's own round speaks for its grids, and its grids together speak for the village.
    """
    village, grid = spot
    found = answers.get((spot, due), ()) or (answers.get(((village, None), due), ()) if grid else ())
    if found or grid:
        return found
    of_grids = [answers.get(((village, each.id), due), ()) for each in town.village(village).grids]
    return [each for of_grid in of_grids for each in of_grid] if of_grids and all(of_grids) else ()


def _mark(spot: Spot, due: Due, answers: Sequence[Screening], rules: ScreeningRules, today: date) -> Mark:
    if answers:
        zero = all(each.round.zero for each in answers)
        how = Answer.ZERO if zero else Answer.REPORTED
    else:
        over = today > due.last + rules.grace_days * _DAY
        how = Answer.MISSING if over else Answer.NOT_DUE
    return Mark(spot, due, how, tuple(each.id for each in answers))


def asked_since(rules: ScreeningRules, begun: date | None) -> date | None:
    """The first day reports are asked for: as the office says, or else that of the period reported first.

    Args:
        rules: The office's.
        begun: The first day of the earliest period somebody reported; none where nobody did.
    """
    return rules.since or begun


def check_round(round_: Round, others: Iterable[Screening], today: date) -> None:
    """Refuse a round that cannot have been held, or that was reported already.

    Args:
        round_: What is reported.
        others: Every other round that may have days in common with it.
        today: The office's date.

    Raises:
        Refused: Its period has not begun, or it overlaps another.
        InvalidEntry: It was held in the future, or before its period.
    """
    if round_.first > today:
        raise Refused(
            N_("{first} – {last} 还没有开始，不能先报；最早到 {first} 再报。"),
            first=round_.first,
            last=round_.last,
        )
    if round_.held_on < round_.first:
        error = MediationError(N_("排查日期不能早于期间的第一天（{day}）"), day=round_.first)
        raise InvalidEntry([Problem("held_on", error)])
    if round_.held_on > today:
        error = MediationError(N_("排查日期不能晚于今天（{day}）"), day=today)
        raise InvalidEntry([Problem("held_on", error)])
    for other in others:
        same = other.round.place == round_.place and other.round.kind is round_.kind
        if same and not other.withdrawn and _meet(other.round, round_):
            raise Refused(
                N_("{first} – {last} 的{kind}排查已经报过，期间不能重叠；写错了的，请更正那一次。"),
                first=other.round.first,
                last=other.round.last,
                kind=other.round.kind,
            )


def _meet(one: Round, other: Round) -> bool:
    return one.first <= other.last and other.first <= one.last


def check(earlier: Sequence[ScreeningStep], step: ScreeningStep) -> None:
    """Refuse a step that may not be a round's next.

    Raises:
        Refused: Why not.
    """
    if not earlier:
        if not isinstance(step.data, Reported):
            raise Refused(N_("排查记录要从报告开始。"))
        return
    stands = screening_of(earlier)
    if stands.withdrawn:
        raise Refused(N_("这次排查的记录已经撤销，不能再改；请另报一次。"))
    match step.data:
        case Reported():
            raise Refused(N_("这次排查已经报过；写错了的，可以更正或撤销。"))
        case Corrected(round=round_):
            if round_ == stands.round:
                raise Refused(N_("没有改动。"))
        case Withdrawn():
            pass
