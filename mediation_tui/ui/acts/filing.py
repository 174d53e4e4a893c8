"""The file: papers put in, and the whole put away."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import Archived, DocumentAttached, EventData, EventKind, Gap
from mediation_tui.model.vocabulary import Paper
from mediation_tui.rules.filing import missing_papers
from mediation_tui.ui.acts.actform import ActForm, Answers, given, recorded
from mediation_tui.ui.acts.asking import happened_on, line, pick
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.widgets.fieldspec import FieldSpec


def _archived(context: ActContext) -> tuple[FieldSpec, ...]:
    gaps = (
        line(_gap(paper), _("缺 {paper}").format(paper=paper.label), required=True, hint=_("无凭证原因"))
        for paper in missing_papers(context.case)
    )
    return (
        happened_on(context, _("归档日期")),
        line("retention", _("保管期限"), required=True, hint=_("按本所规定填，如 永久、长期、短期")),
        line("place", _("存放位置"), hint=_("盒号、柜号")),
        *gaps,
    )


def _gap(paper: Paper) -> str:
    return f"gap.{paper.value}"


def _build_archived(context: ActContext, answers: Answers) -> EventData:
    findings, gaps = Findings(), []
    for paper in missing_papers(context.case):
        with findings.under(_gap(paper)):
            gaps.append(Gap(paper=paper, reason=answers.get(_gap(paper)) or ""))
    with findings.within():
        made = Archived.model_validate({**given(Archived, answers), "gaps": gaps})
    findings.refuse()
    return made


def _archiving_brief(context: ActContext) -> str:
    if missing_papers(context.case):
        return _("缺的材料可先“入卷材料”补上，也可逐项写明原因。")
    return _("卷宗材料已齐。")


def _document(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("paper", _("材料"), Paper, value=next(iter(missing_papers(context.case)), None)),
        line("title", _("名称"), hint=_("同类多份时区分")),
        FieldSpec("pages", _("页数"), "number"),
    )


FORMS = (
    ActForm(
        EventKind.ARCHIVED,
        N_("材料齐全或逐项说明后立卷归档，此后只读。"),
        _archived,
        _build_archived,
        brief=_archiving_brief,
    ),
    ActForm(
        EventKind.DOCUMENT_ATTACHED,
        N_("登记一份放进卷宗的材料。"),
        _document,
        recorded(DocumentAttached),
    ),
)
