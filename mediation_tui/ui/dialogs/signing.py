"""Taking a report from what is shown to a signed one: a draft, then its next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from textual.app import ComposeResult

from mediation_tui.desk import Desk
from mediation_tui.errors import Stale
from mediation_tui.figures.issued.drafting import Wanted, drafted_report
from mediation_tui.i18n import N_, _
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import ReportHead, ReportState, ReportStep
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.prose import Prose

Answers = Mapping[str, Any]


class DraftDialog(Saving, Dialog[ReportStep | None]):
    """Count a report and keep it as a draft, once it was said what that means.

    Args:
        desk: Who drafts it, and in which book.
        wanted: Which report.
        period: From which day to which.
        title: What it is called, for the person.
    """

    def __init__(self, desk: Desk, wanted: Wanted, period: Period, title: str) -> None:
        super().__init__(_("起草报告"))
        self._desk, self._wanted, self._period, self._title = desk, wanted, period, title

    def body(self) -> ComposeResult:
        """What is about to be done."""
        yield Prose(self._title)
        yield Prose(
            _(
                "按现在的案件簿重新统计，连同每个数字的案件记成一份草稿；审核、签发以后内容不再变，补录和更正列在下一份里。"
            )
        )

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 起草  Esc 取消")

    def save(self) -> None:
        """Count it aside, and keep it."""
        self._notice.say(_("正在统计…"))
        self.write(self._draft)

    def _draft(self) -> ReportStep:
        report = drafted_report(self._desk.book, self._desk.clock, self._wanted, self._period)
        return self._desk.draft_report(report)


@dataclass(frozen=True)
class _Next:
    """The step that follows a state.

    Attributes:
        heading: What it is called.
        fields: What is asked.
        take: Takes it.
    """

    heading: str
    fields: Callable[[date], tuple[FieldSpec, ...]]
    take: Callable[[Desk, ReportHead, Answers], ReportStep]


def _note(label: str, *, required: bool = False) -> Callable[[date], tuple[FieldSpec, ...]]:
    return lambda today: (FieldSpec("note", _(label), required=required),)


def _signature(today: date) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("signer", _("签发人"), required=True),
        FieldSpec("signed_on", _("签发日期"), "date", required=True, value=today),
    )


_NEXT: Mapping[ReportState, _Next] = {
    ReportState.DRAFT: _Next(
        N_("审核报告"),
        _note(N_("审核意见")),
        lambda desk, head, said: desk.review_report(head.id, said["note"] or "", seen=head.number),
    ),
    ReportState.REVIEWED: _Next(
        N_("签发报告"),
        _signature,
        lambda desk, head, said: desk.issue_report(
            head.id, said["signer"], said["signed_on"], seen=head.number
        ),
    ),
    ReportState.ISSUED: _Next(
        N_("上报"),
        _note(N_("报给谁、怎么报的")),
        lambda desk, head, said: desk.submit_report(head.id, said["note"] or "", seen=head.number),
    ),
    ReportState.SUBMITTED: _Next(
        N_("回退"),
        _note(N_("为什么被回退"), required=True),
        lambda desk, head, said: desk.return_report(head.id, said["note"], seen=head.number),
    ),
}
"""What can be done next with a report; a returned one is answered by another."""


def has_next(head: ReportHead) -> bool:
    """Whether a report can go any further."""
    return head.state in _NEXT


class StepDialog(Saving, Dialog[ReportStep | None]):
    """Take the next step with a report.

    Args:
        desk: Who takes it, and in which book.
        head: The report as it was looked at.
    """

    def __init__(self, desk: Desk, head: ReportHead) -> None:
        self._next = _NEXT[head.state]
        super().__init__(_(self._next.heading))
        self._desk, self._head = desk, head

    def body(self) -> ComposeResult:
        """Which report, and what is asked."""
        yield Prose(
            _("{title}，现在是“{state}”。").format(title=self._head.title, state=self._head.state.label)
        )
        today = self._desk.clock.today()
        yield Form(self._next.fields(today), today=today)

    def save(self) -> None:
        """Take the step."""
        assert self.form, "the body has a form"
        self.write(partial(self._next.take, self._desk, self._head, dict(self.form.values())))

    def look_again(self, stale: Stale) -> None:
        """Somebody else took a step: it is for the person to look at the report first."""
        self.say_fault(stale)
