"""Could anybody find the parties?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, where_enough
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.party import Party

_SENTENCE = N_("{place}有 {ratio} 的案件当事人没有电话、住址，也没有证件号码，找得到他们吗？")
_WHY = N_(
    "可能是村里人人相识，登记时没有细填。满 {least} 件且占 {share} 以上才问，导入的不算。可补登电话，并抽几件上门核实。"
)


class Reach(NamedTuple):
    """Whether nobody in a case of a place can be found by what is written."""

    place: Place
    nobody: bool


def notice(file: File, scene: Scene) -> Reach | None:
    """Whether its parties can be found."""
    if file.imported:
        return None
    return Reach(file.place, not any(map(_findable, file.case.parties)))


def _findable(party: Party) -> bool:
    return any((party.phone, party.address, party.id_number, party.credit_code))


def ask(noticed: Noticed[Reach], scene: Scene) -> Iterator[Question]:
    """About places where that is so more often than not."""
    least, share = scene.limits.unreachable, scene.limits.unreachable_share
    there = [(reach.place, id_) for id_, reach in noticed.items()]
    lost = [(reach.place, id_) for id_, reach in noticed.items() if reach.nobody]
    for place, cases, ratio in where_enough(lost, there, least, share):
        said = {"ratio": ratio, "least": least, "share": share_said(share)}
        yield put(scene, Asked.UNREACHABLE, cases, Words(_SENTENCE, _WHY), said, place)


UNREACHABLE = Inquiry(notice, ask)
