"""The entries of a calendar: what lies ahead of some cases in a period, one entry for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from operator import attrgetter

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.papers.calendar.dated import Dated
from mediation_tui.review.masking import Names
from mediation_tui.rules.planned import Planned, planned_of
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter


@dataclass(frozen=True)
class Entry:
    """One day's thing in a calendar.

    Attributes:
        uid: The same in every export, so that a calendar program changes the entry it has and adds no second.
        on: The day, all of it; days are those of Asia/Shanghai.
        summary: What a month's page shows.
        description: What is shown when it is opened.
        version: Rises with everything that is written of the case.
        touched_at: When something was last written of the case, UTC.
    """

    uid: str
    on: date
    summary: str
    description: str
    version: int
    touched_at: datetime


@dataclass(frozen=True)
class Calendar:
    """A calendar to be written to a file.

    Attributes:
        name: What calendar programs call it.
        made_at: The instant it is made, UTC.
        entries: What is in it, in the order of days.
    """

    name: str
    made_at: datetime
    entries: tuple[Entry, ...]


def calendar_of(
    book: Book, period: Period, whose: CaseFilter, made_at: datetime, *, named: bool = False
) -> Calendar:
    """What lies ahead in a period.

    Args:
        book: Where the cases are.
        period: The days.
        whose: Whose cases: all, a village's, a mediator's.
        made_at: The instant it is made, UTC.
        named: Whether the parties are named as lists name them, and decisions and what they are quoted; masked and
            left out otherwise.
    """
    said = partial(_entries, office=_Office(book.town, book.people), period=period, named=named)
    ahead = partial(planned_of, rules=book.rules, calendar=book.calendar)
    cases = book.cases(replace(whose, ahead=True), Dated)
    found = (entry for case in cases for entry in said(case, ahead(case)))
    return Calendar(
        name=" · ".join(filter(None, (book.town.office, whose.describe(book.town, book.people)))),
        made_at=made_at,
        entries=tuple(sorted(found, key=attrgetter("on", "summary", "uid"))),
    )


@dataclass(frozen=True)
class _Office:
    """The names of places and people."""

    town: Town
    people: tuple[Person, ...]


def _entries(
    case: Case, ahead: Iterable[Planned], office: _Office, period: Period, *, named: bool
) -> Iterator[Entry]:
    for planned in ahead:
        if planned.on in period:
            yield Entry(
                uid=f"{case.id}-{planned.key}@mediation-tui",
                on=planned.on,
                summary=_summary(planned, case, office.town),
                description="\n".join(_description(planned, case, office.people, named=named)),
                version=case.version,
                touched_at=case.touched_at,
            )


def _summary(planned: Planned, case: Case, town: Town) -> str:
    place = town.village_name(case.village) or str(town.name)
    return " · ".join((planned.label, place, case.number))


def _description(planned: Planned, case: Case, people: Iterable[Person], *, named: bool) -> Iterator[str]:
    """The kind of dispute, the parties, the mediators, where a limit comes from, and whose a decision is."""
    yield f"{case.category.label} · {case.state.label}"
    yield _("当事人：{parties}").format(parties=Names(case, masked=not named).versus)
    if names := mediators(case, people):
        yield _("调解员：{names}").format(names=_("、").join(names))
    if planned.clock and planned.clock.rule:
        yield planned.clock.rule.authority + (_("（本地）") if planned.clock.rule.local else "")
    if planned.clock and planned.clock.assumed:
        yield _("（节假日未公布，按周末推算）").strip()
    if planned.decision:
        yield _("承办：{owner}").format(owner=planned.decision.owner)
        if named:
            yield planned.decision.text


def mediators(case: Case, people: Iterable[Person]) -> tuple[str, ...]:
    """The names of a case's mediators; an id that is no longer on the roster stands for itself."""
    names = {person.id: str(person.name) for person in people}
    return tuple(names.get(each, each) for each in case.mediators)


def calendar_name(period: Period) -> str:
    """The name proposed for a calendar's file."""
    return _("日历_{first}–{last}.ics").format(first=period.first, last=period.last)
