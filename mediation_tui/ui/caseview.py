"""What the screens say of one case, section by section; each section is lines with their tone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.course import Agreement, Obligation
from mediation_tui.model.events import EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import PartyKind
from mediation_tui.rules import lifecycle
from mediation_tui.rules.filing import missing_papers, needed_papers
from mediation_tui.rules.remedies import in_default, remedies
from mediation_tui.store.book import Book
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.toned import Line, Said
from mediation_tui.ui.words import days_words, risk_cell, short_day, state_words


def title_line(case: Case, book: Book) -> Line:
    """Place, kind, level and risk."""
    town = book.town
    grid = town.grid_name(case.village, case.grid)
    place = f"{town.village_name(case.village) or _('镇级')}{marks().dot + grid if grid else ''}"
    risk = risk_cell(case.risk, book.rules)
    return (
        Said(f"{case.category.label}  {place}  {case.level.label}  "),
        Said(_("风险 {risk}").format(risk=risk.text), risk.tone),
        Said(f"   {state_words(case.state)}", "strong"),
    )


def next_line(case: Case) -> Line:
    """The steps the lifecycle allows that lead somewhere."""
    steps = [kind for kind in lifecycle.possible(case) if lifecycle.TABLE[kind].to]
    steps = [kind for kind in steps if kind not in (EventKind.CONTACT_LOGGED, EventKind.VOIDED)]
    words = f" {marks().dot} ".join(kind.label for kind in steps[:6])
    return (Said(_("下一步  "), "accent"), Said(words or _("没有，只能查看")))


def party_lines(case: Case, today: date) -> Iterator[Line]:
    """The parties with what the forms ask, numbers masked."""
    yield (Said(_("当事人"), "accent"),)
    for party in case.parties:
        told = "  ".join(filter(None, _party_parts(party, today)))
        yield (Said(f"{party.side.label} ", "muted"), Said(party.listed_name, "strong"), Said(f"  {told}"))


def _party_parts(party: Party, today: date) -> Iterator[str]:
    yield party.gender.label if party.gender else ""
    yield _("{n}岁").format(n=today.year - party.birth_year) if party.birth_year else ""
    yield party.ethnicity
    if party.kind is PartyKind.ORGANISATION:
        yield party.representative or party.kind.label
    yield str(party.phone) if party.phone else ""
    yield str(party.address) if party.address else ""
    if party.agent:
        yield _("代理人 {name}").format(name=party.agent.name)


def summary_lines(case: Case) -> Iterator[Line]:
    """What it is about."""
    yield (Said(_("案情"), "accent"),)
    for line in case.summary.split("\n"):
        yield (Said(line),)
    if case.requests:
        yield (Said(_("请求 "), "muted"), Said(case.requests.replace("\n", " ")))
    if case.amount is not None:
        yield (Said(_("金额 "), "muted"), Said(_("{amount:,} 元").format(amount=case.amount)))


def agreement_lines(case: Case, today: date) -> Iterator[Line]:
    """The agreement with its obligations, instalment by instalment."""
    yield (Said(_("协议"), "accent"),)
    agreement = case.agreement
    if agreement is None:
        yield (Said(marks().dash, "muted"),)
        return
    yield (
        Said(f"{agreement.form.label} {agreement.number} ".replace("  ", " ")),
        Said(_("{day} 生效").format(day=agreement.effective_on), "muted"),
    )
    for line in agreement.content.split("\n"):
        yield (Said(line),)
    yield from _obligation_lines(case, agreement, today)
    if agreement.confirmation:
        result = agreement.confirmation.result
        yield (Said(_("司法确认 "), "muted"), Said(result.label if result else _("已申请，等待法院决定")))


def _obligation_lines(case: Case, agreement: Agreement, today: date) -> Iterator[Line]:
    for number, obligation in enumerate(agreement.obligations, start=1):
        amount = obligation.amount
        owed = "" if amount is None else _("{amount:,} 元").format(amount=amount)
        who = case.party(obligation.party)
        parts = (who.listed_name if who else "", obligation.what, owed)
        words = " ".join(filter(None, parts))
        yield (Said(f"{number}. {words}  "), _standing(obligation, today))


def _standing(obligation: Obligation, today: date) -> Said:
    if obligation.done_on:
        return Said(f"{marks().done} {short_day(obligation.done_on, today)}", "muted")
    words, tone = days_words((obligation.due - today).days)
    return Said(
        _("未履行") if obligation.defaulted_on else words, "late" if obligation.defaulted_on else tone
    )


def default_lines(case: Case, book: Book, today: date) -> Iterator[Line]:
    """What may be done now that something promised was not."""
    if not in_default(case):
        return
    yield (Said(_("未履行可以"), "accent"),)
    for remedy in remedies(case, book.rules, book.calendar, today):
        yield (Said(remedy.sentence),)


def file_lines(case: Case) -> Iterator[Line]:
    """Whether the file is complete for what came of the case."""
    needed, missing = needed_papers(case), missing_papers(case)
    yield (Said(_("卷宗"), "accent"), Said("  " + _("必须 {n} 件").format(n=len(needed)), "muted"))
    if missing:
        papers = _("、").join(paper.label for paper in missing)
        yield (Said(_("缺{n}件：{papers}").format(n=len(missing), papers=papers), "warn"),)
    else:
        yield (Said(_("齐全")),)
