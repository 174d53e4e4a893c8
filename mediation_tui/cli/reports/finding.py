"""Which report is meant, and how it is spoken of: by its number in the order they were begun."""

from __future__ import annotations

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_, _
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import ReportHead
from mediation_tui.store.book import Book


def reports_in_order(book: Book) -> list[ReportHead]:
    """All reports in the order they were begun."""
    return sorted(book.reports(), key=lambda head: head.begun)


def the_report(book: Book, said: str) -> ReportHead:
    """The report meant by its number or its id.

    Raises:
        NotFound: There is none.
    """
    for head in book.reports():
        if said in (str(head.begun), head.id):
            return head
    raise NotFound(N_("没有这份报告：{report}。看有哪些：report issued。"), report=said)


def said_of(head: ReportHead) -> str:
    """A report in one line: number, state, title, period, signature."""
    period = Period(head.first, head.last)
    signed = (
        _("，{signer} {day} 签发").format(signer=head.signer, day=head.signed_on) if head.signed_on else ""
    )
    return _("{number}. {state}《{title}》{period}{signed}").format(
        number=head.begun,
        state=head.state.label,
        title=head.title,
        period="" if period.label in head.title else period,
        signed=signed,
    )
