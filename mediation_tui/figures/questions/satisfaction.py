"""Was the parties' satisfaction written down by those who had mediated?"""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.figure import Ratio
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.figures.questions.thresholds import enough
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case

_SENTENCE = N_("记了“满意”的案件有 {ratio} 由办案的调解员自己记录，能换个人回访吗？")
_WHY = N_(
    "可能是村里只有这一位调解员，回访也由他做。满 {least} 件且占 {share} 以上才问；记了不满意的不算。可抽几件由所里打电话再问一次。"
)


def notice(file: File, scene: Scene) -> bool | None:
    """Whether a mediator of the case wrote down that somebody was satisfied; none if nobody did."""
    recorders = {v.satisfaction_recorded_by for v in file.case.visits if v.satisfied}
    return bool(recorders & _mediators(file.case, scene)) if recorders else None


def _mediators(case: Case, scene: Scene) -> set[str]:
    """Their roster ids and names: either may have been written."""
    return {*case.mediators, *(person.name for person in scene.people if person.id in case.mediators)}


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About the whole office, if it is the rule there."""
    least, share = scene.limits.own_satisfaction, scene.limits.own_satisfaction_share
    own = frozenset(id_ for id_, himself in noticed.items() if himself)
    if enough(len(own), len(noticed), least, share):
        said = {"ratio": Ratio(len(own), len(noticed)), "least": least, "share": share_said(share)}
        yield put(scene, Asked.OWN_SATISFACTION, own, Words(_SENTENCE, _WHY), said)


SATISFACTION = Inquiry(notice, ask)
