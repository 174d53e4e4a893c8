"""What was brought in from ledgers is asked about once, not case by case."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_

_SENTENCE = N_("有 {n} 件是从台账导入的，抽几件对过原卷吗？")
_WHY = N_(
    "导入本身没有错；谁在哪一天写下，对导入的案件说明不了什么，所以另外几个问题不问它们。满 {few} 件才问。可抽几件对照纸质卷宗。"
)


def notice(file: File, scene: Scene) -> bool | None:
    """Whether it was brought in."""
    return file.imported or None


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About all of them together."""
    if len(noticed) >= (few := scene.limits.few):
        yield put(scene, Asked.IMPORTED, frozenset(noticed), Words(_SENTENCE, _WHY), {"few": few})


IMPORTS = Inquiry(notice, ask)
