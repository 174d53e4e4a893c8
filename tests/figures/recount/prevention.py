"""What was averted, in pairs of cases and persons, one line for each village (domain handbook §7.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.figures.recount.files import Dispute
from tests.figures.recount.registers import Round, rounds_in
from tests.figures.recount.sheets import (
    NOBODY_KNOWS,
    TOTAL,
    Cell,
    Roster,
    Sheet,
    Strokes,
    village_lines,
    village_of,
    within,
)

KINDS = {
    "suicide": "防止民间纠纷引起自杀",
    "crime": "防止民间纠纷转化为刑事案件",
    "group_petition": "防止群体性上访",
    "group_fight": "防止群体性械斗",
}
HEADINGS = [
    "排查纠纷 次",
    "排查纠纷 件",
    "预防纠纷 件",
    *(f"{kind} {unit}" for kind in KINDS.values() for unit in ("件", "人")),
]
ROUNDS, PREVENTED = 0, 2
"""Rounds are in a register of their own; of disputes prevented nothing says anything."""


def prevention(
    disputes: Sequence[Dispute], town: Roster, first: date, last: date, rounds: Sequence[Round] = ()
) -> Sheet:
    """The whole table."""
    strokes = Strokes()
    for dispute in disputes:
        if dispute.void:
            continue
        for line in (village_of(dispute), TOTAL):
            if dispute.details["discovery"] == "screening" and within(dispute.rounds[0].opened, first, last):
                strokes.put(line, 1, dispute.id)
            for averted in dispute.averted:
                if within(averted.on, first, last):
                    place = 3 + 2 * list(KINDS).index(averted.kind)
                    strokes.put(line, place, dispute.id)
                    strokes.put(line, place + 1, dispute.id, averted.people)
    lines = [*village_lines(town, disputes), TOTAL]
    cells = {(line, place): _cell(strokes, line, place) for line in lines for place in range(11)}
    for line in lines:
        at_town_desk = line == ""
        printed = NOBODY_KNOWS if at_town_desk else rounds_in(rounds, first, last, line)
        cells[line, ROUNDS] = Cell(printed=printed)
    return Sheet(lines, HEADINGS, cells)


def _cell(strokes: Strokes, line: str | None, place: int) -> Cell:
    """A dispute noted twice for one kind is one case; the persons are added."""
    if place == PREVENTED:
        return Cell(printed=NOBODY_KNOWS)
    cell = strokes.cell(line, place)
    if place == 1 or place % 2:
        cell.printed = str(strokes.count(line, place))
    return cell
