"""Do the files of a place tell one and the same story?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.alike import groups_alike, told_plainly
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_

_ONE_GROUP = N_("{place}有 {n} 件的纠纷简要情况除姓名、数字外大同小异，是照抄同一份材料吗？")
_GROUPS = N_("{place}有 {n} 件的纠纷简要情况除姓名、数字外大同小异（分 {groups} 组），是照抄同样的材料吗？")
_WHY = N_(
    "可能是同一起事由涉及多户，或用了同一个范本。去掉姓名、数字和标点后满 {length} 字、连续三字的片段 {share} 以上相同、"
    "同村满 {least} 件才问。可并排打开几件，并向当事人核实。"
)


class Told(NamedTuple):
    """What a case's story comes to without names, numbers and punctuation."""

    place: Place
    text: str


def notice(file: File, scene: Scene) -> Told | None:
    """The story, where it is long enough to compare."""
    text = told_plainly(file.case.summary, [party.name for party in file.case.parties])
    return Told(file.place, text) if len(text) >= scene.limits.alike_length else None


def ask(noticed: Noticed[Told], scene: Scene) -> Iterator[Question]:
    """About places where several files tell the same."""
    limits = scene.limits
    for place, cases in gathered((told.place, id_) for id_, told in noticed.items()).items():
        texts = gathered((noticed[id_].text, id_) for id_ in cases)
        groups = [g for g in _groups(texts, scene) if len(g) >= limits.alike]
        if groups:
            said = {
                "groups": len(groups),
                "least": limits.alike,
                "length": limits.alike_length,
                "share": share_said(limits.alike_share),
            }
            sentence = _ONE_GROUP if len(groups) == 1 else _GROUPS
            yield put(scene, Asked.ALIKE, NONE.union(*groups), Words(sentence, _WHY), said, place)


def _groups(texts: dict[str, CaseIds], scene: Scene) -> Iterator[CaseIds]:
    for alike in groups_alike(texts, scene.limits.alike_share):
        yield NONE.union(*(texts[text] for text in alike))


NARRATIVES = Inquiry(notice, ask)
