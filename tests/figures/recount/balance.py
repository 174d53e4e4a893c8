"""The balance of the ledger, one line for each village (domain handbook §7.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.figures.recount.course import came, left
from tests.figures.recount.files import Dispute
from tests.figures.recount.sheets import TOTAL, Roster, Sheet, Strokes, village_lines, village_of

HEADINGS = [
    *(f"收 {what}" for what in ("上期结转", "本期新建", "委托移送转入", "重新调解")),
    *(f"结 {what}" for what in ("达成协议", "调解不成、不予受理", "移送转出", "撤回、自行和解", "作废")),
    "期末未结",
]
IN = {"carried": 0, "received": 1, "reopened": 3}
ENTRUSTED = 2
OUT = {
    "agreed": 4,
    "failed": 5,
    "not_accepted": 5,
    "transferred": 6,
    "withdrawn": 7,
    "void": 8,
    "open": 9,
}


def balance(disputes: Sequence[Dispute], town: Roster, first: date, last: date) -> Sheet:
    """The whole table."""
    strokes = Strokes()
    for dispute in disputes:
        entry = came(dispute, first, last)
        if not entry:
            continue
        from_others = entry == "received" and dispute.details["source"] == "entrusted"
        for place in (ENTRUSTED if from_others else IN[entry], OUT[left(dispute, first, last)]):
            strokes.put(village_of(dispute), place, dispute.id)
            strokes.put(TOTAL, place, dispute.id)
    lines = [*village_lines(town, disputes), TOTAL]
    cells = {(line, place): strokes.cell(line, place) for line in lines for place in range(10)}
    return Sheet(lines, HEADINGS, cells)
