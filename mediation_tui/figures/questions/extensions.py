"""Is nothing ever past its term because so much is extended?"""

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

_SENTENCE = N_("期间内没有一件超期，而调结的有 {ratio} 延过期，是双方真同意的吗？")
_WHY = N_(
    "可能都是难办的案件。调结满 {few} 件、没有超期、延期的占 {share} 以上才问。可看延期的理由和双方同意的凭据。"
)


def notice(file: File, scene: Scene) -> bool | None:
    """Whether the present round was extended, of a case concluded in the period."""
    return bool(file.case.round.extended_to) if file.id in scene.concluded else None


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About the whole office."""
    few, share = scene.limits.few, scene.limits.extensions_share
    extended = frozenset(id_ for id_, was in noticed.items() if was)
    if not scene.held and len(noticed) >= few and enough(len(extended), len(noticed), 1, share):
        said = {"ratio": Ratio(len(extended), len(noticed)), "few": few, "share": share_said(share)}
        yield put(scene, Asked.EXTENSIONS, extended, Words(_SENTENCE, _WHY), said)


EXTENSIONS = Inquiry(notice, ask)
