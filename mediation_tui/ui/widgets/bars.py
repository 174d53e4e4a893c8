"""Shares drawn with block characters: a bar out of its whole length, and a row of small columns."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from mediation_tui.ui.skin import marks

_EIGHTHS = 8


def bar(value: Fraction | None, cells: int, tick: Fraction | None = None) -> str:
    """A share as a bar on so many cells, with a thin mark where another one stands.

    More than the whole fills the bar; what is more than nothing shows at least its first eighth; unknown draws
    nothing.
    """
    line = " " * cells if value is None else (_filled(value, cells) + marks().track * cells)[:cells]
    if tick is None or not cells:
        return line
    place = min(cells - 1, int(_within(tick) * cells))
    return line[:place] + marks().tick + line[place + 1 :]


def columns(values: Iterable[Fraction | None]) -> str:
    """Values side by side, each as high as it is beside the highest; a space where nobody knows."""
    known = tuple(values)
    highest = max((value for value in known if value is not None), default=Fraction(0))
    return "".join(_column(value, highest) for value in known)


def _filled(value: Fraction, cells: int) -> str:
    eighths = int(_within(value) * cells * _EIGHTHS + Fraction(1, 2))
    whole, rest = divmod(max(eighths, 1) if value > 0 else 0, _EIGHTHS)
    return marks().bar * whole + (marks().eighths[rest - 1] if rest else "")


def _column(value: Fraction | None, highest: Fraction) -> str:
    if value is None:
        return " "
    levels = marks().levels
    step = int(value / highest * (len(levels) - 1) + Fraction(1, 2)) if highest > 0 else 0
    return levels[max(0, step)]


def _within(value: Fraction) -> Fraction:
    return min(max(value, Fraction(0)), Fraction(1))
