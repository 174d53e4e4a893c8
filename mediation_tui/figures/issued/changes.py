"""What became of a signed report: late entries and corrections, figure by figure (domain handbook §7.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.issued.freezing import Content
from mediation_tui.model.reporting import Changes, FrozenChange, FrozenFigure, Report


def changes_since(signed: Report, now: Content, known_then: CaseIds, numbers: Mapping[str, str]) -> Changes:
    """What is different now from what was signed.

    Args:
        signed: The report, as it was signed.
        now: The same counted again for the same period, as the book knows it now.
        known_then: The cases that were in the book when the report was counted; a case that was not is a late entry.
        numbers: The number of every case in the book now, by its id.
    """
    changes = tuple(_changes(signed, now, known_then))
    named = frozenset[str]().union(*((*change.late, *change.corrected) for change in changes))
    return Changes(
        report=signed.id,
        title=signed.title,
        changes=changes,
        numbers={case: numbers[case] for case in sorted(named)},
    )


def _changes(signed: Report, now: Content, known_then: CaseIds) -> Iterator[FrozenChange]:
    after = {(figure.line, figure.column): figure for figure in now.figures}
    before = {(figure.line, figure.column): figure for figure in signed.figures}
    for place in dict.fromkeys((*before, *after)):
        then, later = before.get(place), after.get(place)
        moved = _moved(then, later)
        if moved or (then and later and then.text != later.text):
            shown = later or then
            assert shown, "a place comes from one of the two"
            yield FrozenChange(
                line=shown.line,
                line_name=shown.line_name,
                column=shown.column,
                column_name=shown.column_name,
                before=then.text if then else "",
                after=later.text if later else "",
                late=tuple(sorted(moved - known_then)),
                corrected=tuple(sorted(moved & known_then)),
            )


def _moved(then: FrozenFigure | None, later: FrozenFigure | None) -> CaseIds:
    """The cases that are in one of two figures and not in the other, above or below the line of a share."""
    parts = frozenset(then.cases if then else ()) ^ frozenset(later.cases if later else ())
    wholes = frozenset((then and then.whole) or ()) ^ frozenset((later and later.whole) or ())
    return parts | wholes
