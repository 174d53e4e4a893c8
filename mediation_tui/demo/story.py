"""What a story of the made-up town is, before anybody's name is in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from mediation_tui.model.vocabulary import Category, Risk

Bond = Literal["strangers", "neighbours", "spouses", "siblings", "parent", "inlaws", "peoples"]
"""How the two sides belong together.

With `parent` the applicant is the old parent of a grown child, with `inlaws` both are parents of a couple,
with `peoples` they are of different nationalities.
"""

Pay = Literal["", "once", "instalments", "monthly"]
"""Money at once, in parts that add up, or the whole sum every month; empty for an act."""

Sayer = Literal["a", "b"]


@dataclass(frozen=True)
class DutyPlan:
    """One thing an agreement leaves to do.

    Attributes:
        by: Who does it: `a` the applicant, `b` the respondent.
        what: What is done, with its blanks.
        days: Calendar days from the agreement; 0 is on the spot. With several payments, the days between.
        pay: Whether it is money, and how it is paid.
        parts: Number of payments.
    """

    by: Sayer
    what: str
    days: int
    pay: Pay = ""
    parts: int = 1


@dataclass(frozen=True)
class Settlement:
    """One way the story can end well.

    Attributes:
        terms: The agreement's clauses, with their blanks.
        duties: What is left to do, none where the word given is all.
    """

    terms: tuple[str, ...]
    duties: tuple[DutyPlan, ...]


@dataclass(frozen=True)
class Story:
    """One kind of quarrel with the sentences to tell it by.

    Sentences have blanks in braces: `{a}` and `{b}` the two sides, `{village}`, `{amount}` the money at
    stake, `{settled}` the money agreed on, and the story's own, from `slots`.

    Attributes:
        name: Unique in its category.
        category: The ministry's category.
        subject: What it is about, in a few characters.
        scene: What happened, in several tellings.
        claim: What the applicant says.
        reply: What the respondent says.
        finding: What the mediators found when they looked.
        requests: What the applicant asks for, the main thing first.
        settlements: How it can end in agreement.
        slots: The story's own blanks and what may fill them.
        months: The months it happens in, all when empty.
        bond: How the sides belong together.
        a: `person`, `people` for a group, or a kind of organisation.
        b: The same for the respondent.
        amount: Least and most money at stake in yuan; none when it is not about money.
        risk: What the office would grade it at first.
        discreet: Kept out of lists by name: violence at home, minors, divorce.
    """

    name: str
    category: Category
    subject: str
    scene: tuple[str, ...]
    claim: tuple[str, ...]
    reply: tuple[str, ...]
    finding: tuple[str, ...]
    requests: tuple[str, ...]
    settlements: tuple[Settlement, ...]
    slots: tuple[tuple[str, tuple[str, ...]], ...] = ()
    months: tuple[int, ...] = ()
    bond: Bond = "strangers"
    a: str = "person"
    b: str = "person"
    amount: tuple[Decimal, Decimal] | None = None
    risk: Risk = Risk.ORDINARY
    discreet: bool = False

    def happens_in(self, month: int) -> bool:
        """Whether it is something for that month, 1–12."""
        return not self.months or month in self.months


@dataclass(frozen=True)
class StoryBook:
    """The stories of one category.

    Attributes:
        category: The ministry's category.
        share: How many of a hundred disputes in the town are of this category.
        stories: All of them.
    """

    category: Category
    share: float
    stories: tuple[Story, ...]

    def in_season(self, month: int) -> tuple[Story, ...]:
        """The stories for that month, 1–12."""
        return tuple(story for story in self.stories if story.happens_in(month))
