"""What happened, in one line of a timeline."""

from __future__ import annotations

from mediation_tui.i18n import _, ngettext
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event
from mediation_tui.store.book import Book


def event_line(event: Event, case: Case, book: Book) -> str:
    """What an event says, after its kind's name; empty where the name says it all."""
    return "  ".join(filter(None, _parts(event, case, book))).replace("\n", " ")


def _parts(event: Event, case: Case, book: Book) -> tuple[str, ...]:
    match event.data:
        case happened.Registered() as data:
            return (data.source.label, data.imported_from)
        case happened.DetailsCorrected() as data:
            return (data.field.label, f"{_said(data.before)} → {_said(data.after)}", data.reason)
        case happened.PartyAdded() as data:
            return (data.party.side.label, data.party.listed_name)
        case happened.PartyCorrected() as data:
            return (data.after.listed_name, data.reason)
        case happened.Accepted() as data:
            return (data.consent.label,)
        case happened.NotAccepted() as data:
            return (data.ground.label, data.explanation)
        case happened.MediatorsAssigned() as data:
            return (_names(data.mediators, book), data.chosen_by.label)
        case happened.SessionHeld() as data:
            absent = _("、").join(_party(case, party) for party in data.absent)
            missing = _("{names}未到场").format(names=absent) if absent else ""
            return (data.result.label, missing, data.content)
        case happened.ContactLogged() as data:
            return (data.channel.label, data.whom, data.content)
        case _:
            return _later_parts(event, case, book)


def _later_parts(event: Event, case: Case, book: Book) -> tuple[str, ...]:
    match event.data:
        case happened.RiskChanged() as data:
            reported = _("已报告{whom}").format(whom=data.reported_to) if data.reported_to else ""
            return (book.rules.risks[data.risk].label, data.reason, reported)
        case happened.ExtensionAgreed() as data:
            return (_("延长到 {day}，双方同意").format(day=data.until), data.reason)
        case happened.ClockPaused() as data:
            return (data.ground.label, data.reason)
        case happened.ClockResumed() as data:
            return (data.note,)
        case happened.Lifted() | happened.HandedDown() as data:
            return (data.to.label, data.receiver, data.reason)
        case happened.HandedOver() as data:
            return (data.direction.label, data.unit, data.paper)
        case happened.FeedbackReceived() as data:
            return (data.feedback,)
        case happened.Graded() as data:
            return (data.difficulty.label, data.reason)
        case happened.PreventionNoted() as data:
            people = ngettext("{n} 人", "{n} 人", data.people).format(n=data.people)
            return (data.averted.label, people, data.ground)
        case happened.AgreementReached() as data:
            return (data.form.label, data.level_resolved.label, data.content)
        case happened.ObligationPerformed() as data:
            return (*_promised(case, data.obligation), data.evidence)
        case happened.ObligationDefaulted() as data:
            told = _("已告知可以起诉") if data.told_to_sue else ""
            return (*_promised(case, data.obligation), told, data.urged)
        case happened.ConfirmationApplied() as data:
            return (data.court,)
        case happened.ConfirmationDecided() as data:
            return (data.result.label, data.number)
        case _:
            return _last_parts(event)


def _last_parts(event: Event) -> tuple[str, ...]:
    match event.data:
        case happened.MediationFailed() as data:
            told = _("已告知其他途径") if data.routes_told else ""
            return (data.reason.label, _("去向：{exit}").format(exit=data.exit.label), told)
        case happened.Withdrawn() as data:
            return (_("自行和解") if data.settled_by_themselves else "", data.reason)
        case happened.Transferred() as data:
            return (data.exit.label, data.unit, data.reason)
        case happened.VisitMade() as data:
            performance = data.performance.label if data.performance else ""
            again = _("下次 {day}").format(day=data.next_on) if data.next_on else ""
            return (data.channel.label, data.whom, performance, *_bad_news(data), again)
        case happened.VisitPlanned() as data:
            return (str(data.visit_on), data.reason)
        case happened.Archived() as data:
            return (data.retention, data.place)
        case happened.DecisionMade() as data:
            return (data.owner, _("{day}前").format(day=data.due), data.text)
        case happened.DecisionDone() as data:
            return (_("已落实") if data.done else _("未落实"), data.note)
        case happened.DocumentAttached() as data:
            return (data.paper.label, data.title)
        case happened.NoteAdded() as data:
            return (data.text,)
        case happened.Closed() as data:
            return (data.note,)
        case happened.Reopened() | happened.Voided() | happened.MergedInto() as data:
            return (data.reason,)
        case _:
            return ()


def _bad_news(data: happened.VisitMade) -> tuple[str, ...]:
    said = ((data.relapsed, _("纠纷复发")), (data.sued, _("已起诉")), (data.escalating, _("有激化苗头")))
    exits = (_("后来去向：{exit}").format(exit=data.later_exit.label),) if data.later_exit else ()
    return (*(words for holds, words in said if holds), *exits)


def _promised(case: Case, number: int) -> tuple[str, str]:
    obligations = case.agreement.obligations if case.agreement else ()
    what = obligations[number - 1].what if number <= len(obligations) else ""
    return _("第{n}期").format(n=number), what


def _party(case: Case, party_id: str) -> str:
    party = case.party(party_id)
    return party.listed_name if party else party_id


def _names(people: tuple[str, ...], book: Book) -> str:
    known = {person.id: person.name for person in book.people}
    return _("、").join(known.get(person, person) for person in people)


def _said(value: object) -> str:
    return "—" if value in (None, "") else str(value)
