"""Codes for places and people: given once, in order, and never given again."""

from __future__ import annotations

import re
from collections.abc import Iterable


def next_code(prefix: str, width: int, taken: Iterable[str]) -> str:
    """The code after the highest of its kind, such as v02 after v01.

    Nobody and nothing ever leaves the roster, so that the highest is the last one given.
    """
    numbers = (re.fullmatch(rf"{prefix}(\d+)", code) for code in taken)
    highest = max((int(found[1]) for found in numbers if found), default=0)
    return f"{prefix}{highest + 1:0{width}}"
