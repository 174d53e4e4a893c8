"""What is said under a statement or a table wherever it is shown: by which dates it counts, and what was proven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from mediation_tui.figures.registers import Registers
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import FORMULAS, Reach, Reading, Statement
from mediation_tui.figures.tables.table import Table
from mediation_tui.i18n import _, language, ngettext
from mediation_tui.model.places import Town
from mediation_tui.rules.screening import Mark

_NAMED = 3
"""So many missing reports of a place are named by their periods; of more it is said how many."""


def date_basis() -> str:
    """Which dates decide what falls into a statement's period."""
    return _(
        "收案按登记（重新调解）日期，化解、未化解、撤回按调结日期，一件纠纷只计一次，计在产生结果的层级。"
    )


def statement_notes(statement: Statement, town: Town) -> Iterator[str]:
    """What is said under a statement, in this order."""
    yield sentence_of(statement)
    yield _("口径：{basis}").format(basis=date_basis()) + _(
        "期末未结看 {day}；守约、后来起诉看截止时间。"
    ).format(day=statement.basis.counted_to)
    for reach in Reach:
        yield _("{reach}：{formulas}。").format(reach=reach.label, formulas=_("；").join(_formulas(reach)))
    yield _(
        "平衡：上期结转＋本期新收＋重新调解＝化解＋未化解＋撤回＋作废＋期末未结；各村、各类别、各来源、各结果、各层级相加等于合计，均已核对。"
    )
    yield from register_notes(statement.registers, town)


def register_notes(registers: Registers, town: Town) -> Iterator[str]:
    """What the registers say beside a statement: who owes a report for when, and who was asked what."""
    if registers.missing is None:
        yield _("另列各项不参与平衡。未报排查：—（案件簿里还没有排查记录，不等于 0）。")
    elif not registers.missing:
        yield _("另列各项不参与平衡。未报排查：0 次，到期的都已报。")
    else:
        listed = _("；").join(_missing_by_place(registers.missing, town))
        yield _("另列各项不参与平衡。未报排查：{n} 次——{listed}。").format(
            n=len(registers.missing), listed=listed
        )
    if registers.rounds is not None:
        zero = sum(each.round.zero for each in registers.rounds)
        sentence = _("报来排查 {n} 次，其中零报告 {zero} 次。")
        yield sentence.format(n=len(registers.rounds), zero=zero)
    if registers.questions is not None:
        yield _advice_note(registers, town)


def _missing_by_place(missing: Sequence[Mark], town: Town) -> Iterator[str]:
    for spot, marks in groupby(missing, lambda mark: mark.spot):
        village, grid = spot
        place = town.village_name(village) + town.grid_name(village, grid)
        dues = [mark.due for mark in marks]
        periods = (
            _("、").join(f"{due.special} {due.period}".strip() for due in dues)
            if len(dues) <= _NAMED
            else ngettext("{n} 次", "{n} 次", len(dues)).format(n=len(dues))
        )
        yield _("{place}（{periods}）").format(place=place, periods=periods)


def _advice_note(registers: Registers, town: Town) -> str:
    outside, names = _("镇外"), registers.names
    return _("解答法律咨询 {n} 件。按村：{villages}；按解答人：{advisers}；按类别：{kinds}。").format(
        n=len(registers.questions or ()),
        villages=_counts(
            registers.questions_by(lambda each: town.village_name(each.question.village) or outside)
        ),
        advisers=_counts(
            registers.questions_by(lambda each: names.get(each.question.adviser, each.question.adviser))
        ),
        kinds=_counts(registers.questions_by(lambda each: each.question.category.label)),
    )


def _counts(counted: Mapping[str, int]) -> str:
    """How often each, the most frequent first."""
    return _("、").join(f"{name} {n}" for name, n in counted.items()) or _("无")


def _formulas(reach: Reach) -> Iterator[str]:
    for reading in Reading:
        yield _("{reading} ＝ {formula}").format(reading=reading.label, formula=_(FORMULAS[reach, reading]))


def table_notes(table: Table) -> Iterator[str]:
    """What is said under an official table, in this order."""
    said, description = language(), table.description
    yield from (description.notes_en if said == "en" and description.notes_en else description.notes)
    if table.proposed:
        n = len(table.proposed)
        yield ngettext(
            "其中 {n} 件的综治类别按对照表推定，还没有人确认。",
            "其中 {n} 件的综治类别按对照表推定，还没有人确认。",
            n,
        ).format(n=n)
    if remark := description.unverified_en if said == "en" else description.unverified:
        yield _("未核实：{remark}").format(remark=remark)
