"""What each village has before it in a week, read from the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.period import Period
from mediation_tui.papers.calendar.dated import Dated
from mediation_tui.rules.planned import Planned, planned_of
from mediation_tui.rules.screening import Answer, Mark, asked_since, board
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter

_BEFORE = timedelta(weeks=4)
"""How far back a report that is still owed is asked for."""


@dataclass(frozen=True)
class Job:
    """One thing to be done.

    Attributes:
        on: Its day.
        what: What it is, in the language spoken now.
        case: The case it is about; none for a screening report.
    """

    on: date
    what: str
    case: Case | None = None


@dataclass(frozen=True)
class OpenCase:
    """A case in hand.

    Attributes:
        due: The next day by which something is to be done, in the past where that is late; none without one.
    """

    case: Case
    due: date | None


@dataclass(frozen=True)
class VillageWeek:
    """What one village has before it.

    Attributes:
        village: Its id; none for the disputes the town took in from outside.
        late: What was to be done before the week and is not, oldest first.
        jobs: What falls into the week, by days.
        in_hand: The cases in hand, the nearest day first.
    """

    village: str | None
    late: tuple[Job, ...]
    jobs: tuple[Job, ...]
    in_hand: tuple[OpenCase, ...]


def village_weeks(
    book: Book, week: Period, today: date, village: str | None = None
) -> tuple[VillageWeek, ...]:
    """What the villages have before them, in the town's order.

    Args:
        book: Where the cases and the rounds are.
        week: The week.
        today: The office's date: by then a report is missing.
        village: Only this one; `""` for the town itself.
    """
    cases = defaultdict[str | None, list[Case]](list)
    for case in book.cases(CaseFilter(village=village, ahead=True), Dated):
        cases[case.village].append(case)
    reports = _reports(book, week, today)
    known = [each.id for each in book.town.villages if village in (None, each.id)]
    others = sorted(set(cases) - set(known), key=lambda each: each or "￿")
    if village == "":
        others = [None]
    places = (*known, *others) or (None,)
    ahead = partial(planned_of, rules=book.rules, calendar=book.calendar)
    return tuple(
        _village_week(each, [(case, ahead(case)) for case in cases[each]], reports[each], week)
        for each in places
    )


_Ahead = tuple[Case, tuple[Planned, ...]]
"""A case with what lies ahead of it."""


def _village_week(
    village: str | None, cases: Iterable[_Ahead], reports: Sequence[Job], week: Period
) -> VillageWeek:
    jobs, in_hand = list(reports), []
    for case, planned in cases:
        jobs += (Job(each.on, each.label, case) for each in planned if _wanted(each, week))
        if case.on_desk:
            in_hand.append(OpenCase(case, next((each.on for each in planned if _asks(each, week)), None)))
    jobs.sort(key=lambda job: (job.on, job.case.number if job.case else "", job.what))
    in_hand.sort(key=lambda each: (each.due or date.max, each.case.number))
    return VillageWeek(
        village=village,
        late=tuple(job for job in jobs if job.on < week.first),
        jobs=tuple(job for job in jobs if job.on in week),
        in_hand=tuple(in_hand),
    )


def _wanted(planned: Planned, week: Period) -> bool:
    """Whether it stands on the sheet: what falls into the week, and what was to be done before."""
    return planned.on in week or (planned.on < week.first and _asks(planned, week))


def _asks(planned: Planned, week: Period) -> bool:
    """Whether it asks for something still; a window for the court that is shut does not."""
    return planned.to_do and not (planned.clock and planned.clock.shut(week.first))


def _reports(book: Book, week: Period, today: date) -> defaultdict[str | None, list[Job]]:
    """For each village, the screening reports due in the week, and those of the weeks before that are still owed."""
    since = asked_since(book.rules.screening, book.first_screened())
    rules = book.rules.screening.model_copy(update={"since": since or week.first})
    around = Period(week.first - _BEFORE, week.last)
    found = board(rules, book.town, book.screenings(around), around.first, around.last, today)
    jobs = defaultdict[str | None, list[Job]](list)
    for mark in found.marks:
        if mark.due.last in week or mark.answer is Answer.MISSING:
            jobs[mark.spot[0]].append(Job(mark.due.last, _report(mark, book)))
    return jobs


def _report(mark: Mark, book: Book) -> str:
    grid, due = book.town.grid_name(*mark.spot), mark.due
    words = _("报排查（至 {last:%m-%d}）：{answer}").format(last=due.last, answer=mark.answer.label)
    return "".join(_spoken(grid, due.special)) + words


def _spoken(*names: str) -> Iterator[str]:
    yield from (f"{name} " for name in names if name)
