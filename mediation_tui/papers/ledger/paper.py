"""The case ledger of a period as a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from mediation_tui.figures.basis import Basis
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.heads import Head
from mediation_tui.papers.ledger.columns import COLUMNS
from mediation_tui.papers.paper import Paper, about_figures, as_of_text, stem_of
from mediation_tui.papers.sheet import Row, Sheet, UnitLine


def ledger_paper(
    cases: Sequence[CaseFacts], basis: Basis, town: Town, values: Callable[[], Any], *, prepared_on: date
) -> Paper:
    """The ledger in every form it can leave in.

    Args:
        cases: The cases in hand on some day of the period, oldest number first.
        basis: The period, and as known when.
        town: Names the places.
        values: Makes the same for programs.
        prepared_on: The day a letter with it is signed.
    """
    sheet = ledger_sheet(cases, basis, town)
    return Paper(
        stem=stem_of(sheet.title),
        about=about_figures(sheet.title, town.office, basis),
        sheet=sheet,
        behind=(),
        values=values,
        letter=partial(covering_letter, sheet, town.office, prepared_on),
    )


def ledger_sheet(cases: Iterable[CaseFacts], basis: Basis, town: Town) -> Sheet:
    """One row for each case.

    Args:
        cases: The cases in hand on some day of the period, oldest number first.
        basis: The period, and as known when.
        town: Names the places.
    """
    rows = tuple(map(Row, ledger_rows(cases, town)))
    n = len(rows)
    return Sheet(
        title=_("{town}{period}矛盾纠纷台账").format(town=town.name, period=basis.period.label),
        heads=tuple(Head(text) for text in (_("序号"), *(column.heading for column in COLUMNS))),
        rows=rows,
        name=_("台账"),
        unit_line=UnitLine(town.office, basis.period.label, _("件、人、元")),
        notes=(
            ngettext(
                "共 {n} 件：期内在手的，作废的也列出。", "共 {n} 件：期内在手的，作废的也列出。", n
            ).format(n=n),
            _("当事人只写姓。日期都是最近一轮的；“—”是没有或还没有记下。"),
            _("截止 {instant}（北京时间）。").format(instant=as_of_text(basis)),
        ),
    )


def ledger_rows(cases: Iterable[CaseFacts], town: Town) -> Iterable[tuple[Any, ...]]:
    """The cells of each row, its number first."""
    for number, case in enumerate(cases, 1):
        yield (number, *(column.read(case, town) for column in COLUMNS))
