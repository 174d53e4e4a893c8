"""Which days the figures are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from textual.app import ComposeResult

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.model.period import Period
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class PeriodKind(Word):
    """How a period is named."""

    MONTH = "month", N_("月")
    QUARTER = "quarter", N_("季度")
    YEAR = "year", N_("年")
    DAYS = "days", N_("自定起止")


class PeriodDialog(Dialog[Period]):
    """Choose a month, a quarter, a year, or the first and last day.

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

    def _fields(self) -> Iterable[FieldSpec]:
        now = self._period
        kind = kind_of(now)
        yield FieldSpec("kind", _("期间"), "choice", True, options=_kinds(), value=kind)
        yield FieldSpec("year", _("年份"), "number", True, value=now.first.year, when=_by_name)
        yield FieldSpec(
            "quarter",
            _("季度"),
            "choice",
            True,
            options=tuple(Option(n, _("{n}季度").format(n=n)) for n in range(1, 5)),
            value=_quarter(now.first),
            when=lambda answers: answers["kind"] is PeriodKind.QUARTER,
        )
        yield FieldSpec(
            "month",
            _("月份"),
            "choice",
            True,
            options=tuple(Option(n, _("{n}月").format(n=n)) for n in range(1, 13)),
            value=now.first.month,
            when=lambda answers: answers["kind"] is PeriodKind.MONTH,
        )
        yield FieldSpec("first", _("从"), "date", True, value=now.first, when=_by_days)
        yield FieldSpec("last", _("到"), "date", True, value=now.last, when=_by_days)

    def save(self) -> None:
        """End with the period, if it has begun."""
        assert self.form, "the body is a form"
        period = _chosen(self.form.values())
        if period.first > self._today:
            field = "first" if kind_of(period) is PeriodKind.DAYS else "year"
            raise InvalidEntry([Problem(field, MediationError(N_("这一期还没有开始")))])
        self.dismiss(period)


def kind_of(period: Period) -> PeriodKind:
    """How a period is named."""
    first = period.first
    if period == Period.year(first.year):
        return PeriodKind.YEAR
    if period == Period.quarter(first.year, _quarter(first)):
        return PeriodKind.QUARTER
    return PeriodKind.MONTH if period == Period.month(first.year, first.month) else PeriodKind.DAYS


def _chosen(answers: Mapping[str, Any]) -> Period:
    match answers["kind"]:
        case PeriodKind.MONTH:
            return Period.month(_year(answers["year"]), answers["month"])
        case PeriodKind.QUARTER:
            return Period.quarter(_year(answers["year"]), answers["quarter"])
        case PeriodKind.YEAR:
            return Period.year(_year(answers["year"]))
        case _:
            return Period(answers["first"], answers["last"])


def _year(typed: str) -> int:
    if typed.isdecimal() and _FIRST_YEAR <= int(typed) <= _LAST_YEAR:
        return int(typed)
    raise InvalidEntry([Problem("year", MediationError(N_("请写四位数的年份，例如 2026")))])


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _kinds() -> tuple[Option, ...]:
    return tuple(Option(kind, kind.label) for kind in PeriodKind)


def _by_name(answers: Mapping[str, Any]) -> bool:
    return answers["kind"] is not PeriodKind.DAYS


def _by_days(answers: Mapping[str, Any]) -> bool:
    return answers["kind"] is PeriodKind.DAYS
