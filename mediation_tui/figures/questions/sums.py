"""Does a place's money come in the same round sums?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from mediation_tui.figures.figure import NONE, Ratio
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.figures.questions.thresholds import enough
from mediation_tui.i18n import N_

_ONE_SUM = N_("{place}涉及金额的案件有 {ratio} 都是整 {sums} 元，金额是实数吗？")
_SUMS = N_("{place}涉及金额的案件有 {ratio} 是反复出现的整数 {sums} 元，金额是实数吗？")
_WHY = N_(
    "可能是同一批补偿、工钱按统一标准给付，或只写了约数。同一个 {unit} 元的整倍数在一村满 {least} 件、"
    "这样的案件占 {share} 以上才问。可对照协议书和收条。"
)


class Sum(NamedTuple):
    """The money in dispute in a case of a place."""

    place: Place
    amount: Decimal


def notice(file: File, scene: Scene) -> Sum | None:
    """The sum, where there is one."""
    return Sum(file.place, file.case.amount) if file.case.amount else None


def ask(noticed: Noticed[Sum], scene: Scene) -> Iterator[Question]:
    """About places where the same round sums make up much of what there is."""
    limits = scene.limits
    with_sum = gathered((found.place, id_) for id_, found in noticed.items())
    for place, there in with_sum.items():
        same = gathered((noticed[id_].amount, id_) for id_ in there)
        often = {a: c for a, c in same.items() if not a % limits.round_sum and len(c) >= limits.round_sums}
        cases = NONE.union(*often.values())
        if often and enough(len(cases), len(there), limits.round_sums, limits.round_sums_share):
            said = {
                "ratio": Ratio(len(cases), len(there)),
                "sums": "/".join(f"{amount:,.0f}" for amount in sorted(often)),
                "unit": f"{limits.round_sum:,}",
                "least": limits.round_sums,
                "share": share_said(limits.round_sums_share),
            }
            sentence = _ONE_SUM if len(often) == 1 else _SUMS
            yield put(scene, Asked.ROUND_SUMS, cases, Words(sentence, _WHY), said, place)


SUMS = Inquiry(notice, ask)
