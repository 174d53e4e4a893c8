"""Working on a case: sessions, contacts, and the extension of the term."""

from __future__ import annotations

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_, _
from mediation_tui.model.events import ContactLogged, EventKind, ExtensionAgreed, SessionHeld
from mediation_tui.model.vocabulary import Channel, Level, SessionResult
from mediation_tui.rules.clocks import mediation_term
from mediation_tui.rules.terms import months_after
from mediation_tui.ui.acts.actform import ActForm, Answers, recorded
from mediation_tui.ui.acts.asking import (
    ahead,
    happened_on,
    is_among,
    line,
    party_options,
    pick,
    story,
    yes_no,
)
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec


def _session(context: ActContext) -> tuple[FieldSpec, ...]:
    case = context.case
    parties = party_options(case)
    everybody = tuple(party.id for party in case.parties)

    def somebody_missing(answers: Answers) -> bool:
        return set(answers["present"] or ()) != set(everybody)

    def not_told_yet(answers: Answers) -> bool:
        return not any(s.rights_told for s in case.sessions if s.on >= case.round.opened_on)

    return (
        happened_on(context),
        line("place", _("地点"), value=_usual_place(context)),
        FieldSpec("present", _("到场当事人"), "many", options=parties, value=everybody),
        FieldSpec("absent", _("通知了未到场"), "many", options=parties, when=somebody_missing),
        yes_no("rights_told", _("已告知权利义务"), _("调解前告知，若干规定第30条"), when=not_told_yet),
        story("content", _("调解经过"), required=True, hint=_("各方说法、查明的事实、调解意见")),
        pick("result", _("结果"), SessionResult, value=SessionResult.CONTINUES),
        ahead(
            "next_on",
            _("下次调解"),
            hint=_("未定可不填"),
            when=is_among("result", SessionResult.CONTINUES),
        ),
        line("invited", _("邀请参加人"), hint=_("亲属、邻居、村干部等，双方同意")),
    )


def _usual_place(context: ActContext) -> str:
    """Where the last session was, or else where the committee in charge sits."""
    case = context.case
    if case.sessions and case.sessions[-1].place:
        return case.sessions[-1].place
    try:
        return str(context.town.committee_of(None if case.level >= Level.TOWN else case.village).name)
    except NotFound:
        return context.town.village_name(case.village)


def _contact(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("channel", _("方式"), Channel),
        line("whom", _("联系了谁"), required=True),
        story("content", _("谈了什么"), required=True),
    )


def _extension(context: ActContext) -> tuple[FieldSpec, ...]:
    term = mediation_term(context.case, context.rules, context.calendar)
    until = months_after(max(term.due, context.today), 1) if term else None
    return (
        happened_on(context, _("办理日期")),
        ahead("until", _("延长到"), value=until, required=True),
        yes_no("applicants_consent", _("申请方同意延期")),
        yes_no("respondents_consent", _("被申请方同意延期")),
        story("reason", _("延期原因")),
    )


FORMS = (
    ActForm(
        EventKind.SESSION_HELD,
        N_("记一次调解：谁到了，谈了什么，结果怎样。"),
        _session,
        recorded(SessionHeld),
    ),
    ActForm(
        EventKind.CONTACT_LOGGED, N_("电话、走访等，够不上一次调解的。"), _contact, recorded(ContactLogged)
    ),
    ActForm(
        EventKind.EXTENSION_AGREED,
        N_("双方都同意，才能延长调解期限。"),
        _extension,
        recorded(ExtensionAgreed),
    ),
)
