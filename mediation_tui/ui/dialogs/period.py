"""Which days the figures are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from textual.app import ComposeResult

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _
from mediation_tui.model.period import Period, PeriodKind
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option

_FIRST_YEAR, _LAST_YEAR = 1990, 2100

Asked = Callable[[Mapping[str, Any]], bool]


class PeriodDialog(Dialog[Period]):
    """Choose a week, a month, a quarter, a half-year, a year, or the first and last day.

    Args:
        period: What is shown now.
        today: The office's date.
    """

    def __init__(self, period: Period, today: date) -> None:
        super().__init__(_("统计期间"))
        self._period = period
        self._today = today

    def body(self) -> ComposeResult:
        """The questions, answered by the period shown now."""
        yield Form(self._fields(), today=self._today)

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 看这一期  Esc 取消")

    @property
    def changed(self) -> bool:
        """Nothing is lost by leaving."""
        return False

    def _fields(self) -> Iterable[FieldSpec]:
        now, first = self._period, self._period.first
        kinds = tuple(Option(kind, kind.label) for kind in PeriodKind)
        yield FieldSpec("kind", _("期间"), "choice", True, options=kinds, value=now.kind)
        yield FieldSpec("year", _("年份"), "number", True, value=first.year, when=_any_of(*_OF_A_YEAR))
        for name, kind, label, parts in _PARTS:
            options = tuple(Option(n, _(words).format(n=n)) for n, words in enumerate(parts, start=1))
            value = _part_of(first, len(parts))
            yield FieldSpec(name, _(label), "choice", True, options=options, value=value, when=_any_of(kind))
        yield FieldSpec("day", _("其中一天"), "date", True, value=first, when=_any_of(PeriodKind.WEEK))
        yield FieldSpec("first", _("从"), "date", True, value=first, when=_any_of(PeriodKind.DAYS))
        yield FieldSpec("last", _("到"), "date", True, value=now.last, when=_any_of(PeriodKind.DAYS))

    def save(self) -> None:
        """End with the period, if it has begun."""
        assert self.form, "the body is a form"
        answers = self.form.values()
        period = _chosen(answers)
        if period.first > self._today:
            raise _wrong(_FIRST_FIELD[answers["kind"]], N_("这一期还没有开始"))
        self.dismiss(period)


_OF_A_YEAR = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
_FIRST_FIELD = {
    **dict.fromkeys(_OF_A_YEAR, "year"),
    PeriodKind.WEEK: "day",
    PeriodKind.DAYS: "first",
}
"""Under which field it is said that a period has not begun."""

_PARTS = (
    ("half", PeriodKind.HALF, N_("半年"), (N_("上半年"), N_("下半年"))),
    ("quarter", PeriodKind.QUARTER, N_("季度"), (N_("{n}季度"),) * 4),
    ("month", PeriodKind.MONTH, N_("月份"), (N_("{n}月"),) * 12),
)
"""The parts of a year: the field, its kind, its label, and what each part is called."""


def _any_of(*kinds: PeriodKind) -> Asked:
    return lambda answers: answers["kind"] in kinds


def _part_of(day: date, parts: int) -> int:
    """The half, quarter or month of a day, from 1."""
    return (day.month - 1) * parts // 12 + 1


def _chosen(answers: Mapping[str, Any]) -> Period:
    match answers["kind"]:
        case PeriodKind.WEEK:
            return Period.week_of(answers["day"])
        case PeriodKind.DAYS:
            return Period(answers["first"], answers["last"])
    year = _year(answers["year"])
    match answers["kind"]:
        case PeriodKind.MONTH:
            return Period.month(year, answers["month"])
        case PeriodKind.QUARTER:
            return Period.quarter(year, answers["quarter"])
        case PeriodKind.HALF:
            return Period.half(year, answers["half"])
    return Period.year(year)


def _year(typed: str) -> int:
    if typed.isdecimal() and _FIRST_YEAR <= int(typed) <= _LAST_YEAR:
        return int(typed)
    raise _wrong("year", N_("请写四位数的年份，例如 2026"))


def _wrong(field: str, sentence: str) -> InvalidEntry:
    return InvalidEntry([Problem(field, MediationError(sentence))])
