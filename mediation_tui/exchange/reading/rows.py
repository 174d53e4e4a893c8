"""Which rows below a head are entries, and which are sums, signatures and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mediation_tui.exchange.reading.raw import RawRow
from mediation_tui.exchange.reading.values import text_of

_SUM = re.compile(r"(本页|本月|本季度?|本年)?(合计|小计|总计|累计|共计)[:：]?([\d.,]*[件人个]?)")
_FOOT = re.compile(
    r"(制表|填表|填报|报送|审核|签发|复核|经办|单位负责|主要负责)(人|单位|时间|日期)"
    r"|(备注|注|说明|附注|填表说明)[:：]"
)


def entries(
    found: Sequence[RawRow], filled: Sequence[RawRow], head: RawRow
) -> tuple[tuple[RawRow, ...], tuple[RawRow, ...]]:
    """Tell the entries from the other rows that say something; empty rows are neither.

    Args:
        found: The rows below the head, as they were found.
        filled: The same rows with merged cells repeated.
        head: The row of headings, which some sheets repeat on every page.

    Returns:
        The entries, and the rows left out.
    """
    body: list[RawRow] = []
    skipped: list[RawRow] = []
    in_foot = False
    for row, entry in zip(found, filled, strict=True):
        texts = _texts(row)
        if not texts:
            continue
        starts_foot = _FOOT.match(texts[0]) is not None
        in_foot = starts_foot or (in_foot and len(texts) == 1)
        if in_foot or _is_lone(row, head) or _is_sum(texts) or texts == _texts(head):
            skipped.append(row)
        else:
            body.append(entry)
    return tuple(body), tuple(skipped)


def _texts(row: RawRow) -> tuple[str, ...]:
    """What the row's cells say, without any space, empty ones left out."""
    return tuple("".join(text.split()) for text in map(text_of, row.cells) if text)


def _is_lone(row: RawRow, head: RawRow) -> bool:
    """Whether only the first column says anything: a number given in advance, a group's name, a note."""
    first = next(column for column, cell in enumerate(head.cells) if cell is not None)
    return len(row.filled) == 1 < len(head.filled) and row.cell(first) is not None


def _is_sum(texts: Sequence[str]) -> bool:
    """Whether one of the first two cells says 合计 or the like."""
    return any(_SUM.fullmatch(text) for text in texts[:2])
