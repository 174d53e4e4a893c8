"""The registers: records that are their steps, each kind with its table, its step and what may follow what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from mediation_tui.i18n import N_
from mediation_tui.model.consultation import ConsultationStep
from mediation_tui.model.meeting import MeetingStep
from mediation_tui.model.reporting import ReportStep
from mediation_tui.model.screening import ScreeningStep
from mediation_tui.model.steps import Step
from mediation_tui.rules import consulting, meeting, reporting, screening

S = TypeVar("S", bound=Step)


@dataclass(frozen=True)
class Register(Generic[S]):
    """One kind of records that are their steps.

    Attributes:
        table: Where its steps are kept.
        step: What a step of it is.
        check: Refuses a step that may not follow some others.
        unknown: What is said where there is no such record.
    """

    table: str
    step: type[S]
    check: Callable[[Sequence[S], S], None]
    unknown: str

    @property
    def names_record(self) -> str:
        """The column, and the field of a step, that says whose step it is."""
        return self.step.names_record


REPORTS = Register("reports", ReportStep, reporting.check, N_("没有这份报告：{record}。"))
SCREENINGS = Register("screenings", ScreeningStep, screening.check, N_("没有这次排查的记录：{record}。"))
CONSULTATIONS = Register(
    "consultations", ConsultationStep, consulting.check, N_("没有这条咨询记录：{record}。")
)
MEETINGS = Register("meetings", MeetingStep, meeting.check, N_("没有这次会议：{record}。"))

REGISTERS: tuple[Register[Any], ...] = (REPORTS, SCREENINGS, CONSULTATIONS, MEETINGS)
"""All of them."""
