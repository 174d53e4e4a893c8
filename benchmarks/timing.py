"""Measuring things against each other in turns, so that whatever slows the machine slows all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median

ROUNDS = 5


def medians(ways: Mapping[str, Callable[[], object]], times: int) -> dict[str, float]:
    """The median time of one call, in milliseconds, of each way of doing a thing.

    Args:
        ways: By name; they take turns, in rounds of so many calls each.
        times: How often each is called in a round.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for round_ in range(ROUNDS + 1):
        for name, way in ways.items():
            for _call in range(times):
                begun = time.perf_counter()
                way()
                if round_:
                    taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: median(values) for name, values in taken.items()}
