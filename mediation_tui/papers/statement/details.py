"""The cases behind a statement, one line each, without anybody's name."""

from __future__ import annotations

from datetime import date

from mediation_tui.figures.columns import BESIDE
from mediation_tui.figures.flow import Ending, Passage
from mediation_tui.figures.statement import Statement
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet


def details_sheet(statement: Statement, town: Town) -> Sheet:
    """Every case the statement counts: where, what kind, how it came in and how it went out.

    Args:
        statement: What was counted.
        town: Names the places.
    """
    passages = statement.total.passages
    return Sheet(
        title=_("{period}小事不出村统计明细").format(period=statement.basis.period.label),
        heads=tuple(Head(text) for text in _headings()),
        rows=tuple(
            Row((number, *_cells(passed, statement, town))) for number, passed in enumerate(passages, 1)
        ),
        name=_("明细"),
        notes=(
            _("本表不列当事人。首接层级为镇级及以上的，统计表计在“镇级直接受理”。"),
            _("守约：履行完毕或未到期，且至今没有复发、起诉的记录；只看达成协议的。"),
        ),
    )


def _headings() -> tuple[str, ...]:
    return (
        _("序号"),
        _("案号"),
        _("村（社区）"),
        _("网格"),
        _("类别"),
        _("登记日期"),
        _("调结日期"),
        _("首接层级"),
        _("收案"),
        _("结果"),
        _("守约"),
        _("另列"),
    )


def _cells(passed: Passage, statement: Statement, town: Town) -> tuple[Cell, ...]:
    facts = passed.facts
    return (
        facts.number,
        town.village_name(facts.village),
        town.grid_name(facts.village, facts.grid),
        facts.category.label,
        facts.registered_on,
        _concluded_on(passed),
        facts.level_received.label,
        passed.entry.label,
        passed.ending.label if passed.ending else None,
        _kept(passed, statement),
        _beside(facts.id, statement),
    )


def _concluded_on(passed: Passage) -> date | None:
    return None if passed.ending is Ending.OPEN else passed.spell.concluded_on


def _kept(passed: Passage, statement: Statement) -> str:
    if not passed.resolved:
        return ""
    return _("是") if passed.kept(statement.basis.known_on) else _("否")


def _beside(case_id: str, statement: Statement) -> str:
    held = (column.label for column in BESIDE.columns if case_id in statement.total.cases(column))
    return _("、").join(held)
