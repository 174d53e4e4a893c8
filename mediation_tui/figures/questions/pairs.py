"""Do the same two names stand against each other again and again?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from mediation_tui.figures.figure import NONE
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.vocabulary import Side

_SENTENCE = N_("有 {pairs} 对当事人各有 {least} 件以上案件，共 {n} 件，是同一纠纷分了几件吗？")
_WHY = N_(
    "可能是同名的另一家人，也可能真有几件不同的事。同样两个姓名对立满 {least} 件才问。同一纠纷再起应“重新调解”，重复立案的应并案。"
)
_CROWD = 20
"""Where more pairs than this stand against each other, it is a crowd and no pair."""

Pairs = frozenset[frozenset[str]]


def notice(file: File, scene: Scene) -> Pairs | None:
    """Who stands against whom."""
    applicants, respondents = (
        {party.name for party in file.case.parties if party.side is side}
        for side in (Side.APPLICANT, Side.RESPONDENT)
    )
    if len(applicants) * len(respondents) > _CROWD:
        return None
    return frozenset(map(frozenset, product(applicants, respondents))) or None


def ask(noticed: Noticed[Pairs], scene: Scene) -> Iterator[Question]:
    """About pairs that come back."""
    least = scene.limits.pair_cases
    cases = gathered((pair, id_) for id_, pairs in noticed.items() for pair in pairs)
    often = [some for some in cases.values() if len(some) >= least]
    if often:
        said = {"pairs": len(often), "least": least}
        yield put(scene, Asked.SAME_PAIR, NONE.union(*often), Words(_SENTENCE, _WHY), said)


PAIRS = Inquiry(notice, ask)
