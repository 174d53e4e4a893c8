"""How a case is seen: its risk, its difficulty, what was averted, what a review decided."""

from __future__ import annotations

from datetime import timedelta

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import (
    DecisionDone,
    DecisionMade,
    EventKind,
    Graded,
    PreventionNoted,
    RiskChanged,
)
from mediation_tui.model.vocabulary import Averted, Channel, Difficulty
from mediation_tui.ui.acts.actform import ActForm, Answers, recorded
from mediation_tui.ui.acts.asking import (
    ahead,
    answered,
    choose,
    happened_on,
    line,
    pick,
    risk_options,
    story,
    yes_no,
)
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option

_A_WEEK = timedelta(days=7)


def _risk(context: ActContext) -> tuple[FieldSpec, ...]:
    now = context.case.risk

    def stays_or_rises(answers: Answers) -> bool:
        return answers["risk"] is not None and answers["risk"] >= now

    return (
        happened_on(context),
        choose("risk", _("风险等级"), risk_options(context.rules), hint=_("看过以后不变的也可以记")),
        story("reason", _("变动原因"), required=True),
        story("measure", _("采取的措施"), required=True, hint=_("人民调解法第25条"), when=stays_or_rises),
        line("reported_to", _("报告给"), hint=_("派出所或其他部门，没有不填")),
        FieldSpec(
            "reported_on", _("报告日期"), "date", True, value=context.today, when=answered("reported_to")
        ),
        pick("reported_means", _("报告方式"), Channel, value=Channel.PHONE, when=answered("reported_to")),
    )


def _graded(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("difficulty", _("难易程度"), Difficulty, value=context.case.difficulty),
        story("reason", _("评定理由"), required=True),
    )


def _prevention(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("averted", _("预防了什么"), Averted),
        FieldSpec("people", _("涉及人数"), "number", required=True),
        story("ground", _("依据"), required=True, hint=_("当时的情形，做了什么")),
    )


def _decision(context: ActContext) -> tuple[FieldSpec, ...]:
    owner = next((context.person_name(person) for person in context.case.mediators), "")
    return (
        happened_on(context, _("研判日期")),
        story("text", _("研判意见"), required=True),
        line("owner", _("由谁办"), value=owner, required=True),
        ahead("due", _("完成时限"), value=context.today + _A_WEEK, required=True),
    )


def _decision_done(context: ActContext) -> tuple[FieldSpec, ...]:
    waiting = tuple(
        Option(number, _("{day}前 {who}：{text}").format(day=d.due, who=d.owner, text=d.text.split("\n")[0]))
        for number, d in enumerate(context.case.decisions, start=1)
        if d.done_on is None
    )
    return (
        happened_on(context),
        choose("decision", _("哪一条意见"), waiting, value=waiting[0].value if waiting else None),
        yes_no("done", _("已经落实")),
        story("note", _("落实情况")),
    )


FORMS = (
    ActForm(EventKind.RISK_CHANGED, N_("风险升高要写明措施，必要时报告。"), _risk, recorded(RiskChanged)),
    ActForm(EventKind.GRADED, N_("一般、疑难或重大，写明理由。"), _graded, recorded(Graded)),
    ActForm(
        EventKind.PREVENTION_NOTED,
        N_("防止了自杀、民转刑、群访或械斗，要有依据。"),
        _prevention,
        recorded(PreventionNoted),
    ),
    ActForm(
        EventKind.DECISION_MADE,
        N_("记下研判怎么定的、谁办、何时办完。"),
        _decision,
        recorded(DecisionMade),
    ),
    ActForm(EventKind.DECISION_DONE, N_("研判意见落实了没有。"), _decision_done, recorded(DecisionDone)),
)
