"""Screening rounds (排查): what a village or a grid reports for a period, or that it looked and found none (零报告).

No record is no report; nothing here ever stands for a zero that nobody reported (domain handbook §9.2). Which disputes
a round found is read from the cases, which name it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.instant import Instant
from mediation_tui.model.period import Period
from mediation_tui.model.problems import Unfit
from mediation_tui.model.steps import Standing, Step, standing
from mediation_tui.model.text import Name, Story, StoryRequired

LONGEST = timedelta(days=366)
"""No round is for a longer period; a list of a period looks no further back for one that reaches into it."""

Count = Annotated[int, Field(ge=0, le=9999)]


class RoundKind(Word):
    """What a round is held for."""

    ROUTINE = "routine", N_("日常")
    CONCENTRATED = "concentrated", N_("集中")
    SPECIAL = "special", N_("专项")


class Round(Frozen):
    """What a place says of its round.

    Attributes:
        village: Whose round.
        grid: Whose, where a grid reports for itself.
        kind: What it was held for.
        first: The first day of the period it is for.
        last: The last one.
        held_on: The day it was held or reported.
        people: Who went: names.
        households: Households visited, if known.
        handled: Disputes handled at once (当场处理), 件; they become no cases.
        passed_up: Matters passed up, 件.
        zero: It looked and found none.
        findings: What was found, in words.
        reporter: Who reported it.
        reported_at: When it was reported, UTC.
    """

    village: str
    grid: str | None = None
    kind: RoundKind = RoundKind.ROUTINE
    first: date
    last: date
    held_on: date
    people: tuple[Name, ...] = ()
    households: Annotated[int, Field(ge=0, le=999_999)] | None = None
    handled: Count = 0
    passed_up: Count = 0
    zero: bool = False
    findings: Story = ""
    reporter: Name
    reported_at: Instant

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.last < self.first:
            raise Unfit(N_("排查期间的结束不能早于开始"))
        if self.last - self.first >= LONGEST:
            raise Unfit(N_("一次排查的期间不能超过一年"))
        if self.zero and (self.handled or self.passed_up):
            raise Unfit(N_("零报告是没有发现纠纷，不能再写当场处理或上报的件数"))
        return self

    @property
    def period(self) -> Period:
        """The days it is for."""
        return Period(self.first, self.last)

    @property
    def place(self) -> tuple[str, str | None]:
        """Whose round: a village, or one of its grids."""
        return self.village, self.grid


class ScreeningAct(Word):
    """What a step of a round's record is."""

    REPORTED = "reported", N_("报告")
    CORRECTED = "corrected", N_("更正")
    WITHDRAWN = "withdrawn", N_("撤销")


class Reported(Frozen):
    """A place reported its round."""

    kind: Literal[ScreeningAct.REPORTED] = ScreeningAct.REPORTED
    round: Round


class Corrected(Frozen):
    """What was reported was wrong; what it said before stays in the earlier step."""

    kind: Literal[ScreeningAct.CORRECTED] = ScreeningAct.CORRECTED
    round: Round
    reason: StoryRequired


class Withdrawn(Frozen):
    """It was entered in error: there was no such report."""

    kind: Literal[ScreeningAct.WITHDRAWN] = ScreeningAct.WITHDRAWN
    reason: StoryRequired


class ScreeningStep(Step):
    """One step of a round's record.

    Attributes:
        screening_id: Whose step it is.
        data: What was said.
    """

    names_record = "screening_id"

    screening_id: str
    data: Annotated[Reported | Corrected | Withdrawn, Field(discriminator="kind")]


class Screening(Standing):
    """A round as it stands.

    Attributes:
        round: What was last said of it.
        withdrawn: It was entered in error and never counts.
    """

    round: Round
    withdrawn: bool


def screening_of(steps: Sequence[ScreeningStep]) -> Screening:
    """The round its steps make, in their order."""
    said = [step.data.round for step in steps if not isinstance(step.data, Withdrawn)]
    return Screening.model_construct(
        **standing(steps), round=said[-1], withdrawn=any(isinstance(step.data, Withdrawn) for step in steps)
    )
