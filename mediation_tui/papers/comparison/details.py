"""The cases behind a comparison, period by period, by their numbers alone (明细)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.comparing import Compared, share_of
from mediation_tui.figures.figure import Share
from mediation_tui.figures.lines import line_name
from mediation_tui.figures.statement import Reach, Statement
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet


def details_sheet(compared: Compared, town: Town) -> Sheet:
    """Every case the period's shares and last year's are counted out of, once in each.

    Args:
        compared: What was counted.
        town: Names the lines.
    """
    rows = (cells for statement in (compared.now, compared.last_year) for cells in _cells(statement, town))
    return Sheet(
        title=_("{period}同期对比明细").format(period=compared.now.basis.period.label),
        heads=(
            *map(Head, (_("序号"), _("期间"), compared.now.by.label, _("案号"))),
            *(Head(reach.label) for reach in Reach),
        ),
        rows=tuple(Row((number, *cells)) for number, cells in enumerate(rows, 1)),
        name=_("明细"),
        notes=(
            _("本表不列当事人。1：计入分子和分母；0：只计入分母；空：不计入。"),
            _("以前各期的案件，见各期小事不出村统计的明细。"),
        ),
        landscape=False,
    )


def _cells(statement: Statement, town: Town) -> Iterator[tuple[Cell, ...]]:
    """What is said of each case of a period, line by line."""
    period = statement.basis.period.label
    for line in statement.lines:
        name = line_name(line.place, town, statement.by)
        shares = [share_of(statement, line.place, reach) for reach in Reach]
        for passed in line.passages:
            case = passed.facts.id
            if any(case in share.whole for share in shares):
                yield period, name, passed.facts.number, *(_counted(case, share) for share in shares)


def _counted(case: str, share: Share) -> Cell:
    return int(case in share.part) if case in share.whole else ""
