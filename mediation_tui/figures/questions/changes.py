"""Was a case's source or category changed once it was over?"""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import CONCLUDING, File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.events import Correctable, DetailsCorrected

_SENTENCE = N_("有 {n} 件在调结以后改了案件来源或纠纷类别，为什么改？")
_WHY = N_(
    "可能是核对报表时改正了填错的。满 {least} 件才问。每次更正都写了理由，可打开案件看改前、改后和理由。"
)
_COUNTED_BY = frozenset({Correctable.SOURCE, Correctable.ENTRUSTER, Correctable.CATEGORY})
"""What tables are divided by."""


def notice(file: File, scene: Scene) -> bool | None:
    """Whether that happened."""
    concluded = False
    for event in file.events:
        concluded = concluded or event.kind in CONCLUDING
        if concluded and isinstance(event.data, DetailsCorrected) and event.data.field in _COUNTED_BY:
            return True
    return None


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About all of them together."""
    if len(noticed) >= (least := scene.limits.changed_later):
        yield put(scene, Asked.CHANGED_LATER, frozenset(noticed), Words(_SENTENCE, _WHY), {"least": least})


CHANGES = Inquiry(notice, ask)
