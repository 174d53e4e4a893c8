"""Proving the sums of a table before anybody sees it (勾稽)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mediation_tui.errors import UnbalancedStatement
from mediation_tui.figures.cases import together
from mediation_tui.figures.figure import NONE, CaseIds, Figure, Ratio
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.i18n import N_

Row = Mapping[str, Figure]
"""The figures of one place, or one column, by the ids of their items."""


def require_sums(description: TableDescription, rows: Iterable[tuple[Phrase, Row]]) -> None:
    """Refuse a table in which a sum its description names does not hold in some row.

    Raises:
        UnbalancedStatement: The error names the sum, where it fails, and the cases that make the difference.
    """
    for name, row in rows:
        for check in description.check:
            parts, equals = [row[part] for part in check.parts], [row[whole] for whole in check.equals]
            if strays := _strays(parts, equals):
                raise UnbalancedStatement(
                    N_("{place}：{parts}相加是 {sum}，应等于{equals}（{whole}），请先核对这些案件。"),
                    place=name,
                    parts=tuple(figure.name for figure in parts),
                    sum=_sum(parts),
                    equals=tuple(figure.name for figure in equals),
                    whole=_sum(equals),
                    cases=strays,
                )


def require_total(rows: Iterable[Row], total: Row) -> None:
    """Refuse a table whose lines together are not its total.

    Raises:
        UnbalancedStatement: The error names the column and the cases.
    """
    rows = list(rows)
    for name, whole in total.items():
        if whole.whole is None and (strays := _strays([row[name] for row in rows], [whole])):
            raise UnbalancedStatement(
                N_("“{column}”各行相加与合计不符，请先核对这些案件。"), column=whole.name, cases=strays
            )


def _strays(parts: Sequence[Figure], equals: Sequence[Figure]) -> CaseIds:
    """The cases that are more often on one side than on the other; nothing where nobody knows one of the numbers."""
    if any(figure.value is None for figure in (*parts, *equals)):
        return NONE
    once = _once(parts)
    if once is not None and once == _once(equals):
        return NONE
    here, there = _times(parts), _times(equals)
    return frozenset(case for case in here.keys() | there.keys() if here[case] != there[case])


def _once(figures: Sequence[Figure]) -> CaseIds | None:
    """The cases of some figures, where each is in one of them only, as nearly always; none otherwise."""
    cases = together(figure.cases for figure in figures)
    return cases if len(cases) == sum(len(figure.cases) for figure in figures) else None


def _times(figures: Sequence[Figure]) -> Counter[str]:
    return Counter(case for figure in figures for case in figure.cases)


def _sum(figures: Sequence[Figure]) -> object:
    return sum(figure.value for figure in figures if not isinstance(figure.value, Ratio | None))
