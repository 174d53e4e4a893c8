"""The governance office's table of 52 lines, its columns the levels and the year to date (domain handbook §7.2, §7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tests.figures.recount.course import ended
from tests.figures.recount.files import Dispute
from tests.figures.recount.registers import Round, rounds_in
from tests.figures.recount.sheets import NOBODY_KNOWS, Cell, Sheet, Strokes, people, rate, within

KINDS = {
    "religion": "民族宗教矛盾纠纷",
    "resettled_soldiers": "军转干部、复员退伍军人安置引发的矛盾纠纷",
    "expropriation": "征地拆迁安置引发的矛盾纠纷",
    "building": "建筑工程质量、物业管理等问题引发的矛盾纠纷",
    "boundaries": "土地矿产山林水利界限权属纠纷",
    "economy": "经济活动引发的矛盾纠纷",
    "labour": "劳资纠纷",
    "restructuring": "企业改制引发的矛盾纠纷",
    "pollution": "环境污染、生态破坏引发的矛盾纠纷",
    "judiciary": "司法活动引发的矛盾纠纷",
    "enforcement": "行政执法活动引发的矛盾纠纷",
    "schools": "大中专院校、中小学校引发的矛盾纠纷",
    "fisheries": "海事渔事纠纷",
    "officials": "干部作风等问题引发的矛盾纠纷",
    "village_affairs": "村务管理引发的矛盾纠纷",
    "collective": "农村土地承包、农村集体“三资”及农民负担等问题引发的矛盾纠纷",
    "civil": "婚姻家庭邻里等各类民间纠纷",
    "medical": "医患纠纷",
    "other": "其他",
}
"""The 19 kinds, in the order of lines 6–43, two lines each."""

CROSSWALK = {
    "family": "civil",
    "neighbours": "civil",
    "homestead": "boundaries",
    "contract": "economy",
    "business": "economy",
    "damages": "civil",
    "land": "boundaries",
    "expropriation": "expropriation",
    "pollution": "pollution",
    "migrant_wages": "labour",
    "labour": "labour",
    "tourism": "economy",
    "online_trade": "economy",
    "consumer": "economy",
    "medical": "medical",
    "traffic": "other",
    "property_service": "building",
    "other": "other",
}
"""The kind a case is taken for where nobody was asked (domain handbook §7.3)."""

LINES = [
    *(f"总况 {what}" for what in ("排查数", "调处数", "调处率", "成功数", "成功率")),
    *(f"{kind} {what}" for kind in KINDS.values() for what in ("排查数", "调处数")),
    *(f"涉及矛盾纠纷人数（起数） {size}" for size in ("50人以下", "50至100人", "100人至500人", "500人以上")),
    *(f"重大矛盾纠纷 {what}" for what in ("排查数", "调处数", "成功数", "成功率")),
    "开展集中排查 次数",
]
RATES = {3: (2, 1), 5: (4, 2), 51: (50, 49)}
ROUNDS = 52
TOWN, VILLAGE, TOGETHER, YEAR = range(4)


def governance(disputes: Sequence[Dispute], first: date, last: date, rounds: Sequence[Round] = ()) -> Sheet:
    """The whole table."""
    strokes, new_year = Strokes(), date(last.year, 1, 1)
    for dispute in disputes:
        level = TOWN if dispute.details["level_received"] in ("town", "county") else VILLAGE
        for line in _lines(dispute, first, last):
            strokes.put(str(line), level, dispute.id)
            strokes.put(str(line), TOGETHER, dispute.id)
        for line in _lines(dispute, new_year, last):
            strokes.put(str(line), YEAR, dispute.id)
    cells = {
        (str(line), column): _cell(strokes, line, column) for line in range(1, 53) for column in range(4)
    }
    held = rounds_in(rounds, first, last, kind="concentrated")
    of_year = rounds_in(rounds, new_year, last, kind="concentrated")
    for column, printed in enumerate((NOBODY_KNOWS, held, held, of_year)):
        cells[str(ROUNDS), column] = Cell(printed=printed)
    return Sheet([str(line) for line in range(1, 53)], LINES, cells)


def _cell(strokes: Strokes, line: int, column: int) -> Cell:
    if line in RATES:
        part, whole = RATES[line]
        return rate(strokes.cell(str(part), column), strokes.cell(str(whole), column))
    return strokes.cell(str(line), column)


def _lines(dispute: Dispute, first: date, last: date) -> Iterator[int]:
    """The lines a case stands in, by their numbers on the form."""
    if dispute.void:
        return
    details, major = dispute.details, dispute.difficulty == "major"
    kind = details["governance"] or CROSSWALK[details["category"]]
    found_line = 6 + 2 * list(KINDS).index(kind)
    if within(dispute.rounds[0].opened, first, last):
        yield from (1, found_line, _size(people(dispute)), *((48,) if major else ()))
    now = ended(dispute, first, last)
    if now:
        yield from (2, found_line + 1, *((49,) if major else ()))
        if now.outcome == "agreed":
            yield from (4, *((50,) if major else ()))


def _size(persons: int) -> int:
    if persons < 50:
        return 44
    if persons < 100:
        return 45
    return 46 if persons < 500 else 47
