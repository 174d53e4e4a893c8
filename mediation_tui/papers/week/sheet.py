"""A village's week as a table to hang up and write on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from mediation_tui.clock import BEIJING
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.model.weekday import weekday
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, RowKind, Sheet, Signer
from mediation_tui.papers.week.gathering import Job, OpenCase, VillageWeek
from mediation_tui.review.masking import Names

_DAY, _NUMBER = 18, 29
"""The widths at which a day and a case number stay on one line in any typeface, in half-width characters."""
_ROOM = 30
"""How wide the column is that is written in by hand."""
_BLANK, _MORE = "\n", 2
"""A cell two lines high, and how many rows of them there are for what comes up."""


def week_sheet(
    had: VillageWeek, week: Period, town: Town, people: Iterable[Person], as_of: datetime, *, named: bool
) -> Sheet:
    """The table.

    Args:
        had: What the village has before it.
        week: The week.
        town: Names the places.
        people: The mediators, with their numbers.
        as_of: The instant of the book's knowledge.
        named: Whether the parties are named as lists name them; by the surname alone otherwise.
    """
    name = town.village_name(had.village) or _("{town}（镇级）").format(town=town.name)
    pen = _Pen({person.id: person for person in people}, named=named)
    return Sheet(
        title=_("{village}周工作表（{first} – {last}）").format(
            village=name, first=week.first, last=week.last
        ),
        heads=(
            Head(_("日期"), room=_DAY),
            Head(_("事项")),
            Head(_("案号"), room=_NUMBER),
            Head(_("当事人")),
            Head(_("调解员、电话")),
            Head(_("办理记录"), room=_ROOM),
        ),
        rows=tuple(pen.rows(had, week)),
        name=name,
        notes=tuple(_notes(had, town, as_of, named=named)),
        signers=(Signer(_("村（社区）负责人")), Signer(_("填写人")), Signer(_("日期"))),
        roomy=True,
    )


def _notes(had: VillageWeek, town: Town, as_of: datetime, *, named: bool) -> Iterator[str]:
    phone = next((village.phone for village in town.villages if village.id == had.village), "")
    if phone:
        yield _("村（社区）电话：{phone}。").format(phone=phone)
    if any(job.case for job in had.late):
        yield _("“此前未办”是本周以前就该办、还没有记下的。")
    if not named:
        yield _("当事人只写姓。用后按内部资料保管。")
    instant = f"{as_of.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    yield _("截止 {instant}（北京时间）。").format(instant=instant)


class _Pen:
    """Writes the rows, from what is late to the lines that stay empty."""

    def __init__(self, people: dict[str, Person], *, named: bool) -> None:
        self._people, self._named = people, named

    def rows(self, had: VillageWeek, week: Period) -> Iterator[Row]:
        for n, job in enumerate(had.late):
            dated = _("{what}（{day:%m-%d}）").format(what=job.what, day=job.on)
            yield self._row("" if n else _("此前未办"), dated, job.case)
        for n in range((week.last - week.first).days + 1):
            day = week.first + timedelta(days=n)
            yield from self._day(day, [job for job in had.jobs if job.on == day])
        cases = ngettext("{n} 件", "{n} 件", len(had.in_hand)).format(n=len(had.in_hand))
        yield Row((_("在办案件"), cases, "", "", "", ""), RowKind.SUBTOTAL)
        yield from map(self._open, had.in_hand)
        for n in range(_MORE):
            yield Row(("" if n else _("其他事项"), "", "", "", "", _BLANK))

    def _day(self, day: date, jobs: list[Job]) -> Iterator[Row]:
        """A day's jobs under its name; a day without any is there to be written in."""
        named = _("{month}月{day}日 {weekday}").format(month=day.month, day=day.day, weekday=weekday(day))
        for n, job in enumerate(jobs):
            yield self._row("" if n else named, job.what, job.case)
        if not jobs:
            yield self._row(named, "", None)

    def _open(self, each: OpenCase) -> Row:
        case = each.case
        due = _("{day:%m-%d} 前").format(day=each.due) if each.due else ""
        return self._row(due, f"{case.category.label} · {case.state.label}", case)

    def _row(self, when: str, what: str, case: Case | None) -> Row:
        if case is None:
            return Row((when, what, "", "", "", ""))
        parties = Names(case, masked=not self._named).versus
        return Row((when, what, case.number, parties, "\n".join(self._mediators(case)), ""))

    def _mediators(self, case: Case) -> Iterator[str]:
        for each in case.mediators:
            person = self._people.get(each)
            number = person.phone.reveal() if person and person.phone else ""
            yield f"{person.name if person else each} {number}".rstrip()
