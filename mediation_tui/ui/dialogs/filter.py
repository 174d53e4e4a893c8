"""Which cases the ledger shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from textual.app import ComposeResult

from mediation_tui.i18n import _
from mediation_tui.model.base import Word
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import ON_DESK, Category, Level, Risk, Source, State
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter, DateBasis
from mediation_tui.ui.acts.asking import risk_options
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option

_DAYS_AHEAD = 7


class FilterDialog(Dialog[CaseFilter]):
    """Choose by place, state, kind, level, limit and period; what is left empty does not matter.

    What it does not ask about stays: the cases behind a number, the grid as long as its village.

    Args:
        chosen: What the ledger shows now.
        book: Whose places and people.
        today: The office's date.
    """

    def __init__(self, chosen: CaseFilter, book: Book, today: date) -> None:
        super().__init__(_("筛选台账"))
        self._chosen = chosen
        self._book = book
        self._today = today

    def body(self) -> ComposeResult:
        """The questions, answered as the ledger is filtered now."""
        yield Form(self._fields(), today=self._today)

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 筛选  Esc 取消")

    def _fields(self) -> Iterable[FieldSpec]:
        now = self._chosen
        yield village_field(now, self._book)
        yield FieldSpec("states", _("状态"), "many", options=_words(State), value=_chosen_states(now))
        yield FieldSpec("open", _("只看在办"), "yesno", value=now.states == ON_DESK or None)
        yield FieldSpec("pressing", _("期限"), "choice", options=_limits(), value=_limit(now))
        yield FieldSpec(
            "categories", _("类别"), "many", options=_words(Category), value=tuple(now.categories)
        )
        yield FieldSpec("sources", _("来源"), "many", options=_words(Source), value=tuple(now.sources))
        yield levels_field(now)
        yield FieldSpec(
            "risk_from", _("风险不低于"), "choice", options=_risks(self._book), value=now.risk_from or None
        )
        yield mediator_field(now, self._book)
        yield FieldSpec("basis", _("日期按"), "choice", options=_words(DateBasis), value=now.basis)
        period = now.period
        yield FieldSpec("first", _("从"), "date", value=period.first if period else None)
        yield FieldSpec("last", _("到"), "date", value=period.last if period else None)

    def save(self) -> None:
        """End with the filter."""
        assert self.form, "the body is a form"
        found = _filter(self.form.values(), self._today, self._book.rules.silent_after_days)
        grid = self._chosen.grid if found.village == self._chosen.village else None
        self.dismiss(replace(found, ids=self._chosen.ids, grid=grid))


def village_field(now: CaseFilter, book: Book) -> FieldSpec:
    """Which village; the town's own cases are one answer."""
    villages = [Option("", _("镇级"))]
    villages += [Option(village.id, village.name, village.initials) for village in book.town.villages]
    return FieldSpec("village", _("村（社区）"), "choice", options=tuple(villages), value=now.village)


def mediator_field(now: CaseFilter, book: Book) -> FieldSpec:
    """Which of the people on the roster mediates."""
    people = tuple(Option(person.id, person.name, person.initials) for person in book.people)
    return FieldSpec("mediator", _("调解员"), "choice", options=people, value=now.mediator)


def levels_field(now: CaseFilter) -> FieldSpec:
    """At which levels it is handled now."""
    return FieldSpec("levels", _("办理层级"), "many", options=_words(Level), value=tuple(now.levels))


def _filter(answers: dict[str, Any], today: date, silent_after: int) -> CaseFilter:
    first, last, pressing = answers["first"], answers["last"], answers["pressing"]
    states = frozenset(answers["states"] or ())
    return CaseFilter(
        village=answers["village"],
        states=ON_DESK if answers["open"] and not states - ON_DESK else states,
        categories=frozenset(answers["categories"] or ()),
        sources=frozenset(answers["sources"] or ()),
        levels=frozenset(answers["levels"] or ()),
        risk_from=answers["risk_from"] or Risk.ORDINARY,
        mediator=answers["mediator"],
        overdue_on=today if pressing == "overdue" else None,
        due_by=today + timedelta(days=_DAYS_AHEAD) if pressing == "soon" else None,
        silent_since=today - timedelta(days=silent_after + 1) if pressing == "silent" else None,
        visit_by=today if pressing == "visit" else None,
        awaiting=pressing == "awaiting",
        paused=pressing == "paused",
        basis=answers["basis"] or DateBasis.REGISTERED,
        period=Period(first or date.min, last or today) if first or last else None,
    )


def _limits() -> tuple[Option, ...]:
    return (
        Option("overdue", _("逾期"), "yq"),
        Option("soon", _("七日内到期或逾期"), "qrn"),
        Option("silent", _("无动静"), "wdj"),
        Option("visit", _("待回访"), "dhf"),
        Option("awaiting", _("待反馈"), "dfk"),
        Option("paused", _("期限中止"), "qxzz"),
    )


def _limit(chosen: CaseFilter) -> str | None:
    for name, asked in (
        ("overdue", chosen.overdue_on),
        ("soon", chosen.due_by),
        ("silent", chosen.silent_since),
        ("visit", chosen.visit_by),
        ("awaiting", chosen.awaiting),
        ("paused", chosen.paused),
    ):
        if asked:
            return name
    return None


def _words(vocabulary: type[Word]) -> tuple[Option, ...]:
    return tuple(Option(word, word.label) for word in vocabulary)


def _risks(book: Book) -> tuple[Option, ...]:
    return risk_options(book.rules)[1:]


def _chosen_states(chosen: CaseFilter) -> tuple[State, ...]:
    """The states picked one by one; all that are in hand are one answer of their own."""
    return () if chosen.states == ON_DESK else tuple(state for state in State if state in chosen.states)
