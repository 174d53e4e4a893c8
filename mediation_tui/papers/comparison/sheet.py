"""The comparison as a table: a row for each share of each place, a column for each period."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.comparing import READING, Compared, few, share_of
from mediation_tui.figures.figure import FEW, Share
from mediation_tui.figures.lines import Place, line_name
from mediation_tui.figures.statement import FORMULAS, Line, Reach
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.chart import MOST, Chart, ChartKind
from mediation_tui.papers.heads import Head
from mediation_tui.papers.paper import as_of_text
from mediation_tui.papers.sheet import Row, RowKind, Sheet, UnitLine, unsigned

_PLACE, _NOW, _LAST_YEAR = 1, 2, 3
"""The columns of a place's name, of the period's share and of last year's."""

_TOGETHER = 12
"""Places in one chart, so that two numbers fit beside each."""


def comparison_sheet(compared: Compared, town: Town) -> Sheet:
    """Each place with its shares now, a year ago and in the periods before; places in the town's order.

    Args:
        compared: What was counted.
        town: Names the lines.
    """
    now = compared.now
    return Sheet(
        title=_("{town}{period}小事不出村、大事不出镇同期对比").format(
            town=town.name, period=now.basis.period.label
        ),
        heads=tuple(_heads(compared)),
        rows=tuple(_rows(compared, town)),
        name=_("对比"),
        unit_line=UnitLine(town.office, now.basis.period.label, _("件")),
        notes=tuple(_notes(compared)),
        signers=unsigned(),
        charts=tuple(_charts(compared)),
    )


def _heads(compared: Compared) -> Iterator[Head]:
    yield Head(_("比率"))
    yield Head(compared.now.by.label)
    yield Head(_("本期"), (Head(compared.now.basis.period.label),))
    yield Head(_("去年同期"), (Head(compared.last_year.basis.period.label),))
    if compared.earlier:
        yield Head(_("以前各期"), tuple(Head(each.basis.period.label) for each in compared.earlier))


def _rows(compared: Compared, town: Town) -> Iterator[Row]:
    for reach in Reach:
        for line in (*compared.now.lines, compared.now.total):
            kind = RowKind.TOTAL if line.place is None else RowKind.BODY
            name = line_name(line.place, town, compared.now.by)
            cells = (cell_of(share) for share in shares_of(compared, line.place, reach))
            yield Row((reach.label, name, *cells), kind)


def shares_of(compared: Compared, place: Place | None, reach: Reach) -> Iterator[Share]:
    """A place's share in the period, a year ago and in the periods before, oldest first."""
    for statement in (compared.now, compared.last_year, *compared.earlier):
        yield share_of(statement, place, reach)


def cell_of(share: Share) -> Cell:
    """A share as it stands in a cell; out of nothing it is unknown."""
    return share.ratio if share.whole else None


def _notes(compared: Compared) -> Iterator[str]:
    for reach in Reach:
        formula = _(FORMULAS[reach, READING])
        yield _("{reach} ＝ {formula}。").format(reach=reach.label, formula=formula)
    yield _("各地按名册顺序，只同自己的过去比，不同别处比，不排名；不足 {few} 件的只列数字，不比较。").format(
        few=FEW
    )
    yield _("{dates}；截止 {instant}（北京时间）。").format(
        dates=compared.now.basis.dates, instant=as_of_text(compared.now.basis)
    )


def _charts(compared: Compared) -> Iterator[Chart]:
    """What stayed in the village now and a year ago, where there were disputes enough both times; a dozen to a chart."""
    rows = tuple(row for row, line in enumerate(compared.now.lines) if _twice_enough(compared, line))
    if len(rows) > MOST:
        return
    title = _("小事不出村率：本期和去年同期，只画两期都满 {few} 件的").format(few=FEW)
    for first in range(0, len(rows), _TOGETHER):
        some = rows[first : first + _TOGETHER]
        yield Chart(ChartKind.BAR, title, (_NOW, _LAST_YEAR), categories=_PLACE, rows=some)


def _twice_enough(compared: Compared, line: Line) -> bool:
    both = (share_of(each, line.place, Reach.VILLAGE) for each in (compared.now, compared.last_year))
    return not any(map(few, both))
