"""Was a case registered and closed by one and the same hand?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mediation_tui.clock import local_date
from mediation_tui.figures.figure import Ratio
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.figures.questions.thresholds import enough
from mediation_tui.i18n import N_

_AT_ONCE = N_("{place}有 {n} 件由同一人在同一天写下登记和结案，是事后一次补写的吗？")
_AT_ONCE_WHY = N_(
    "可能是当场化解、当天办结，也可能是把纸质卷宗集中录入。满 {least} 件才问。可看调解记录和履行凭证，并向当事人核实。"
)
_ONE = N_("{place}结案的案件有 {ratio} 从登记、调结到结案都由同一人写下，另有人看过卷宗吗？")
_ONE_WHY = N_(
    "可能是村里只有一人会用电脑。满 {least} 件且占 {share} 以上才问。可抽几件请第二个人看卷宗，并向当事人核实。"
)


class Hand(NamedTuple):
    """Who wrote a closed case.

    Attributes:
        one: Registered, concluded and closed by one person.
        at_once: Registered and closed by one person, and both written down on one day.
    """

    place: Place
    one: bool
    at_once: bool


def notice(file: File, scene: Scene) -> Hand | None:
    """Who wrote it, of a case that is closed."""
    registered, concluded, closed = file.registered, file.concluded, file.closed
    if file.imported or closed is None or concluded is None:
        return None
    same = registered.actor == closed.actor
    same_day = local_date(registered.recorded_at) == local_date(closed.recorded_at)
    return Hand(file.place, same and concluded.actor == closed.actor, same and same_day)


def ask(noticed: Noticed[Hand], scene: Scene) -> Iterator[Question]:
    """About places where much was written by one hand, or at one go."""
    limits = scene.limits
    for place, cases in gathered((h.place, id_) for id_, h in noticed.items() if h.at_once).items():
        if len(cases) >= (least := limits.same_day_hand):
            yield put(
                scene, Asked.SAME_DAY_HAND, cases, Words(_AT_ONCE, _AT_ONCE_WHY), {"least": least}, place
            )
    closed = gathered((h.place, id_) for id_, h in noticed.items())
    for place, cases in gathered((h.place, id_) for id_, h in noticed.items() if h.one).items():
        ratio = Ratio(len(cases), len(closed[place]))
        if enough(ratio.numerator, ratio.denominator, limits.few, limits.one_hand):
            said = {"ratio": ratio, "least": limits.few, "share": share_said(limits.one_hand)}
            yield put(scene, Asked.ONE_HAND, cases, Words(_ONE, _ONE_WHY), said, place)


HANDS = Inquiry(notice, ask)
