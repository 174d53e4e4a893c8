"""Holding a meeting: what is asked when one is opened, when somebody comes late, at a decision, and at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.events import DecisionMade
from mediation_tui.model.meeting import Attendance, MeetingHead
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Role
from mediation_tui.ui.acts.actform import Answers, given
from mediation_tui.ui.acts.asking import ahead, choose, is_among, line, story
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option

_A_WEEK = timedelta(days=7)
_SOMEBODY_ELSE = "*"
"""The choice of somebody who is not on the roster."""
_OTHER = "_other"
_APART = re.compile("[、，,；;]")
"""What stands between the names of people who are not on the roster."""


class Opening(NamedTuple):
    """What opens a meeting."""

    week: Period
    day: date
    place: str
    attendance: Attendance


class Table(NamedTuple):
    """Who may sit at it.

    Attributes:
        town: The office's places.
        people: The roster.
        last: The last meeting, whose people are proposed; none where there was none.
        actor: The name of whoever writes it down.
    """

    town: Town
    people: tuple[Person, ...]
    last: MeetingHead | None
    actor: str


def opening_fields(table: Table, today: date) -> tuple[FieldSpec, ...]:
    """What is asked when a meeting is opened: this week's, unless last week's is made up for."""
    this = Period.week_of(today)
    weeks = (
        Option(this, _("本周（{days}）").format(days=this), "bz benzhou"),
        Option(this.earlier(), _("上周（{days}）").format(days=this.earlier()), "sz shangzhou"),
    )
    return (
        choose("week", _("研判哪一周"), weeks, value=this),
        FieldSpec("day", _("开会日期"), "date", required=True, value=today),
        line("place", _("地点"), value=table.last.place if table.last else ""),
        *_attendance_fields(table, _likely(table)),
    )


def attendance_fields(table: Table, now: Attendance) -> tuple[FieldSpec, ...]:
    """What is asked to put right who was there."""
    return (*_attendance_fields(table, now), story("reason", _("更正原因"), required=True))


def _likely(table: Table) -> Attendance:
    """Who was expected last time, with whoever writes now; at the first meeting the head of the office leads."""
    if table.last:
        who = table.last.attendance
        expected = tuple(name for name in (*who.present, *who.absent) if name != table.actor)
        return Attendance(chair=who.chair, recorder=table.actor, present=expected)
    heads = (str(person.name) for person in table.people if person.active and person.role is Role.HEAD)
    return Attendance(chair=next(heads, table.actor), recorder=table.actor)


def _attendance_fields(table: Table, who: Attendance) -> Iterator[FieldSpec]:
    known = tuple(_people(table.town, table.people))
    names = {option.value for option in known}
    strangers = _("、").join(name for name in who.present if name not in names)
    yield from _somebody("chair", _("主持人"), known, who.chair)
    yield from _somebody("recorder", _("记录人"), known, who.recorder)
    yield FieldSpec("present", _("到会的人"), "many", options=known, value=_among(names, who.present))
    yield line("present" + _OTHER, _("名册以外的"), value=strangers, hint=_("顿号分开，如 派出所 李所长"))
    missing = _("、").join(name for name in who.absent if name not in names)
    yield FieldSpec("absent", _("缺席的人"), "many", options=known, value=_among(names, who.absent))
    yield line("absent" + _OTHER, _("名册以外缺席的"), value=missing)


def _among(names: Iterable[object], wanted: Iterable[str]) -> tuple[str, ...]:
    known = set(names)
    return tuple(name for name in wanted if name in known)


def _people(town: Town, people: Iterable[Person], first: Iterable[str] = ()) -> Iterator[Option]:
    """Those who serve, by name: some first, then the town's own, then village by village."""
    wanted = list(first)
    ranks = {village.id: rank for rank, village in enumerate(town.villages)}

    def turn(person: Person) -> tuple[int, int]:
        name = str(person.name)
        early = wanted.index(name) if name in wanted else len(wanted)
        return early, ranks.get(person.village or "", -1)

    met: set[str] = set()
    for person in sorted((each for each in people if each.active), key=turn):
        name = str(person.name)
        if name not in met:
            met.add(name)
            where = town.village_name(person.village) or person.role.label
            yield Option(name, f"{name}（{where}）", f"{name} {person.initials}")


