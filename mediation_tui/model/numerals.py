"""Numbers as they are written in Chinese, in figures, or in both: 两万三, 1.5万, 贰仟零伍, 2万5000."""

from __future__ import annotations

import re
from decimal import Decimal

_FIGURES = str.maketrans(
    "〇零○一壹二贰两三叁四肆五伍六陆七柒八捌九玖点拾佰仟萬億", "0001122233445566778899.十百千万亿"
)
_GROUPS = (("亿", 100_000_000), ("万", 10_000))
_STEPS = (("千", 1000), ("百", 100), ("十", 10))
_LONGEST = 40
_ROUGHLY = re.compile(r"[一二两三四五六七八九]{2,}[十百千万亿]")
_FIGURE = re.compile(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


def read_number(text: str) -> Decimal | None:
    """The number a text says, or nothing where it says none or only roughly (两三百).

    A single figure after a unit counts the next lower unit, as spoken: 一万五 is 15,000, 两百三 is 230.
    """
    if len(text) > _LONGEST or _ROUGHLY.search(text):
        return None
    return _value(text.translate(_FIGURES))


def _value(text: str) -> Decimal | None:
    if _FIGURE.fullmatch(text):
        return Decimal(text.replace(",", ""))
    for unit, worth in _GROUPS:
        head, found, tail = text.partition(unit)
        if found:
            return _sum(_value(head), worth, head, tail)
    for unit, worth in _STEPS:
        head, found, tail = text.partition(unit)
        if found:
            return _sum(_times(head or "1") if unit == "十" else _times(head), worth, head, tail)
    return None


def _times(head: str) -> Decimal | None:
    """The one figure before 千, 百 or 十."""
    return Decimal(head) if re.fullmatch(r"\d(\.\d+)?", head, re.ASCII) else None


def _sum(times: Decimal | None, worth: int, head: str, tail: str) -> Decimal | None:
    """`times` × `worth` and what follows the unit, which must be less than the unit."""
    if times is None:
        return None
    if not tail:
        return times * worth
    rest = Decimal(tail) * worth / 10 if re.fullmatch("[1-9]", tail) else _value(tail.removeprefix("0"))
    if rest is None or rest >= worth or "." in head:
        return None
    return times * worth + rest
