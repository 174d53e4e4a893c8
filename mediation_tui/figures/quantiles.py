"""The middle and the upper end of whole numbers of days, by nearest rank.

Sort them; the median is the one at place n × 50 %, the 90th percentile the one at place n × 90 %, a place that is
no whole number rounded up. So a percentile is always a number somebody can find in the list, and a clerk with a
pencil comes to the same one.
"""

from __future__ import annotations

from collections.abc import Iterable

MEDIAN = 50
"""In percent: half of them took no longer."""

MOST = 90
"""In percent: nine out of ten took no longer."""


def percentile(days: Iterable[int], percent: int) -> int | None:
    """The smallest of the numbers that at least so many percent of them do not exceed; none for nothing.

    Raises:
        ValueError: The percentage is not one of 1–100.
    """
    if not 1 <= percent <= 100:
        raise ValueError(percent)
    ordered = sorted(days)
    place = -(-len(ordered) * percent // 100)
    return ordered[place - 1] if ordered else None