def _somebody(name: str, label: str, known: tuple[Option, ...], value: str) -> Iterator[FieldSpec]:
    """Somebody from the roster, or whose name is typed."""
    options = (*known, Option(_SOMEBODY_ELSE, _("名册以外的人"), "qt qita mc"))
    on_roster = value in {option.value for option in known}
    first = value if on_roster or not value else _SOMEBODY_ELSE
    yield choose(name, label, options, value=first or None, hint=_("姓名、首字母或编号"))
    asked = is_among(name, _SOMEBODY_ELSE)
    typed = "" if on_roster else value
    yield line(name + _OTHER, _("{who}姓名").format(who=label), value=typed, required=True, when=asked)


def _told(answers: Answers, name: str) -> str | None:
    """Who was picked, or typed."""
    picked: str | None = answers[name]
    return answers[name + _OTHER] if picked == _SOMEBODY_ELSE else picked


def _all_told(answers: Answers, name: str, besides: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Everybody picked and typed, each once, without those named elsewhere."""
    typed = (each.strip() for each in _APART.split(answers[name + _OTHER] or ""))
    named = dict.fromkeys((*(answers[name] or ()), *filter(None, typed)))
    return tuple(each for each in named if each not in set(besides))


def attendance_of(answers: Answers) -> Attendance:
    """Who is there, as answered.

    Raises:
        ValidationError: With everything that is wrong.
    """
    chair, recorder = _told(answers, "chair"), _told(answers, "recorder")
    present = _all_told(answers, "present", besides=(chair, recorder))
    who = {"chair": chair, "recorder": recorder, "present": present, "absent": _all_told(answers, "absent")}
    return Attendance.model_validate({name: value for name, value in who.items() if value is not None})


def opening_of(answers: Answers) -> Opening:
    """What opens the meeting, as answered.

    Raises:
        ValidationError: With everything that is wrong.
    """
    return Opening(answers["week"], answers["day"], answers["place"] or "", attendance_of(answers))


def decision_fields(
    case: Case, town: Town, people: tuple[Person, ...], meets: date, text: str = ""
) -> tuple[FieldSpec, ...]:
    """What is asked at a decision: the case's mediator is proposed, and the day of the next meeting.

    Args:
        case: What is decided on.
        town: The office's places.
        people: The roster.
        meets: The day of this meeting.
        text: What is to be done, where that is known already.
    """
    names = {person.id: str(person.name) for person in people}
    mediators = [names.get(each, each) for each in case.mediators]
    near = [str(each.name) for each in people if each.village and each.village == case.village]
    known = tuple(_people(town, people, first=(*mediators, *near)))
    return (
        story("text", _("研判意见"), value=text, required=True, hint=_("做什么")),
        *_somebody("owner", _("承办人"), known, mediators[0] if mediators else ""),
        ahead("due", _("完成时限"), value=meets + _A_WEEK, required=True),
    )


def decision_of(answers: Answers) -> DecisionMade:
    """The decision, as answered.

    Raises:
        ValidationError: With everything that is wrong.
    """
    told = {"text": answers["text"], "owner": _told(answers, "owner"), "due": answers["due"]}
    return DecisionMade.model_validate(given(DecisionMade, told))


def closing_fields(meeting: MeetingHead, town: Town, people: tuple[Person, ...]) -> tuple[FieldSpec, ...]:
    """What is asked at the end: who signs the numbers, and anything else to be kept."""
    who = meeting.attendance
    known = tuple(_people(town, people, first=(who.chair, who.recorder, *who.present)))
    return (
        *_somebody("signer", _("核定人"), known, who.chair),
        story("note", _("备注"), hint=_("没有不填")),
    )


def signer_of(answers: Answers) -> str:
    """Who signs, as answered; empty where nobody was."""
    return _told(answers, "signer") or ""
