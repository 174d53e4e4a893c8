"""A long title broken into lines that make a trapezoid or a diamond (梯形、菱形; GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise

from mediation_tui.papers.letter.measures import width_of

_MOST_LINES = 4
_WHOLE = re.compile(
    r"[0-9０-９A-Za-z.,:/%〔〕'’\-]+(?:年度?|月份?|日|号|件|人|个|村|镇|季度)?|关于|通知|报告|情况|工作|调解|纠纷|"
    r"[《“（(〔\[]*.[》”）)〕\]、，。：；？！…· ]*",
    re.DOTALL,
)
"""What no line ends within: numbers with their unit, English words, frequent words, a mark with what it follows."""
_NOT_FIRST = ("的", "地", "得", "和", "与", "及", "等", "了", "率", "年", "所", "局", "村", "镇")
_NOT_LAST = ("和", "与", "及", "在", "对", "将", "第", "关于", "不", "大", "小", "出")
_GOOD_LAST = ("的", "、", "，", "》", "”", "：", "年", "年度", "季度", "月", "情况", " ")
_GOOD_FIRST = ("关于", "《", "“", "工作", "情况")
_CLUMSY, _GOOD, _SQUARE, _TORN, _MORE_LINES = 4.0, 2.0, 3.0, 8.0, 3.0


def title_lines(title: str, room: int) -> tuple[str, ...]:
    """The title's lines; what is too long for four of them is left to the word processor.

    Args:
        title: The title; where it has line breaks of its own these are kept.
        room: How many full-width characters a line holds.
    """
    given = tuple(line.strip() for line in title.splitlines() if line.strip())
    if len(given) != 1 or width_of(given[0]) <= room:
        return given
    atoms = _WHOLE.findall(given[0])
    fewest = -int(-width_of(given[0]) // room)
    counts = range(fewest, min(fewest + 1, _MOST_LINES) + 1)
    ways = chain.from_iterable(_broken(atoms, count) for count in counts)
    best = min((lines for lines in ways if _shapely(lines, room)), key=_cost, default=given)
    return tuple(line.strip() for line in best)


def _broken(atoms: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    """Every way to make so many lines."""
    for places in combinations(range(1, len(atoms)), count - 1):
        cuts = (0, *places, len(atoms))
        yield tuple("".join(atoms[first:last]) for first, last in pairwise(cuts))


def _shapely(lines: Sequence[str], room: int) -> bool:
    """Whether all lines fit and none is shorter than both its neighbours, as in an hourglass."""
    widths = [width_of(line.strip()) for line in lines]
    waists = (
        here < min(above, below) for above, here, below in zip(widths, widths[1:], widths[2:], strict=False)
    )
    return max(widths) <= room and not any(waists)


def _cost(lines: Sequence[str]) -> float:
    """How ugly: many lines, very different or the very same lengths, breaks within what is said in one breath."""
    widths = [width_of(line.strip()) for line in lines]
    mean = sum(widths) / len(widths)
    uneven = sum(abs(width - mean) for width in widths) / len(widths)
    square = _SQUARE * (max(widths) - min(widths) < 1)
    breaks = sum(_break_cost(above, below) for above, below in pairwise(lines))
    return _MORE_LINES * len(lines) + uneven + square + breaks


def _break_cost(above: str, below: str) -> float:
    clumsy = below.startswith(_NOT_FIRST) + above.endswith(_NOT_LAST)
    good = below.startswith(_GOOD_FIRST) + above.endswith(_GOOD_LAST)
    torn = above.count("“") > above.count("”") or above.count("《") > above.count("》")
    return _CLUMSY * clumsy + _TORN * torn + max(0.0, _GOOD * (1 - good))
