"""From when on something is worth a question: all limits in one place, each said in the question's own words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mediation_tui.figures.figure import FEW


@dataclass(frozen=True)
class Thresholds:
    """Below these nothing is asked; what an honest office does every week must stay below them.

    Attributes:
        few: Places with fewer cases than this are never compared (domain handbook §10).
        same_day_hand: Cases of a place registered and closed by one person on one day …
        same_day_hand_share: … and their share of the place's closed cases.
        one_hand: Share of a place's closed cases that one and the same person registered, concluded and closed.
        same_day: Cases of a place registered and concluded on one and the same day.
        alike: Cases of a place that tell the same story.
        alike_length: Characters a story must have for its likeness to mean anything.
        alike_share: Share of the runs of three characters that two stories have in common.
        far_above: Times as many as could be expected.
        phone_names: Different names with one telephone number.
        made_up_phones: Cases with a number that looks invented.
        pair_cases: Cases with the same two names against each other.
        unreachable: Cases of a place in which no party has a phone, an address or an ID number …
        unreachable_share: … and their share of the place's cases.
        own_satisfaction: Cases whose mediator wrote down that the parties were satisfied …
        own_satisfaction_share: … and their share of all in which somebody was.
        unperformed: Agreements past due with nothing to show for it …
        unperformed_days: … so many days after the due date.
        round_sum: Yuan of which a round sum is a multiple.
        round_sums: Cases of a place with one and the same round sum …
        round_sums_share: … and the share of such cases among the place's with a sum.
        burst: Cases of a place written down one after the other by one person …
        burst_minutes: … with no longer pause between two than this.
        late_at_end: Cases entered late around the period's last day …
        late_at_end_share: … and their share of all entered late.
        late_at_end_days: Days before and after the last day that are around it.
        changed_later: Cases whose source or category was changed after their conclusion.
        extensions_share: Share of concluded cases with an extension where not one was held past its term.
    """

    few: int = FEW
    same_day_hand: int = 5
    same_day_hand_share: Fraction = Fraction(1, 10)
    one_hand: Fraction = Fraction(4, 5)
    same_day: int = 5
    alike: int = 3
    alike_length: int = 20
    alike_share: Fraction = Fraction(3, 4)
    far_above: int = 3
    phone_names: int = 3
    made_up_phones: int = 3
    pair_cases: int = 3
    unreachable: int = 5
    unreachable_share: Fraction = Fraction(1, 2)
    own_satisfaction: int = 5
    own_satisfaction_share: Fraction = Fraction(1, 2)
    unperformed: int = 5
    unperformed_days: int = 30
    round_sum: int = 1000
    round_sums: int = 5
    round_sums_share: Fraction = Fraction(1, 3)
    burst: int = 5
    burst_minutes: int = 3
    late_at_end: int = FEW
    late_at_end_share: Fraction = Fraction(1, 2)
    late_at_end_days: int = 7
    changed_later: int = 3
    extensions_share: Fraction = Fraction(1, 3)


LIMITS = Thresholds()
"""The limits the program comes with."""


def enough(part: int, whole: int, least: int, share: Fraction) -> bool:
    """Whether so many of so many are at least that many, and at least that share."""
    return part >= least and part >= share * whole
