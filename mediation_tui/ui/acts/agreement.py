"""Reaching an agreement, with what is left to perform."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_, _
from mediation_tui.model.events import AgreementReached, EventData, EventKind, Promise
from mediation_tui.model.vocabulary import AgreementForm, Level
from mediation_tui.ui.acts.actform import ActForm, Answers, Following, given
from mediation_tui.ui.acts.asking import (
    ahead,
    choose,
    happened_on,
    line,
    party_options,
    pick,
    story,
    yes_no,
)
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.acts.instalments import instalments
from mediation_tui.ui.widgets.fieldspec import FieldSpec

BLOCKS = ("promise1", "promise2", "promise3")
"""Each stands for one obligation, or for one paid in instalments."""


def _fields(context: ActContext) -> tuple[FieldSpec, ...]:
    reachable = [level for level in Level if level <= context.case.level]
    blocks = (spec for number in range(len(BLOCKS)) for spec in _block(number, context))
    return (
        happened_on(context, _("达成日期")),
        pick("form", _("协议形式"), AgreementForm),
        story("content", _("协议内容"), required=True),
        *blocks,
        FieldSpec("effective_on", _("生效日期"), "date", required=True, value=context.today),
        pick("level_resolved", _("化解层级"), reachable, value=context.case.level),
        yes_no("only_status_or_ownership", _("只涉及身份或权属"), _("是则法院不作司法确认")),
        story("facts", _("主要事实、争议事项")),
        line("number", _("协议编号")),
    )


def _block(number: int, context: ActContext) -> Iterator[FieldSpec]:
    """The questions about one obligation, asked once the one before is filled."""
    name = BLOCKS[number]

    def before_is_filled(answers: Answers) -> bool:
        return number == 0 or answers[f"{BLOCKS[number - 1]}.party"] is not None

    def filled(answers: Answers) -> bool:
        return before_is_filled(answers) and answers[f"{name}.party"] is not None

    def later(answers: Answers) -> bool:
        return filled(answers) and answers[f"{name}.done"] is False

    yield choose(
        f"{name}.party",
        _("履行人（{n}）").format(n=number + 1),
        party_options(context.case),
        required=False,
        hint=_("没有要履行的就留空") if number == 0 else _("没有更多就留空"),
        when=before_is_filled,
    )
    yield line(f"{name}.what", _("履行内容"), required=True, hint=_("如 赔偿医疗费"), when=filled)
    yield FieldSpec(f"{name}.amount", _("金额"), "money", hint=_("总额，没有不填"), when=filled)
    yield line(f"{name}.manner", _("履行方式"), hint=_("如 转账、当面交付"), when=filled)
    yield yes_no(f"{name}.done", _("当场履行完毕"), when=filled)
    yield ahead(f"{name}.due", _("履行期限"), required=True, hint=_("分期的填第一期"), when=later)
    yield FieldSpec(f"{name}.times", _("分几期"), "number", value=1, hint=_("每月一期"), when=later)


def _build(context: ActContext, answers: Answers) -> EventData:
    findings = Findings()
    promises = [
        promise
        for name in BLOCKS
        if answers[f"{name}.party"] is not None
        for promise in _promises(name, answers, findings)
    ]
    with findings.within():
        made = AgreementReached.model_validate({**given(AgreementReached, answers), "promises": promises})
    findings.refuse()
    return made


def _promises(name: str, answers: Answers, findings: Findings) -> Iterator[Promise]:
    """One block's obligations: as many as instalments, or the one that was met on the spot."""
    owed = {part: answers[f"{name}.{part}"] for part in ("party", "what", "manner")}
    facts = {part: value for part, value in owed.items() if value is not None}
    done_on = answers["happened_on"] if answers[f"{name}.done"] else None
    for due, amount in _shares(name, answers, findings):
        with findings.within(name):
            yield Promise(**facts, due=due, amount=amount, done_on=done_on)


def _shares(name: str, answers: Answers, findings: Findings) -> tuple[tuple[date, Any], ...]:
    amount = answers[f"{name}.amount"]
    if answers[f"{name}.done"]:
        return ((answers["happened_on"], amount),)
    first, times = answers[f"{name}.due"], answers[f"{name}.times"]
    if first is None:
        findings.note(f"{name}.due", MediationError(N_("必填")))
        return ()
    with findings.within(f"{name}.times"):
        return instalments(amount, first, 1 if times is None else times)
    return ()


def _follow(context: ActContext, changed: str, answers: Answers) -> Following:
    """An agreement takes effect on the day it is reached, unless said otherwise."""
    if changed == "happened_on" and isinstance(answers["happened_on"], date):
        return Following({"effective_on": answers["happened_on"]})
    return Following()


FORMS = (
    ActForm(
        EventKind.AGREEMENT_REACHED,
        N_("书面或口头都算，内容要记全；分期履行逐期跟踪。"),
        _fields,
        _build,
        lands={"promises": "promise1.due"},
        follow=_follow,
    ),
)
