"""Can the parties be reached under the telephone numbers in their files?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mediation_tui.figures.figure import NONE
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.personal import Phone

_SHARED = N_("有 {phones} 个电话号码各登记在 {least} 个以上不同姓名名下，共 {n} 件，打得通、找得到本人吗？")
_SHARED_WHY = N_(
    "可能是一家人、同一单位，或当事人没有电话而留了村委会、调解员的号码。同一号码满 {least} 个姓名才问。可打一遍电话，改留本人号码。"
)
_MADE_UP = N_("有 {n} 件的当事人电话不像真号码（连号或同一数字），核对过吗？")
_MADE_UP_WHY = N_(
    "可能是没问到电话、随手填了一个。末尾七位同一数字或顺着数的算，满 {least} 件才问。可打一遍电话，没有的留空。"
)

_UP, _DOWN = "01234567890", "09876543210"

Numbers = frozenset[tuple[Phone, str]]
"""The telephone numbers of a case, each with the name it is given for."""


def notice(file: File, scene: Scene) -> Numbers | None:
    """The numbers in a file."""
    return frozenset((party.phone, party.name) for party in file.case.parties if party.phone) or None


def ask(noticed: Noticed[Numbers], scene: Scene) -> Iterator[Question]:
    """About numbers with several names, and numbers nobody is likely to have."""
    limits = scene.limits
    pairs = [(phone, name, id_) for id_, numbers in noticed.items() for phone, name in numbers]
    names = gathered((phone, name) for phone, name, _id in pairs)
    cases = gathered((phone, id_) for phone, _name, id_ in pairs)
    shared = [phone for phone, some in names.items() if len(some) >= limits.phone_names]
    if shared:
        behind = NONE.union(*(cases[phone] for phone in shared))
        said = {"phones": len(shared), "least": limits.phone_names}
        yield put(scene, Asked.SHARED_PHONE, behind, Words(_SHARED, _SHARED_WHY), said)
    made_up = NONE.union(*(some for phone, some in cases.items() if looks_made_up(phone)))
    if len(made_up) >= (least := limits.made_up_phones):
        yield put(scene, Asked.MADE_UP_PHONE, made_up, Words(_MADE_UP, _MADE_UP_WHY), {"least": least})


def looks_made_up(phone: Phone) -> bool:
    """Whether a number ends in seven digits that are all the same, or count up or down."""
    end = re.sub(r"\D", "", phone.reveal())[-7:]
    return len(end) == 7 and (len(set(end)) == 1 or end in _UP or end in _DOWN)


PHONES = Inquiry(notice, ask)
