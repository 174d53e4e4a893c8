"""What happens while a dispute is being mediated."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.events.intake import Headcount
from mediation_tui.model.text import Line, Story, StoryRequired
from mediation_tui.model.vocabulary import (
    Averted,
    Channel,
    Difficulty,
    Direction,
    Level,
    Partner,
    PauseGround,
    Risk,
    SessionResult,
)


class SessionHeld(Frozen):
    """One session or mediating visit: who came, who did not, what was said, what came of it.

    Attributes:
        present: Ids of the parties who came.
        absent: Ids of the parties who were called and did not come.
        invited: Others who took part with the parties' consent (Art 20).
        rights_told: Nature, principles, rights and duties were told before mediating (若干规定 Art 30).
        next_on: When the next session is to be.
    """

    kind: Literal[EventKind.SESSION_HELD] = EventKind.SESSION_HELD
    place: Line = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    invited: Line = ""
    rights_told: bool = False
    content: StoryRequired
    result: SessionResult = SessionResult.CONTINUES
    next_on: date | None = None


class ContactLogged(Frozen):
    """A call or visit short of a session."""

    kind: Literal[EventKind.CONTACT_LOGGED] = EventKind.CONTACT_LOGGED
    channel: Channel
    whom: Line
    content: StoryRequired


class RiskChanged(Frozen):
    """The risk of escalation is looked at (Art 25): seen differently, or found the same.

    Attributes:
        measure: What is being done about it; required when it rises.
        reported_to: The police station or department it was reported to.
        reported_means: By what means it was reported; not known of books written before it was asked.
    """

    kind: Literal[EventKind.RISK_CHANGED] = EventKind.RISK_CHANGED
    risk: Risk
    reason: StoryRequired
    measure: Story = ""
    reported_to: Line = ""
    reported_on: date | None = None
    reported_means: Channel | None = None


class ExtensionAgreed(Frozen):
    """The mediation term is extended; it counts only with both sides' consent.

    Attributes:
        until: The new last day.
    """

    kind: Literal[EventKind.EXTENSION_AGREED] = EventKind.EXTENSION_AGREED
    until: date
    applicants_consent: bool
    respondents_consent: bool
    reason: Story = ""


class ClockPaused(Frozen):
    """The mediation term stands still, on a ground its rule knows (中止计时); its days do not count.

    Attributes:
        applicants_consent: Whether that side agreed; none where the rule does not ask.
        respondents_consent: The same of the other side.
    """

    kind: Literal[EventKind.CLOCK_PAUSED] = EventKind.CLOCK_PAUSED
    ground: PauseGround
    applicants_consent: bool | None = None
    respondents_consent: bool | None = None
    reason: Story = ""


class ClockResumed(Frozen):
    """What the mediation term stood still for is over (恢复计时)."""

    kind: Literal[EventKind.CLOCK_RESUMED] = EventKind.CLOCK_RESUMED
    note: Story = ""


class Lifted(Frozen):
    """The case moves to a higher handling level; no failure, and not an ending (上交)."""

    kind: Literal[EventKind.LIFTED] = EventKind.LIFTED
    to: Level
    receiver: Line = ""
    reason: StoryRequired
    paper: Line = ""


class HandedDown(Frozen):
    """The case moves to a lower handling level (下派)."""

    kind: Literal[EventKind.HANDED_DOWN] = EventKind.HANDED_DOWN
    to: Level
    receiver: Line = ""
    reason: StoryRequired
    paper: Line = ""


class HandedOver(Frozen):
    """Work on the case is passed to or taken from a partner of 大调解; the case stays open.

    Attributes:
        unit: The partner's name.
        feedback_due: By when the partner is to answer.
    """

    kind: Literal[EventKind.HANDED_OVER] = EventKind.HANDED_OVER
    direction: Direction
    partner: Partner
    unit: Line
    paper: Line = ""
    feedback_due: date | None = None
    note: Story = ""


class FeedbackReceived(Frozen):
    """The partner answered.

    Attributes:
        handover: Which handover, by its place among the case's, from 1.
    """

    kind: Literal[EventKind.FEEDBACK_RECEIVED] = EventKind.FEEDBACK_RECEIVED
    handover: int = Field(ge=1)
    feedback: StoryRequired


class Graded(Frozen):
    """How hard the case is; who graded it is the event's actor."""

    kind: Literal[EventKind.GRADED] = EventKind.GRADED
    difficulty: Difficulty
    reason: StoryRequired


class PreventionNoted(Frozen):
    """Something worse was averted; counted in 件 and 人, never without its ground."""

    kind: Literal[EventKind.PREVENTION_NOTED] = EventKind.PREVENTION_NOTED
    averted: Averted
    people: Headcount
    ground: StoryRequired
