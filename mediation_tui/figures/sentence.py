"""The statement in one sentence, the parts that do not flatter included."""

from __future__ import annotations

from mediation_tui.figures.flow import Ending
from mediation_tui.figures.statement import Beside, Line, Reach, Reading, Statement
from mediation_tui.i18n import _, ngettext


def sentence_of(statement: Statement) -> str:
    """What the statement says, with every share's numerator and denominator.

    Such as: 2026年2季度调结 92 件，其中网格、村化解 71 件；小事不出村率 77.2 %（71/92），大事不出镇率 91.3 %（84/92）；
    引导诉讼 6 件，超期办理 3 件。期末未结 12 件，其中超期 2 件。
    """
    total = statement.total
    period = _period(statement)
    if not total.concluded():
        return _("{period}没有调结的纠纷。{left}").format(period=period, left=_left(total))
    return _("{period}{concluded}，{near}；{stayed}；{guided}，{held}。{left}").format(
        period=period,
        concluded=_concluded(total),
        near=_near(total),
        stayed=_stayed(total),
        guided=_guided(total),
        held=_held(total),
        left=_left(total),
    )


def _period(statement: Statement) -> str:
    """The period, and up to which day while it is not over."""
    period, day = statement.basis.period, statement.basis.counted_to
    if day == period.last:
        return period.label
    return _("{period}（至 {day}）").format(period=period.label, day=day)


def _concluded(total: Line) -> str:
    n = len(total.concluded())
    return ngettext("调结 {n} 件", "调结 {n} 件", n).format(n=n)


def _near(total: Line) -> str:
    n = len(total.cases(Ending.BY_GRID) | total.cases(Ending.BY_VILLAGE))
    return ngettext("其中网格、村化解 {n} 件", "其中网格、村化解 {n} 件", n).format(n=n)


def _stayed(total: Line) -> str:
    """Both shares in the reading over everything concluded (乙), which is the headline."""
    return _("，").join(f"{reach.label} {total.share(reach, Reading.CONCLUDED)}" for reach in Reach)


def _guided(total: Line) -> str:
    n = len(total.cases(Beside.GUIDED_TO_COURT))
    return ngettext("引导诉讼 {n} 件", "引导诉讼 {n} 件", n).format(n=n)


def _held(total: Line) -> str:
    n = len(total.cases(Beside.HELD_PAST_TERM))
    return ngettext("超期办理 {n} 件", "超期办理 {n} 件", n).format(n=n)


def _left(total: Line) -> str:
    n, late = len(total.cases(Ending.OPEN)), len(total.cases(Beside.PAST_TERM))
    return ngettext(
        "期末未结 {n} 件，其中超期 {late} 件。", "期末未结 {n} 件，其中超期 {late} 件。", n
    ).format(n=n, late=late)
