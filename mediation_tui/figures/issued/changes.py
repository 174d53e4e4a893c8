"""What became of a signed report: late entries and corrections, figure by figure (domain handbook §7.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.issued.freezing import Content
from mediation_tui.figures.issued.since import Since
from mediation_tui.model.reporting import Changes, FrozenChange, FrozenFigure, Report

_Pair = tuple[FrozenFigure | None, FrozenFigure | None]
"""A figure as it was signed and as it is now; a line that came or went has but one of them."""


def changes_since(
    signed: Report, now: Content, since: Mapping[str, Since], numbers: Mapping[str, str]
) -> Changes:
    """What is different now from what was signed.

    Args:
        signed: The report, as it was signed.
        now: The same counted again for the same period, as the book knows it now.
        since: What became of each case in which anything was written since it was counted.
        numbers: The number of every case counted then or now, by its id.
    """
    late = frozenset(case for case, became in since.items() if became.is_late_entry(signed.last))
    found = tuple((pair, _behind(pair, since)) for pair in _pairs(signed, now) if _differ(pair))
    named = NONE.union(*(cases for _pair, cases in found))
    return Changes(
        report=signed.id,
        title=signed.title,
        changes=tuple(_change(pair, cases, late) for pair, cases in found),
        numbers={case: numbers[case] for case in sorted(named)},
    )


def _pairs(signed: Report, now: Content) -> Iterator[_Pair]:
    before = {(figure.line, figure.column): figure for figure in signed.figures}
    after = {(figure.line, figure.column): figure for figure in now.figures}
    for place in dict.fromkeys((*before, *after)):
        yield before.get(place), after.get(place)


def _differ(pair: _Pair) -> bool:
    """Whether a figure counts other cases or comes to something else; in which language it is said is no difference."""
    then, later = pair
    if then is None or later is None:
        return bool(_moved(pair))
    return then.value != later.value or bool(_moved(pair))


def _moved(pair: _Pair) -> CaseIds:
    """The cases that are in one of two figures and not in the other, above or below the line of a share."""
    parts, wholes = NONE, NONE
    for figure in filter(None, pair):
        parts ^= frozenset(figure.cases)
        wholes ^= frozenset(figure.whole or ())
    return parts | wholes


def _behind(pair: _Pair, since: Mapping[str, Since]) -> CaseIds:
    """The cases that make a figure another one; those it counts then and now may have come to another sum."""
    if moved := _moved(pair):
        return moved
    counted = NONE.union(*((*figure.cases, *(figure.whole or ())) for figure in pair if figure))
    return frozenset(case for case in counted & since.keys() if since[case].changes_a_sum)


def _change(pair: _Pair, cases: CaseIds, late: CaseIds) -> FrozenChange:
    then, later = pair
    shown = later or then
    assert shown, "a place comes from one of the two"
    return FrozenChange(
        line=shown.line,
        line_name=shown.line_name,
        column=shown.column,
        column_name=shown.column_name,
        before=then.text if then else "",
        after=later.text if later else "",
        late=tuple(sorted(cases & late)),
        corrected=tuple(sorted(cases - late)),
    )
