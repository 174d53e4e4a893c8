"""Which step a legal question's record may take next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_tui.errors import InvalidEntry, MediationError, Problem, Refused
from mediation_tui.i18n import N_
from mediation_tui.model.consultation import (
    BecameCase,
    ConsultationStep,
    Corrected,
    Question,
    Recorded,
    Withdrawn,
    consultation_of,
)


def check_question(question: Question, today: date) -> None:
    """Refuse a question of a day that has not come.

    Raises:
        InvalidEntry: It has not.
    """
    if question.day > today:
        error = MediationError(N_("咨询日期不能晚于今天（{day}）"), day=today)
        raise InvalidEntry([Problem("day", error)])


def check(earlier: Sequence[ConsultationStep], step: ConsultationStep) -> None:
    """Refuse a step that may not be a question's next.

    Raises:
        Refused: Why not.
    """
    if not earlier:
        if not isinstance(step.data, Recorded):
            raise Refused(N_("咨询记录要从登记开始。"))
        return
    stands = consultation_of(earlier)
    if stands.withdrawn:
        raise Refused(N_("这条咨询记录已经撤销，不能再改；请另记一条。"))
    match step.data:
        case Recorded():
            raise Refused(N_("这条咨询已经登记过；写错了的，可以更正或撤销。"))
        case Corrected(question=question):
            if question == stands.question:
                raise Refused(N_("没有改动。"))
        case BecameCase():
            if stands.case:
                raise Refused(N_("这条咨询已经转为调解案件，不能再转一次。"))
        case Withdrawn():
            if stands.case:
                raise Refused(N_("这条咨询已经转为调解案件，不能撤销；案件登记错了的，请作废案件。"))
