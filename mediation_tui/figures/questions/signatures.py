"""Was an agreement there before anybody had talked?"""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.vocabulary import Paper

_SENTENCE = N_("有 {n} 件的协议或协议书日期早于受理或第一次调解，日期写错了吗？")
_WHY = N_("可能是日期写错，或受理、调解是后来补记的。有一件就问。可看协议书原件上的签名日期和调解记录。")
_SIGNED = frozenset({Paper.AGREEMENT, Paper.ORAL_AGREEMENT})


def notice(file: File, scene: Scene) -> bool | None:
    """Whether the present round's agreement, or the paper it is on, is dated before acceptance or all sessions."""
    now = file.case.round
    if now.agreement is None:
        return None
    papers = (
        paper.on for paper in file.case.documents if paper.paper in _SIGNED and paper.on >= now.opened_on
    )
    signed = min(now.agreement.on, now.agreement.effective_on, *papers)
    sessions = [session.on for session in file.case.sessions if session.on >= now.opened_on]
    accepted_late = now.accepted_on is not None and signed < now.accepted_on
    return accepted_late or (bool(sessions) and signed < min(sessions)) or None


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About all of them together."""
    if noticed:
        yield put(scene, Asked.SIGNED_EARLY, frozenset(noticed), Words(_SENTENCE, _WHY), {})


SIGNATURES = Inquiry(notice, ask)
