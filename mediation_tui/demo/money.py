"""Sums as villagers name them: round, seldom large, never to the cent."""

from __future__ import annotations

from decimal import Decimal
from math import exp, log
from random import Random

_STEPS = ((1_000, 50), (10_000, 100), (50_000, 500), (200_000, 1_000))
_COARSEST = 5_000


def rounded(amount: float) -> Decimal:
    """The sum to the step people use at that size: 50 yuan below 1,000, 100 below 10,000, and so on."""
    step = next((step for limit, step in _STEPS if amount < limit), _COARSEST)
    return Decimal(max(round(amount / step) * step, step))


def asked(random: Random, least: Decimal, most: Decimal) -> Decimal:
    """A sum between two ends in yuan; small ones are commoner than large ones."""
    return rounded(exp(random.uniform(log(least), log(most))))


def settled(random: Random, amount: Decimal) -> Decimal:
    """What people agree on when that much was asked: half of it to all of it, in yuan."""
    return min(rounded(float(amount) * random.choice((0.5, 0.6, 0.7, 0.8, 0.9, 1.0))), amount)


def instalments(amount: Decimal, parts: int) -> tuple[Decimal, ...]:
    """The sum in that many payments, all alike but the last, which makes it add up."""
    each = rounded(float(amount) / parts) if parts > 1 else amount
    each = each if each * (parts - 1) < amount else amount / parts
    return (*[each] * (parts - 1), amount - each * (parts - 1))


def in_words(amount: Decimal) -> str:
    """The sum as it stands in a sentence: 3200元, 1.2万元."""
    if amount >= 10_000 and amount % 100 == 0:
        return f"{(amount / 10_000).normalize():f}万元"
    return f"{amount:f}元"
