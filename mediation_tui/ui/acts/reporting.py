"""Reporting a screening round: what is asked, who is likely to report, and the round the answers make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mediation_tui.i18n import _
from mediation_tui.model.people import Person
from mediation_tui.model.screening import Round, RoundKind
from mediation_tui.model.vocabulary import Discovery, Level, Post, Role, Source
from mediation_tui.rules.screening import Due, Spot
from mediation_tui.ui.acts.actform import Answers, given
from mediation_tui.ui.acts.asking import line, pick, story, yes_no
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.widgets.fieldspec import FieldSpec

_BETWEEN = re.compile("[、，,；;]+")


@dataclass(frozen=True)
class Owed:
    """A report a place owes, or might give again.

    Attributes:
        spot: The place.
        due: The period.
    """

    spot: Spot
    due: Due

    @property
    def kinds(self) -> tuple[RoundKind, ...]:
        """The kinds of round by which it can be reported."""
        if self.due.special:
            return (RoundKind.SPECIAL,)
        return tuple(kind for kind in RoundKind if kind is not RoundKind.SPECIAL)


def likely_reporter(people: Iterable[Person], spot: Spot, otherwise: str) -> str:
    """Who usually reports for a place: its grid worker, its committee's head, or another of its mediators.

    Args:
        people: The roster.
        spot: The place.
        otherwise: Who is named where the roster has nobody.
    """
    callers = people_of(people, spot)
    return str(callers[0].name) if callers else otherwise


def people_of(people: Iterable[Person], spot: Spot) -> tuple[Person, ...]:
    """Those of the roster who can report for a place, the one to ask first coming first."""
    village, grid = spot
    found = [p for p in people if p.active and p.village == village and p.role in _REPORTING]
    return tuple(sorted(found, key=lambda person: (grid is None or person.grid != grid, _rank(person))))


_REPORTING = (Role.MEDIATOR, Role.GRID_WORKER)


def _rank(person: Person) -> int:
    return 0 if person.post is Post.DIRECTOR else 1 + _REPORTING.index(person.role)


def report_fields(owed: Owed, today: date, reporter: str) -> tuple[FieldSpec, ...]:
    """What is asked of a round that is reported now."""
    new = FieldSpec("found", _("新登记纠纷"), "number", hint=_("几件，逐件登记"), when=_found_some)
    return (
        pick("kind", _("排查种类"), owed.kinds, value=owed.kinds[0]),
        FieldSpec("held_on", _("排查日期"), "date", required=True, value=min(today, owed.due.last)),
        *_who_went(None),
        *_what_came_of_it(None),
        new,
        *_in_words(None, reporter),
    )


def correction_fields(now: Round) -> tuple[FieldSpec, ...]:
    """What is asked to put a report right: all it says, and why."""
    return (
        pick("kind", _("排查种类"), RoundKind, value=now.kind),
        FieldSpec("first", _("期间从"), "date", required=True, value=now.first),
        FieldSpec("last", _("到"), "date", required=True, value=now.last),
        FieldSpec("held_on", _("排查日期"), "date", required=True, value=now.held_on),
        *_who_went(now),
        *_what_came_of_it(now),
        *_in_words(now, now.reporter),
        story("reason", _("更正原因"), required=True),
    )


def _found_some(answers: Answers) -> bool:
    return not answers["zero"]


def _who_went(now: Round | None) -> Iterator[FieldSpec]:
    people = _("、").join(now.people) if now else ""
    yield line("people", _("排查人员"), value=people, hint=_("姓名，用顿号分开"))
    yield FieldSpec("households", _("走访户数"), "number", value=now.households if now else None)


def _what_came_of_it(now: Round | None) -> Iterator[FieldSpec]:
    handled, passed_up = (now.handled or None, now.passed_up or None) if now else (None, None)
    yield yes_no("zero", _("零报告"), _("看过了，没有发现纠纷"), value=now.zero if now else False)
    yield FieldSpec("handled", _("当场处理"), "number", hint=_("几件"), value=handled, when=_found_some)
    yield FieldSpec("passed_up", _("上报件数"), "number", hint=_("几件"), value=passed_up, when=_found_some)


def _in_words(now: Round | None, reporter: str) -> Iterator[FieldSpec]:
    yield story("findings", _("排查情况"), value=now.findings if now else "")
    yield line("reporter", _("报告人"), value=reporter, required=True)


def round_reported(owed: Owed, answers: Answers, at: datetime) -> Round:
    """The round the answers make.

    Args:
        owed: The report it is.
        answers: What was answered.
        at: When it is reported, UTC.

    Raises:
        InvalidEntry: With everything that is wrong, by the names of the form's fields.
    """
    village, grid = owed.spot
    plain = {"village": village, "grid": grid, "first": owed.due.first, "last": owed.due.last}
    return _round(answers, **plain, reported_at=at)


def round_corrected(now: Round, answers: Answers) -> Round:
    """The round as the answers put it right; where it was, and when it was reported, stay.

    Raises:
        InvalidEntry: As for `round_reported`.
    """
    return _round(answers, village=now.village, grid=now.grid, reported_at=now.reported_at)


def _round(answers: Answers, **others: object) -> Round:
    names = tuple(name for each in _BETWEEN.split(answers["people"] or "") if (name := each.strip()))
    findings = Findings()
    with findings.within():
        made = Round.model_validate({**others, **given(Round, answers), "people": names})
    findings.refuse()
    return made


def found_by(round_: Round) -> Answers:
    """What is known already of a dispute a round found, by the names of the registration's fields."""
    return {
        "village": round_.village,
        "grid": round_.grid,
        "level_received": Level.GRID if round_.grid else Level.VILLAGE,
        "source": Source.FOUND,
        "discovery": Discovery.SCREENING,
        "found_on": round_.held_on,
    }
