"""Which step a report may take next (domain handbook §7.7: 草稿 → 审核 → 签发 → 上报 → 回退).

What was signed is never counted again: what comes late is listed in the next report, and a returned one is answered
by a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from mediation_tui.clock import local_date
from mediation_tui.errors import Refused
from mediation_tui.i18n import N_
from mediation_tui.model.reporting import Report, ReportHead, ReportState, ReportStep

_S = ReportState
FOLLOWS: Mapping[ReportState, tuple[ReportState, ...]] = MappingProxyType(
    {
        _S.DRAFT: (_S.DRAFT, _S.REVIEWED),
        _S.REVIEWED: (_S.DRAFT, _S.ISSUED),
        _S.ISSUED: (_S.SUBMITTED,),
        _S.SUBMITTED: (_S.RETURNED,),
        _S.RETURNED: (),
    }
)
"""What may follow a step; a report begins with a draft."""

FROZEN = frozenset({_S.ISSUED, _S.SUBMITTED, _S.RETURNED})
"""From here on a report takes no new content."""


def check(earlier: Sequence[ReportStep], step: ReportStep) -> None:
    """Refuse a step that may not be a report's next.

    Args:
        earlier: All its steps so far.
        step: The step to be taken.

    Raises:
        Refused: Why not.
    """
    if earlier:
        _check_order(earlier, step)
    elif step.state is not _S.DRAFT:
        raise Refused(N_("报告要从草稿开始。"))
    if step.state is _S.DRAFT:
        _check_draft(earlier, step)
    elif step.report is not None or step.digest != earlier[-1].digest:
        raise Refused(N_("现在要“{act}”的不是前一步的那一稿，请重新审核。"), act=step.state)
    _check_signature(earlier, step)
    if step.state is _S.RETURNED and not step.note:
        raise Refused(N_("回退要写明原因。"))


def check_answer(kind: str, answered: ReportHead, heads: Iterable[ReportHead]) -> None:
    """Refuse a report that cannot take the place of another.

    Args:
        kind: What the new report is.
        answered: The report it is to answer.
        heads: All other reports there are.

    Raises:
        Refused: Why not.
    """
    if answered.state is not _S.RETURNED:
        raise Refused(
            N_("《{title}》现在是“{state}”，只有被回退的报告才能另起一份来替换。"),
            title=answered.title,
            state=answered.state,
        )
    if kind != answered.kind:
        raise Refused(N_("替换《{title}》的要是同一种报告。"), title=answered.title)
    if any(head.supersedes == answered.id for head in heads):
        raise Refused(N_("《{title}》已经另起一份替换过了。"), title=answered.title)


def drafted(steps: Sequence[ReportStep]) -> Report:
    """What a report says: what its last draft said.

    Raises:
        Refused: Its draft is lost.
    """
    for step in reversed(steps):
        if step.report:
            return step.report
    raise Refused(N_("这份报告的底稿已经缺失，不能再往下办。"))


def _check_order(earlier: Sequence[ReportStep], step: ReportStep) -> None:
    before, title = earlier[-1], drafted(earlier).title
    if step.state not in FOLLOWS[before.state]:
        raise _out_of_order(before.state, step.state, title)
    if step.supersedes != before.supersedes:
        raise Refused(N_("《{title}》替换的是哪一份，起稿时已定，不能再改。"), title=title)


def _out_of_order(before: ReportState, wanted: ReportState, title: str) -> Refused:
    """Why one step cannot follow another, and what can."""
    if before is _S.RETURNED:
        return Refused(N_("《{title}》已被回退，请另起一份来替换它。"), title=title)
    if before in FROZEN and wanted in (_S.DRAFT, _S.REVIEWED):
        return Refused(N_("《{title}》已经签发，内容不能再改；补录和更正列在下一份报告里。"), title=title)
    return Refused(
        N_("《{title}》现在是“{state}”，不能“{act}”；下一步可以是：{steps}。"),
        title=title,
        state=before,
        act=wanted,
        steps=FOLLOWS[before],
    )


def _check_draft(earlier: Sequence[ReportStep], step: ReportStep) -> None:
    report = step.report
    if report is None or report.id != step.report_id or report.digest != step.digest:
        raise Refused(N_("草稿要带着它自己的内容。"))
    if report.as_of > step.at:
        raise Refused(N_("《{title}》的截止时间不能在将来。"), title=report.title)
    if earlier:
        before = drafted(earlier)
        if (report.kind, report.first, report.last) != (before.kind, before.first, before.last):
            raise Refused(N_("重新统计《{title}》，报表和期间不能变；要变请另起一份。"), title=before.title)


def _check_signature(earlier: Sequence[ReportStep], step: ReportStep) -> None:
    """Who issues signs, with a date; nobody else does."""
    if step.state is not _S.ISSUED:
        if step.signer or step.signed_on:
            raise Refused(N_("只有签发这一步才写签发人和签发日期。"))
        return
    if not step.signer or step.signed_on is None:
        raise Refused(N_("签发要写明签发人和签发日期。"))
    if step.signed_on > local_date(step.at):
        raise Refused(N_("签发日期不能晚于今天。"))
    if step.signed_on < local_date(drafted(earlier).as_of):
        raise Refused(N_("签发日期不能早于截止时间。"))
