"""Which cases are meant, as a value: filters compose, compare and describe themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from mediation_tui.i18n import N_, _, ngettext
from mediation_tui.model.base import Word
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import ON_DESK, Category, Level, Risk, Source, State

if TYPE_CHECKING:
    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.risks import RiskStep


class DateBasis(Word):
    """The named event dates a period may select by; never the date of entry."""

    REGISTERED = "registered_on", N_("登记日期")
    ACCEPTED = "accepted_on", N_("受理日期")
    CONCLUDED = "concluded_on", N_("调结日期")
    CLOSED = "closed_on", N_("结案日期")


@dataclass(frozen=True)
class CaseFilter:
    """Which cases are meant; an empty filter means all.

    Attributes:
        text: Characters, pinyin or initials found in the number, the parties or the place.
        ids: Exactly these cases, such as the ones behind a figure.
        village: `""` asks for cases without a village.
        screening: Found by this round, by its id.
        overdue_on: A pressing limit had passed before this day.
        due_by: A pressing limit falls on or before this day.
        silent_since: Not concluded, and nothing has happened after this day.
        visit_by: A return visit is due on or before this day.
        session_by: A session is arranged for this day or one before.
        decision_by: A decision of a review nobody has answered for is due on or before this day.
        awaiting: In hand, and a partner (court, police, petition office …) has not answered a handover yet.
        paused: The mediation term stands still.
        ahead: In hand, or a visit or a decision is still waited for: of no other case anything lies ahead.
        came: Lifted or handed down to the level it is handled at now, not taken in there.
        period: With `basis`, the days a case must have been registered, accepted, concluded or closed on.
        in_hand: Days on at least one of which a case may have been in hand, or something averted: none that was is
            left out, some others are let in.
    """

    text: str = ""
    ids: frozenset[str] | None = None
    village: str | None = None
    grid: str | None = None
    states: frozenset[State] = frozenset()
    categories: frozenset[Category] = frozenset()
    sources: frozenset[Source] = frozenset()
    levels: frozenset[Level] = frozenset()
    mediator: str | None = None
    screening: str | None = None
    risk_from: Risk = Risk.ORDINARY
    overdue_on: date | None = None
    due_by: date | None = None
    silent_since: date | None = None
    visit_by: date | None = None
    session_by: date | None = None
    decision_by: date | None = None
    awaiting: bool = False
    paused: bool = False
    ahead: bool = False
    came: bool = False
    basis: DateBasis = DateBasis.REGISTERED
    period: Period | None = None
    in_hand: Period | None = None

    def __and__(self, other: CaseFilter) -> CaseFilter:
        """Both: whatever the other sets replaces what this one says, a grid with its village, a basis with its period."""
        plain = CaseFilter()
        stated = {
            field.name: getattr(other, field.name)
            for field in fields(other)
            if getattr(other, field.name) != getattr(plain, field.name)
        }
        stated |= {along: getattr(other, along) for name, along in _ALONG.items() if name in stated}
        return replace(self, **stated)

    def describe(self, town: Town, people: Sequence[Person] = (), risks: Sequence[RiskStep] = ()) -> str:
        """The filter in words, empty for all cases; a mediator's name is looked up among the people.

        Args:
            town: Whose places.
            people: Who may be meant.
            risks: How the office calls the steps of risk, if it has words of its own.
        """
        return " · ".join(self._parts(town, people, risks))

    def _parts(self, town: Town, people: Sequence[Person], risks: Sequence[RiskStep]) -> Iterator[str]:
        if self.ids is not None:
            yield ngettext("数字背后的 {n} 件", "数字背后的 {n} 件", len(self.ids)).format(n=len(self.ids))
        if self.village is not None:
            yield _("村:{name}").format(name=town.village_name(self.village) or _("镇级"))
        if self.grid is not None:
            yield _("网格:{name}").format(name=town.grid_name(self.village, self.grid))
        if self.states:
            yield _("在办") if self.states == ON_DESK else _words(State, self.states)
        for vocabulary, chosen in ((Category, self.categories), (Source, self.sources), (Level, self.levels)):
            if chosen:
                yield _words(vocabulary, chosen)
        if self.mediator is not None:
            known = (person.name for person in people if person.id == self.mediator)
            yield _("调解员:{name}").format(name=next(known, self.mediator))
        if self.screening is not None:
            yield _("一次排查发现")
        if self.risk_from:
            risk = risks[self.risk_from] if risks else self.risk_from
            yield _("风险≥{risk}").format(risk=risk.label)
        yield from self._dated_parts()
        if self.text:
            yield f"/{self.text}"

    def _dated_parts(self) -> Iterator[str]:
        if self.overdue_on:
            yield _("逾期")
        if self.due_by:
            yield _("{day}前到期").format(day=self.due_by)
        if self.silent_since:
            yield _("{day}后无动静").format(day=self.silent_since)
        if self.visit_by:
            yield _("待回访")
        if self.session_by:
            yield _("约定{day}前调解").format(day=self.session_by)
        if self.decision_by:
            yield _("研判意见{day}前到期").format(day=self.decision_by)
        if self.awaiting:
            yield _("待反馈")
        if self.paused:
            yield _("期限中止")
        if self.ahead:
            yield _("还有事要办")
        if self.came:
            yield _("上交或下派来的")
        if self.period:
            yield f"{self.basis.label} {self.period}"
        if self.in_hand:
            yield _("在手 {period}").format(period=self.in_hand)


def _words(vocabulary: type[Word], chosen: frozenset[str]) -> str:
    return "/".join(word.label for word in vocabulary if word in chosen)


_ALONG = {"village": "grid", "period": "basis"}
"""What says nothing without the other: a grid is one of its village, a basis is that of its period."""

EVERYTHING = CaseFilter()
OPEN = CaseFilter(states=ON_DESK)


class Order(Word):
    """How a list of cases is sorted; ties by registration, newest first."""

    NEWEST = "newest", N_("登记日 ↓")
    DUE = "due", N_("期限 ↑")
    QUIET = "quiet", N_("最久无动静")
    NUMBER = "number", N_("案号 ↑")
    VILLAGE = "village", N_("村 ↑")
    RISK = "risk", N_("风险 ↓")
