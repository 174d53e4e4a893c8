"""Does a village bring far more than its households, or than it used to?"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.lines import TOWN_DESK, Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_

_HOUSEHOLDS = N_("{place}登记 {n} 件，按户数和其他村的情况约应有 {expected} 件，多出的是哪来的？")
_HOUSEHOLDS_WHY = N_(
    "可能是村里正有征地、修路这样的事，或别的村漏报。户数已登记、满 {few} 件且达到 {times} 倍才问。可看新增的类别和来源，也问问件数少的村。"
)
_HISTORY = N_("{place}登记 {n} 件，上一期间 {before} 件，增加的是哪来的？")
_HISTORY_WHY = N_(
    "可能是排查更细，或村里正有征地、修路这样的事。满 {few} 件、达到上一期间的 {times} 倍且增幅远超全镇才问。可看新增的类别和来源。"
)


def notice(file: File, scene: Scene) -> str | None:
    """The village, of a case it received in the period."""
    if file.place == TOWN_DESK or file.case.received_on not in scene.period:
        return None
    return file.place[0]


def ask(noticed: Noticed[str], scene: Scene) -> Iterator[Question]:
    """About villages with far more than could be expected."""
    few, times = scene.limits.few, scene.limits.far_above
    for village, cases in gathered((village, id_) for id_, village in noticed.items()).items():
        if len(cases) < few:
            continue
        place: Place = (village, None)
        expected = by_households(village, scene)
        if expected is not None and len(cases) >= times * expected:
            said = {"expected": max(1, round(expected)), "few": few, "times": times}
            yield put(scene, Asked.ABOVE_HOUSEHOLDS, cases, Words(_HOUSEHOLDS, _HOUSEHOLDS_WHY), said, place)
        if _above_history(village, cases, scene):
            said = {"before": scene.before[village], "few": few, "times": times}
            yield put(scene, Asked.ABOVE_HISTORY, cases, Words(_HISTORY, _HISTORY_WHY), said, place)


def by_households(village: str, scene: Scene) -> Fraction | None:
    """How many cases a village would have at the other villages' rate; none where too little is known."""
    households = {v.id: v.households for v in scene.town.villages if v.households}
    if village not in households:
        return None
    others = households.keys() - {village}
    cases = sum(scene.received[other] for other in others)
    if cases < scene.limits.few:
        return None
    return Fraction(cases * households[village], sum(households[other] for other in others))


def _above_history(village: str, cases: CaseIds, scene: Scene) -> bool:
    """Whether it grew far more than the others did; never where the book tells too little of the time before."""
    before = scene.before[village]
    others_before = scene.before.total() - before
    others_now = scene.received.total() - scene.received[village]
    if others_before < scene.limits.few or len(cases) - before < scene.limits.few:
        return False
    growth = max(Fraction(1), Fraction(others_now, others_before))
    return len(cases) >= scene.limits.far_above * before * growth


VOLUME = Inquiry(notice, ask)
