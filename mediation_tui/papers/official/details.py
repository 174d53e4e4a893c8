"""The cases behind an official table, one line each, without anybody's name (明细)."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.figures.tables.table import Table
from mediation_tui.i18n import _
from mediation_tui.model.facts import Countable
from mediation_tui.model.places import Town
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet


def table_details(table: Table, town: Town) -> Sheet:
    """Every case a table counts: where, what kind, when, and in which of its columns or lines.

    Args:
        table: What was counted.
        town: Names the places.
    """
    counted = _counted_in(table)
    ordered = sorted(table.facts.values(), key=lambda facts: (facts.year, facts.serial or 0, facts.number))
    rows = (_cells(n, facts, counted[facts.id], town) for n, facts in enumerate(ordered, 1))
    return Sheet(
        title=_("{title}明细").format(title=table.title),
        heads=tuple(Head(text) for text in _headings()),
        rows=tuple(map(Row, rows)),
        name=_("明细"),
        notes=(
            _(
                "本表不列当事人。计入：这件案件算在统计表的哪几栏（每行是一项内容的表是哪几行），只列计数的，不列比率。"
            ),
        ),
    )


def _headings() -> tuple[str, ...]:
    return (
        _("序号"),
        _("案号"),
        _("村（社区）"),
        _("类别"),
        _("来源"),
        _("登记日期"),
        _("受理日期"),
        _("调结日期"),
        _("状态"),
        _("计入"),
    )


def _cells(number: int, facts: Countable, counted: tuple[str, ...], town: Town) -> tuple[Cell, ...]:
    return (
        number,
        facts.number,
        town.village_name(facts.village),
        facts.category.label,
        facts.source.label,
        facts.registered_on,
        facts.accepted_on,
        facts.concluded_on,
        facts.state.label,
        _("、").join(counted),
    )


def _counted_in(table: Table) -> Mapping[str, tuple[str, ...]]:
    """For each case the numbers of the items it is counted in."""
    gathered: dict[str, set[int]] = {case: set() for case in table.facts}
    for row, line in enumerate(table.lines, 1):
        for column, figure in enumerate(line.figures, 1):
            for case in figure.cases if figure.whole is None else ():
                gathered[case].add(row if table.by_item else column)
    return {case: tuple(map(str, sorted(numbers))) for case, numbers in gathered.items()}
