"""How mediation ends: agreement and its performance, or another way out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.events.intake import Yuan
from mediation_tui.model.problems import Unfit
from mediation_tui.model.text import Line, Story, StoryRequired
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Channel,
    ConfirmationResult,
    Exit,
    FailureReason,
    Level,
    Performance,
    Side,
)


class Promise(Frozen):
    """One thing somebody has to do under an agreement (履行事项), as agreed.

    Attributes:
        party: Id of the party who owes it.
        what: What is owed.
        manner: How (方式), such as 转账, 当面.
        due: The last day for it.
        amount: Money owed, 元.
        done_on: When it was done, if on the spot.
    """

    party: str
    what: Line = Field(min_length=1)
    manner: Line = ""
    due: date
    amount: Yuan | None = None
    done_on: date | None = None


class AgreementReached(Frozen):
    """The parties agreed, in writing or orally; both are recorded in full (Arts 28–30).

    Attributes:
        content: The terms (协议内容).
        facts: Main facts and matters in dispute, and each side's responsibility.
        effective_on: Written: the last signature with the mediator's and the seal; oral: the day agreed.
        promises: What is left to do; several for instalments.
        level_resolved: The level that produced the result (化解层级).
        only_status_or_ownership: Nothing in it the court could confirm (民诉法解释 Art 355): asked per agreement.
    """

    kind: Literal[EventKind.AGREEMENT_REACHED] = EventKind.AGREEMENT_REACHED
    form: AgreementForm
    number: Line = ""
    content: StoryRequired
    facts: Story = ""
    effective_on: date
    promises: tuple[Promise, ...] = ()
    level_resolved: Level
    only_status_or_ownership: bool = False


class ObligationPerformed(Frozen):
    """An obligation was met.

    Attributes:
        obligation: Which one, by its place in the agreement, from 1.
        evidence: Receipt, transfer slip, photograph …
    """

    kind: Literal[EventKind.OBLIGATION_PERFORMED] = EventKind.OBLIGATION_PERFORMED
    obligation: int = Field(ge=1)
    evidence: Line = ""


class ObligationDefaulted(Frozen):
    """An obligation was not met; the committee urged it and told the other side its rights (Arts 31–33)."""

    kind: Literal[EventKind.OBLIGATION_DEFAULTED] = EventKind.OBLIGATION_DEFAULTED
    obligation: int = Field(ge=1)
    urged: Story = ""
    told_to_sue: bool = False


class ConfirmationApplied(Frozen):
    """Both parties asked the court to confirm the agreement (Art 33)."""

    kind: Literal[EventKind.CONFIRMATION_APPLIED] = EventKind.CONFIRMATION_APPLIED
    court: Line = Field(min_length=1)
    jointly: bool


class ConfirmationDecided(Frozen):
    """The court decided; its number runs 调确字."""

    kind: Literal[EventKind.CONFIRMATION_DECIDED] = EventKind.CONFIRMATION_DECIDED
    result: ConfirmationResult
    number: Line = ""


class MediationFailed(Frozen):
    """Mediation is ended without agreement and the parties are told the other routes (Art 26).

    Attributes:
        routes_told: They were told of arbitration, administrative handling and the court; none where a ledger that
            was brought in does not say.
        refused_by: Which side refused, when that was the reason (Art 17).
        exit: Where the dispute went, as far as it is known now.
    """

    kind: Literal[EventKind.MEDIATION_FAILED] = EventKind.MEDIATION_FAILED
    reason: FailureReason
    explanation: Story = ""
    refused_by: Side | None = None
    routes_told: bool | None
    told_by: Channel = Channel.IN_PERSON
    exit: Exit = Exit.NOWHERE

    @model_validator(mode="after")
    def _refusal_has_a_side(self) -> MediationFailed:
        if self.reason is FailureReason.REFUSED and self.refused_by is None:
            raise Unfit(N_("拒绝调解的，要写明是哪一方拒绝"))
        return self


class Withdrawn(Frozen):
    """The parties withdrew, or settled by themselves (撤回/自行和解)."""

    kind: Literal[EventKind.WITHDRAWN] = EventKind.WITHDRAWN
    settled_by_themselves: bool = False
    reason: StoryRequired


class Transferred(Frozen):
    """The dispute goes to another organ for good; mediation here is over (移送)."""

    kind: Literal[EventKind.TRANSFERRED] = EventKind.TRANSFERRED
    exit: Exit
    unit: Line = Field(min_length=1)
    paper: Line = ""
    reason: StoryRequired
    feedback_due: date | None = None

    @model_validator(mode="after")
    def _goes_somewhere(self) -> Transferred:
        if self.exit is Exit.NOWHERE:
            raise Unfit(N_("移送要写明去向"))
        return self


class VisitMade(Frozen):
    """A return visit (回访).

    Attributes:
        whom: Who was asked.
        performance: How far the agreement is performed; none where there was no agreement.
        satisfied: What they said, none if not asked.
        satisfaction_recorded_by: Who wrote that down; a mediator recording his own is a question to ask.
        relapsed: The quarrel has come back.
        sued: A party has gone to court after all.
        escalating: Signs of escalation or hidden risk.
        later_exit: Where the dispute has gone since, if anywhere.
        next_on: When the next visit is to be, if one is.
    """

    kind: Literal[EventKind.VISIT_MADE] = EventKind.VISIT_MADE
    channel: Channel
    whom: Line
    performance: Performance | None = None
    satisfied: bool | None = None
    satisfaction_recorded_by: Line = ""
    relapsed: bool = False
    sued: bool = False
    escalating: bool = False
    later_exit: Exit | None = None
    note: Story = ""
    next_on: date | None = None

    @model_validator(mode="after")
    def _satisfaction_has_a_recorder(self) -> VisitMade:
        if self.satisfied is not None and not self.satisfaction_recorded_by:
            raise Unfit(N_("记了是否满意，就要写明由谁记录"))
        return self


class VisitPlanned(Frozen):
    """A return visit is asked for on a day; it takes the place of one asked for before (约定回访).

    Attributes:
        visit_on: The day.
        reason: What to look after.
    """

    kind: Literal[EventKind.VISIT_PLANNED] = EventKind.VISIT_PLANNED
    visit_on: date
    reason: Story = ""
