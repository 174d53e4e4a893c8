"""A dispute of the made-up town: drafted without its people, then told with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mediation_tui.demo import money
from mediation_tui.demo.story import DutyPlan, Sayer, Settlement, Story
from mediation_tui.model.vocabulary import Category

_LONGEST_BRIEF = 150


@dataclass(frozen=True)
class Cast:
    """Who and where a dispute is told about.

    Attributes:
        a: The applicant side as sentences name it: one name, or `马占福等5人`.
        b: The respondent side.
        village: The village's name.
    """

    a: str
    b: str
    village: str


@dataclass(frozen=True)
class Duty:
    """One obligation of an agreement.

    Attributes:
        by: Who owes it: `a` the applicant side, `b` the respondent side.
        what: What is to be done or paid.
        manner: How: in cash, by transfer, on the spot.
        due: The last day.
        amount: Yuan; none for an act.
    """

    by: Sayer
    what: str
    manner: str
    due: date
    amount: Decimal | None


@dataclass(frozen=True)
class Tale:
    """One dispute, told.

    Attributes:
        brief: The brief facts (纠纷简要情况), 40–150 characters.
        requests: What the applicant asks for.
        claim: What the applicant says in the session.
        reply: What the respondent says.
        finding: What the mediators found.
        terms: The agreement's clauses, should it come to one.
        cast: Who and where.
        draft: What it was told from.
    """

    brief: str
    requests: tuple[str, ...]
    claim: str
    reply: str
    finding: str
    terms: tuple[str, ...]
    cast: Cast
    draft: Draft

    @property
    def category(self) -> Category:
        """The ministry's category."""
        return self.draft.story.category

    def duties(self, agreed_on: date) -> tuple[Duty, ...]:
        """What the agreement leaves to do, counted from the day it was made."""
        return tuple(duty for plan in self.draft.settlement.duties for duty in self._owed(plan, agreed_on))

    def _owed(self, plan: DutyPlan, agreed_on: date) -> list[Duty]:
        return [
            Duty(
                by=plan.by,
                what=self.draft.filled(plan.what, self.cast, part=str(number)),
                manner=self.draft.pay_manner if plan.pay else self.draft.act_manner,
                due=agreed_on + timedelta(days=plan.days * number),
                amount=amount,
            )
            for number, amount in enumerate(self.draft.payments(plan), start=1)
        ]


@dataclass(frozen=True)
class Draft:
    """A dispute with everything decided but the people.

    Attributes:
        story: The story; it says who is needed.
        scene: The sentence chosen for what happened; `claim`, `reply` and `finding` likewise.
        requests: The requests chosen, the main thing first.
        settlement: How it will end, if it ends in agreement.
        slots: The story's own blanks, filled.
        amount: Yuan at stake; none when it is not about money.
        settled: Yuan agreed on, if it ends in agreement.
        pay_manner: How money is handed over.
        act_manner: How it is seen that an act is done.
    """

    story: Story
    scene: str
    claim: str
    reply: str
    finding: str
    requests: tuple[str, ...]
    settlement: Settlement
    slots: tuple[tuple[str, str], ...]
    amount: Decimal | None
    settled: Decimal | None
    pay_manner: str
    act_manner: str

    def filled(self, sentence: str, cast: Cast, **more: str) -> str:
        """A sentence with its blanks filled."""
        people = {"a": cast.a, "b": cast.b, "village": cast.village}
        return sentence.format(**people, **dict(self.slots), **self._sums(), **more)

    def told(self, cast: Cast) -> Tale:
        """The dispute as it happened to these people."""

        def say(sentence: str) -> str:
            return self.filled(sentence, cast)

        scene, claim, reply = say(self.scene), say(self.claim), say(self.reply)
        whole = scene + claim + reply
        return Tale(
            brief=whole if len(whole) <= _LONGEST_BRIEF else scene + claim,
            requests=tuple(say(request) for request in self.requests),
            claim=claim,
            reply=reply,
            finding=say(self.finding),
            terms=tuple(say(term) for term in self.settlement.terms),
            cast=cast,
            draft=self,
        )

    def payments(self, plan: DutyPlan) -> tuple[Decimal | None, ...]:
        """The sums a plan comes to in yuan, one a payment; a single none for an act."""
        if not plan.pay or self.settled is None:
            return (None,)
        if plan.pay == "monthly":
            return (self.settled,) * plan.parts
        return money.instalments(self.settled, plan.parts)

    def _sums(self) -> dict[str, str]:
        if self.amount is None or self.settled is None:
            return {}
        return {"amount": money.in_words(self.amount), "settled": money.in_words(self.settled)}
