"""Legal questions (法律咨询): one question somebody asked and an adviser answered; it may become a case (§1).

Questions are counted, not callers. One that becomes a case counts in both, linked.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.party import listed
from mediation_tui.model.personal import Phone
from mediation_tui.model.steps import Standing, Step, standing
from mediation_tui.model.text import Line, Name, Story, StoryRequired, Words
from mediation_tui.model.vocabulary import Category, Channel


class Asker(Frozen):
    """Who asked; masked as parties are.

    Attributes:
        name: Their name; none for somebody who would not give it (匿名).
        minor: Under 18: never shown by name in lists.
    """

    name: Name | None = None
    phone: Phone | None = None
    minor: bool = False

    @property
    def listed_name(self) -> str:
        """The name as lists show it: minors by their surname alone, nothing for somebody without a name."""
        return listed(self.name, minor=self.minor) if self.name else ""


class Question(Frozen):
    """What was asked and answered.

    Attributes:
        day: When.
        village: Where the asker comes from; none for somebody from outside.
        asker: Who asked.
        adviser: Who answered, a roster id.
        category: What it is about, by the ministry's kinds of dispute.
        question: What was asked (问题摘要).
        answer: What was answered (答复要点).
        channel: How.
        remark: Anything else.
    """

    day: date
    village: str | None = None
    asker: Asker = Asker()
    adviser: Words
    category: Category
    question: StoryRequired
    answer: StoryRequired
    channel: Channel = Channel.IN_PERSON
    remark: Line = ""


class ConsultationAct(Word):
    """What a step of a question's record is."""

    RECORDED = "recorded", N_("登记")
    CORRECTED = "corrected", N_("更正")
    BECAME_CASE = "became_case", N_("转为调解案件")
    WITHDRAWN = "withdrawn", N_("撤销")


class Recorded(Frozen):
    """A question was answered and written down."""

    kind: Literal[ConsultationAct.RECORDED] = ConsultationAct.RECORDED
    question: Question


class Corrected(Frozen):
    """What was written down was wrong; what it said before stays in the earlier step."""

    kind: Literal[ConsultationAct.CORRECTED] = ConsultationAct.CORRECTED
    question: Question
    reason: StoryRequired


class BecameCase(Frozen):
    """The question turned out to be a dispute, which was registered."""

    kind: Literal[ConsultationAct.BECAME_CASE] = ConsultationAct.BECAME_CASE
    case: str
    note: Story = ""


class Withdrawn(Frozen):
    """It was entered in error: there was no such question."""

    kind: Literal[ConsultationAct.WITHDRAWN] = ConsultationAct.WITHDRAWN
    reason: StoryRequired


class ConsultationStep(Step):
    """One step of a question's record.

    Attributes:
        consultation_id: Whose step it is.
        data: What was said.
    """

    names_record = "consultation_id"

    consultation_id: str
    data: Annotated[Recorded | Corrected | BecameCase | Withdrawn, Field(discriminator="kind")]


class Consultation(Standing):
    """A legal question as it stands.

    Attributes:
        question: What was last said of it.
        case: The case it became, if it did.
        withdrawn: It was entered in error and never counts.
    """

    question: Question
    case: str | None
    withdrawn: bool


def consultation_of(steps: Sequence[ConsultationStep]) -> Consultation:
    """The question its steps make, in their order."""
    data = [step.data for step in steps]
    return Consultation.model_construct(
        **standing(steps),
        question=[said.question for said in data if isinstance(said, Recorded | Corrected)][-1],
        case=next((said.case for said in data if isinstance(said, BecameCase)), None),
        withdrawn=any(isinstance(said, Withdrawn) for said in data),
    )
