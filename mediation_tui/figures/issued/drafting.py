"""Counting a report to be signed, or one that was signed once more, from an open book."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.clock import Clock
from mediation_tui.errors import MediationError
from mediation_tui.figures.issued.changes import changes_since
from mediation_tui.figures.issued.freezing import STATEMENT, Content, statement_content, table_content
from mediation_tui.figures.issued.since import Since
from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.tables.reading import described, shipped_tables, shipped_text
from mediation_tui.i18n import N_
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import Changes, Report, ReportHead
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import FROZEN, drafted
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter


@dataclass(frozen=True)
class Wanted:
    """Which report.

    Attributes:
        kind: `statement`, or the id of a table.
        by: What a statement's lines are; tables say that themselves.
        description: The text of an office's own description; empty for a statement and the shipped tables.
    """

    kind: str
    by: By = By.VILLAGE
    description: str = ""


def counted(book: Book, clock: Clock, wanted: Wanted, period: Period) -> Content:
    """A report counted now, from cases that are proven to be what was written.

    Raises:
        DamagedBook: A case is not what was written; the error names it.
        UnbalancedStatement: A sum does not hold; the error names it and the cases.
        InvalidEntry: The period has not begun yet.
        MediationError: There is no such report, or its description has a mistake.
    """
    figures = PeriodFigures(Present(book, clock), period, proven=True)
    if wanted.kind == STATEMENT:
        return statement_content(figures.statement(wanted.by), book.town)
    if not wanted.description and wanted.kind not in shipped_tables():
        raise MediationError(N_("没有名为“{name}”的报表。"), name=wanted.kind)
    text = wanted.description or shipped_text(wanted.kind)
    return table_content(figures.table(described(text)), book.town, text)


def drafted_report(book: Book, clock: Clock, wanted: Wanted, period: Period) -> Report:
    """A report to begin with, and in it what became of the one of its kind that was signed before.

    Raises:
        MediationError: As `counted`.
    """
    content = counted(book, clock, wanted, period)
    report = content.frozen(clock.now(), book.heads())
    before = signed_before(book, report)
    if before is None:
        return report
    return report.model_copy(update={"against": changes_of(book, clock, before)})


def recounted(book: Book, clock: Clock, report: Report) -> Report:
    """A draft counted again: the same report, of the same period, as the book knows it now.

    Raises:
        MediationError: As `counted`.
    """
    again = drafted_report(book, clock, _wanted(report), Period(report.first, report.last))
    return again.model_copy(update={"id": report.id})


def changes_of(book: Book, clock: Clock, signed: Report) -> Changes:
    """What is different now from what was signed.

    Raises:
        MediationError: As `counted`.
    """
    now = counted(book, clock, _wanted(signed), Period(signed.first, signed.last))
    numbers = {**signed.numbers, **now.numbers}
    counted_then_or_now = book.facts(CaseFilter(ids=frozenset(numbers)))
    touched = [facts.id for facts in counted_then_or_now if facts.touched_at > signed.as_of]
    since = {case: Since.of(book.events(case), signed.as_of) for case in touched}
    return changes_since(signed, now, since, numbers)


def signed_before(book: Book, report: Report) -> Report | None:
    """The last report of the same kind that was signed for an earlier period, or for this one and returned."""
    earlier = [head for head in book.reports() if _is_before(head, report)]
    if not earlier:
        return None
    last = max(earlier, key=lambda head: (head.last, head.at))
    return drafted(book.steps(REPORTS, last.id))


def _is_before(head: ReportHead, report: Report) -> bool:
    return (
        head.state in FROZEN
        and head.kind == report.kind
        and head.first <= report.first
        and head.last <= report.last
    )


def _wanted(report: Report) -> Wanted:
    if report.kind == STATEMENT:
        return Wanted(report.kind, By(report.by))
    return Wanted(report.kind, description=report.description)
