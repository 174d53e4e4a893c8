"""What is said under a printed statement: by which dates it counts, what each share is, as of when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui import __version__
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import FORMULAS, Reach, Reading, Statement
from mediation_tui.i18n import _
from mediation_tui.papers.paper import as_of_text


def date_basis() -> str:
    """Which dates decide what falls into a period."""
    return _(
        "收案按登记（重新调解）日期，化解、未化解、撤回按调结日期，一件纠纷只计一次，计在产生结果的层级。"
    )


def notes_of(statement: Statement, prepared_on: date) -> Iterator[str]:
    """The notes of a statement, in the order they are printed."""
    yield sentence_of(statement)
    yield _("口径：{basis}").format(basis=date_basis()) + _(
        "期末未结看 {day}；守约、后来起诉看截止时间。"
    ).format(day=statement.basis.counted_to)
    for reach in Reach:
        yield _("{reach}：{formulas}。").format(reach=reach.label, formulas=_("；").join(_formulas(reach)))
    yield _(
        "平衡：上期结转＋本期新收＋重新调解＝化解＋未化解＋撤回＋作废＋期末未结；各村、各类别、各来源、各结果、各层级相加等于合计，均已核对。"
    )
    yield _("另列各项不参与平衡。未报排查：—（案件簿里还没有排查记录，不等于 0）。")
    yield _("截止 {instant}（北京时间）；制表日期 {day}；mediation-tui {version}。").format(
        instant=as_of_text(statement.basis), day=prepared_on, version=__version__
    )


def _formulas(reach: Reach) -> Iterator[str]:
    for reading in Reading:
        yield _("{reading} ＝ {formula}").format(reading=reading.label, formula=_(FORMULAS[reach, reading]))
