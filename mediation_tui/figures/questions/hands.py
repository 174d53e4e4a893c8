"""Was a case registered and closed by one and the same hand?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import NamedTuple

from mediation_tui.clock import local_date
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, where_enough
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_

_WORDS = {
    Asked.SAME_DAY_HAND: Words(
        N_("{place}有 {n} 件由同一人在同一天写下登记和结案，是事后一次补写的吗？"),
        N_(
            "可能是当场化解、当天办结，也可能是把纸质卷宗集中录入。满 {least} 件且占结案的 {share} 以上才问，导入的不算。"
            "可看调解记录和履行凭证，并向当事人核实。"
        ),
    ),
    Asked.ONE_HAND: Words(
        N_("{place}结案的案件有 {ratio} 从登记、调结到结案都由同一人写下，另有人看过卷宗吗？"),
        N_(
            "可能是村里只有一人会用电脑。满 {least} 件且占 {share} 以上才问，导入的不算。"
            "可抽几件请第二个人看卷宗，并向当事人核实。"
        ),
    ),
}


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
    at_once = {id_ for id_, hand in noticed.items() if hand.at_once}
    one = {id_ for id_, hand in noticed.items() if hand.one}
    yield from _about(
        Asked.SAME_DAY_HAND, at_once, noticed, scene, limits.same_day_hand, limits.same_day_hand_share
    )
    yield from _about(Asked.ONE_HAND, one, noticed, scene, limits.few, limits.one_hand)


def _about(
    asked: Asked, ids: Collection[str], noticed: Noticed[Hand], scene: Scene, least: int, share: Fraction
) -> Iterator[Question]:
    closed = [(hand.place, id_) for id_, hand in noticed.items()]
    part = [(place, id_) for place, id_ in closed if id_ in ids]
    for place, cases, ratio in where_enough(part, closed, least, share):
        said = {"ratio": ratio, "least": least, "share": share_said(share)}
        yield put(scene, asked, cases, _WORDS[asked], said, place)


HANDS = Inquiry(notice, ask)
