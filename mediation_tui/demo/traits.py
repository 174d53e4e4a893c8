"""What may be special about a case, and how often it is in a town like this."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from random import Random


class Trait(StrEnum):
    """One thing that sets a case apart; most cases have none or one."""

    LATE_ENTRY = auto()
    """Written down weeks after it came in (补录)."""
    LATE_SESSION = auto()
    """A session written down long after it was held."""
    OUTSIDE = auto()
    """Taken in by the town desk from outside the town's villages."""
    ADMINISTRATIVE = auto()
    """Mediated by the administration (行政调解), not by a committee."""
    JUDICIAL = auto()
    """Mediated at the court's invitation (司法调解)."""
    MERGED = auto()
    """Void because the same dispute already had a case."""
    TWIN = auto()
    """Told in nearly the same words as another case."""
    AGENT = auto()
    """A party is represented."""
    MINOR = auto()
    """A child is concerned."""
    JOINED = auto()
    """A third party joins."""
    CORRECTED = auto()
    """A detail is put right."""
    PARTY_CORRECTED = auto()
    """A party's facts are put right."""
    NOTED = auto()
    """A note is kept."""
    UNDONE = auto()
    """An act is taken back."""
    EVIDENCED = auto()
    """Evidence is put into the file."""
    CALLED = auto()
    """There is a call or a walk before the first session."""
    ABSENT = auto()
    """One side does not come to a session."""
    LONG = auto()
    """It takes three sessions or more."""
    SLOW = auto()
    """It takes longer than its term."""
    EXTENDED = auto()
    """Both sides agree to more time."""
    APPRAISED = auto()
    """Its term stands still while experts look into it (鉴定)."""
    RISKY = auto()
    """It threatens to escalate, and calms down."""
    AVERTED = auto()
    """Something worse is averted."""
    EASY = auto()
    """Graded ordinary."""
    DIFFICULT = auto()
    """Graded difficult."""
    MAJOR = auto()
    """Graded major."""
    REVIEWED = auto()
    """The weekly review decides on it, and the decision is carried out."""
    PUT_OFF = auto()
    """The weekly review decides on it, and nothing comes of it."""
    CONSULTED = auto()
    """A partner is asked, and answers."""
    UNANSWERED = auto()
    """A partner is asked, and does not answer."""
    LIFTED = auto()
    """It goes up one level (上交)."""
    LIFTED_AGAIN = auto()
    """It goes up another level."""
    RETURNED = auto()
    """It comes down one level (下派)."""
    QUICK = auto()
    """It is settled on the spot, or nearly."""
    ORAL = auto()
    """The agreement is oral."""
    PLAIN_WORD = auto()
    """The agreement leaves nothing to do."""
    INSTALMENTS = auto()
    """Money is paid in parts."""
    LATE_PAYER = auto()
    """Somebody keeps an obligation only after being urged."""
    DEFAULTED = auto()
    """An obligation is not kept."""
    CONFIRMED = auto()
    """The court confirms the agreement."""
    UNCONFIRMED = auto()
    """The court does not confirm it, or has not yet."""
    ESCAPED = auto()
    """A visit finds that the quarrel came back or went on elsewhere."""
    APPOINTED = auto()
    """The day of the return visit is set with the agreement."""
    UNVISITED = auto()
    """Nobody goes to see how the agreement holds."""
    REOPENED = auto()
    """It is mediated again."""
    FILED = auto()
    """Its file is bound and put away."""
    GAPS = auto()
    """Its file lacks a paper when bound."""


CHANCES: Mapping[Trait, float] = {
    Trait.LATE_ENTRY: 0.025,
    Trait.LATE_SESSION: 0.015,
    Trait.AGENT: 0.05,
    Trait.MINOR: 0.005,
    Trait.JOINED: 0.02,
    Trait.CORRECTED: 0.03,
    Trait.PARTY_CORRECTED: 0.015,
    Trait.NOTED: 0.06,
    Trait.UNDONE: 0.01,
    Trait.EVIDENCED: 0.05,
    Trait.CALLED: 0.25,
    Trait.ABSENT: 0.1,
    Trait.LONG: 0.08,
    Trait.SLOW: 0.03,
    Trait.EXTENDED: 0.03,
    Trait.RISKY: 0.05,
    Trait.AVERTED: 0.008,
    Trait.EASY: 0.04,
    Trait.DIFFICULT: 0.04,
    Trait.MAJOR: 0.004,
    Trait.REVIEWED: 0.05,
    Trait.PUT_OFF: 0.015,
    Trait.CONSULTED: 0.02,
    Trait.UNANSWERED: 0.005,
    Trait.LIFTED: 0.09,
    Trait.LIFTED_AGAIN: 0.006,
    Trait.RETURNED: 0.01,
    Trait.QUICK: 0.1,
    Trait.ORAL: 0.17,
    Trait.LATE_PAYER: 0.03,
    Trait.DEFAULTED: 0.02,
    Trait.CONFIRMED: 0.02,
    Trait.UNCONFIRMED: 0.006,
    Trait.ESCAPED: 0.025,
    Trait.UNVISITED: 0.02,
    Trait.REOPENED: 0.015,
    Trait.FILED: 0.33,
    Trait.GAPS: 0.06,
}
"""How likely each trait is; those left out come only by arrangement."""


def some_traits(random: Random) -> frozenset[Trait]:
    """The traits of one more case."""
    return frozenset(trait for trait, chance in CHANCES.items() if random.random() < chance)
