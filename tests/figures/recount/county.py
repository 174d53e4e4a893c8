"""The county's monthly sheet, one line for each village under their total (domain handbook §7.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.figures.recount.course import came, left
from tests.figures.recount.files import Dispute
from tests.figures.recount.ministry import CATEGORIES, HEADINGS
from tests.figures.recount.sheets import TOTAL, Roster, Sheet, Strokes, village_lines, village_of

KINDS = HEADINGS[19:37]


def county(disputes: Sequence[Dispute], town: Roster, first: date, last: date) -> Sheet:
    """The whole table: all, unresolved, then resolved and unresolved of each kind."""
    strokes, everything = Strokes(), dict.fromkeys(CATEGORIES, 0)
    for dispute in disputes:
        if dispute.void or not came(dispute, first, last):
            continue
        category = dispute.details["category"]
        everything[category] += 1
        unresolved = left(dispute, first, last) != "agreed"
        places = [0, *([1] if unresolved else []), 2 + 2 * CATEGORIES.index(category) + unresolved]
        for place in places:
            strokes.put(village_of(dispute), place, dispute.id)
            strokes.put(TOTAL, place, dispute.id)
    lines = [TOTAL, *village_lines(town, disputes)]
    cells = {(line, place): strokes.cell(line, place) for line in lines for place in range(38)}
    return Sheet(lines, [*_first_two(), *_headings(everything)], cells)


def _first_two() -> list[str]:
    return [f"矛盾纠纷类型 当前矛盾纠纷情况 {what}" for what in ("本月矛盾纠纷总数", "本月未化解纠纷数")]


def _headings(everything: dict[str, int]) -> list[str]:
    """With the number of each kind in all."""
    return [
        f"矛盾纠纷类型 {kind}（共计：{number}件） {what}"
        for kind, number in zip(KINDS, everything.values(), strict=True)
        for what in ("化解数", "未化解数")
    ]
