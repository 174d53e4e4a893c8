"""Cases per 1,000 households, with the interval that says how little a few cases tell.

The interval is the exact one for a Poisson count (F. Garwood, Fiducial limits for the Poisson distribution,
Biometrika 28, 1936, 437-442): its lower end is the rate under which so many cases or more come about with 2.5 %,
its upper end the one under which so many or fewer do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import exp, fsum, lgamma, log

from mediation_tui.figures.figure import UNKNOWN, Figure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_, _

THOUSAND = 1000
TAIL = 0.025
"""What is left out at either end: together 5 %."""

PER_THOUSAND = Phrase(N_("件/千户"))


@dataclass(frozen=True)
class Rate:
    """Cases per 1,000 households.

    Attributes:
        figure: The rate in the period, with the cases behind it; unknown where the households are.
        low: The lower end of the 95 % interval.
        high: The upper end.
    """

    figure: Figure
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def text(self) -> str:
        """The rate with its interval: `4.2（95 % 区间 1.4–9.8）`."""
        if self.low is None or self.high is None:
            return UNKNOWN
        return _("{rate}（95 % 区间 {low}–{high}）").format(
            rate=self.figure.text, low=self.low, high=self.high
        )


def per_households(counted: Figure, households: int | None) -> Rate:
    """A count of cases per 1,000 households; unknown where nobody knows how many there are, or there are none."""
    facts = {"name": counted.name, "n": households or UNKNOWN}
    name = Phrase(N_("每千户{name}"), facts=facts)
    formula = Phrase(N_("{name}的件数 ÷ {n} 户 × 1000"), facts=facts)

    def rate(value: Decimal | None) -> Figure:
        return Figure.quantity(name, formula, counted.basis, counted.cases, value, PER_THOUSAND)

    if not households:
        return Rate(rate(None))
    low, high = interval(len(counted.cases))
    return Rate(
        rate(_thousandth(len(counted.cases), households)),
        _thousandth(low, households),
        _thousandth(high, households),
    )


def _thousandth(cases: float, households: int) -> Decimal:
    return (Decimal(cases) * THOUSAND / households).quantize(Decimal("0.1"), ROUND_HALF_UP)


def interval(cases: int) -> tuple[float, float]:
    """The 95 % interval for the count that such cases come from, by Garwood's exact method.

    Raises:
        ValueError: The number of cases is negative.
    """
    if cases < 0:
        raise ValueError(cases)
    low = _where(lambda mean: at_most(cases - 1, mean) <= 1 - TAIL, cases) if cases else 0.0
    return low, _where(lambda mean: at_most(cases, mean) <= TAIL, cases)


def at_most(cases: int, mean: float) -> float:
    """The probability of so many cases or fewer, where the mean of a Poisson count is known."""
    if mean <= 0:
        return 1.0
    return fsum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(cases + 1))


def _where(reached: Callable[[float], bool], cases: int) -> float:
    """The smallest mean that satisfies a condition all greater ones satisfy too."""
    below, above = 0.0, 2.0 * cases + 10
    for _halving in range(45):
        middle = (below + above) / 2
        below, above = (below, middle) if reached(middle) else (middle, above)
    return above
