"""The whole town from period to period (走势), with a line to follow."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.comparing import Compared, few, share_of
from mediation_tui.figures.figure import FEW
from mediation_tui.figures.statement import Reach
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.chart import Chart, ChartKind
from mediation_tui.papers.comparison.sheet import cell_of
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet


def course_sheet(compared: Compared, town: Town) -> Sheet:
    """One row for each period of the same kind, oldest first, the present one last.

    Args:
        compared: What was counted.
        town: Whose shares they are.
    """
    periods = (*compared.earlier, compared.now)
    return Sheet(
        title=_("{town}小事不出村率、大事不出镇率逐期走势").format(town=town.name),
        heads=(Head(_("期间")), *(Head(reach.label) for reach in Reach)),
        rows=tuple(
            Row((each.basis.period.label, *(cell_of(share_of(each, None, reach)) for reach in Reach)))
            for each in periods
        ),
        name=_("走势"),
        notes=(_("案件簿里有第一件案件以前的各期不列。"),),
        charts=tuple(_charts(compared)),
    )


def _charts(compared: Compared) -> Iterator[Chart]:
    """Both shares in the periods that had disputes enough, where there is more than one."""
    rows = tuple(
        row
        for row, each in enumerate((*compared.earlier, compared.now))
        if not any(few(share_of(each, None, reach)) for reach in Reach)
    )
    if len(rows) > 1:
        title = _("全镇走势，只画满 {few} 件的").format(few=FEW)
        columns = tuple(range(1, 1 + len(Reach)))
        yield Chart(ChartKind.LINE, title, columns, rows=rows)
