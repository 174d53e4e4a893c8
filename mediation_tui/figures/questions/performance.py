"""Is there anything to show that an agreement was performed?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.vocabulary import Paper

_SENTENCE = N_("有 {n} 件协议到期超过 {days} 天，没有履行记录、凭证，也没有回访，履行了吗？")
_WHY = N_(
    "可能已经履行、只是没有记下。满 {least} 件才问。可打电话问收款一方；没有履行的，应督促并告知可以起诉或申请执行。"
)


def notice(file: File, scene: Scene) -> bool | None:
    """Whether something fell due long ago and nothing was written about it since."""
    agreement = file.case.agreement
    due = agreement.next_due if agreement else None
    if agreement is None or due is None:
        return None
    if due + timedelta(scene.limits.unperformed_days) >= scene.day:
        return None
    known = any(o.defaulted_on for o in agreement.obligations)
    receipt = any(d.paper is Paper.RECEIPT and d.on >= agreement.on for d in file.case.documents)
    visited = any(visit.on >= due for visit in file.case.visits)
    return not (known or receipt or visited) or None


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About all of them together."""
    limits = scene.limits
    if len(noticed) >= limits.unperformed:
        said = {"days": limits.unperformed_days, "least": limits.unperformed}
        yield put(scene, Asked.UNPERFORMED, frozenset(noticed), Words(_SENTENCE, _WHY), said)


PERFORMANCE = Inquiry(notice, ask)
