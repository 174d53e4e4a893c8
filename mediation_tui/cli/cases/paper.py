"""A case on a page of plain text: where it stands, who is in it, what was agreed, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mediation_tui.cli.cases.saying import actor_name, limit_words, place_words
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.model.course import Agreement, Obligation
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.party import Party
from mediation_tui.model.personal import Personal
from mediation_tui.rules.clocks import Clock, clocks_of
from mediation_tui.rules.filing import missing_papers
from mediation_tui.store.book import Book


def case_lines(case: Case, facts: CaseFacts, book: Book, today: date, *, reveal: bool) -> Iterator[str]:
    """The case in lines, section by section.

    Args:
        case: The case.
        facts: Its facts.
        book: Where the names of its places and people, and its limits, come from.
        today: The office's date, for the limits.
        reveal: Whether personal facts are shown whole.
    """
    yield f"{case.number}  {case.category.label}  {case.state.label}"
    yield from _labelled(_head(case, facts, book))
    yield from _section(_("当事人"), (_party(party, reveal) for party in case.parties))
    yield from _section(_("情况"), case.summary.splitlines())
    if case.agreement:
        yield from _section(_("协议"), _agreement(case.agreement, today))
    yield from _section(_("时限"), _limits(case, book, today))
    if case.on_desk and (missing := missing_papers(case)):
        yield from _section(_("卷宗还缺"), [_("、").join(paper.label for paper in missing)])
    yield from _section(_("经过"), _course(case, book))


def _head(case: Case, facts: CaseFacts, book: Book) -> Iterator[tuple[str, str]]:
    yield _("地点"), place_words(facts, book.town)
    yield (
        _("层级"),
        _("首接{received}，现由{now}办理").format(received=case.level_received.label, now=case.level.label),
    )
    yield _("来源"), _("，").join(word.label for word in (case.source, case.entruster) if word)
    yield _("风险"), book.rules.risks[case.risk].label
    yield _("调解员"), _("、").join(actor_name(person, book.people) for person in case.mediators) or "—"
    if case.amount is not None:
        yield _("涉及金额"), _("{amount} 元").format(amount=case.amount)
    if case.outcome:
        words = (case.outcome, case.level_resolved, case.exit)
        yield _("结果"), _("，").join(word.label for word in words if word)


def _labelled(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, words in pairs:
        yield _("  {label}：{words}").format(label=label, words=words)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    inside = [f"  {line}" for line in lines]
    if inside:
        yield title
        yield from inside


def _party(party: Party, reveal: bool) -> str:
    personal = (party.phone, party.id_number, party.credit_code, party.address)
    words = [
        party.side.label,
        str(party.name) if reveal else party.listed_name,
        party.gender.label if party.gender else "",
        *(_personal(value, reveal) for value in personal if value),
    ]
    return "  ".join(filter(None, words))


def _personal(value: Personal, reveal: bool) -> str:
    return value.reveal() if reveal else str(value)


def _agreement(agreement: Agreement, today: date) -> Iterator[str]:
    yield _("{day} {form}协议，{effective} 生效").format(
        day=agreement.on, form=agreement.form.label, effective=agreement.effective_on
    )
    yield from agreement.content.splitlines()
    for number, obligation in enumerate(agreement.obligations, start=1):
        yield _("第{n}期 {what}：{standing}").format(
            n=number, what=obligation.what, standing=_standing(obligation, today)
        )


def _standing(obligation: Obligation, today: date) -> str:
    if obligation.done_on:
        return _("{day} 已履行").format(day=obligation.done_on)
    return _("{day} 到期，{left}").format(day=obligation.due, left=limit_words(obligation.due, today))


def _limits(case: Case, book: Book, today: date) -> Iterator[str]:
    for clock in clocks_of(case, book.rules, book.calendar):
        yield "".join(_limit(clock, today))


def _limit(clock: Clock, today: date) -> Iterator[str]:
    """A limit, how far off it is, where it comes from, and what had to be assumed."""
    if clock.hint:
        yield _("提示：{hint}约到 {day}").format(hint=clock.label, day=clock.due)
    elif clock.stopped_on:
        yield _("{what} {day} 起中止，还剩 {n} 天").format(
            what=clock.label, day=clock.stopped_on, n=clock.days_left(today)
        )
    elif clock.shut(today):
        yield _("{what} 已过（{day}）").format(what=clock.label, day=clock.due)
    else:
        yield _("{what} {left}（{day}）").format(
            what=clock.label, left=limit_words(clock.due, today), day=clock.due
        )
    if clock.rule:
        yield "  " + clock.rule.authority + (_("（本地）") if clock.rule.local else "")
    if clock.paused:
        yield ngettext("（中止 {n} 天不计）", "（中止 {n} 天不计）", clock.paused).format(n=clock.paused)
    if clock.assumed and not clock.hint:
        yield _("（节假日未公布，按周末推算）")


def _course(case: Case, book: Book) -> Iterator[str]:
    for event in book.events(case.id):
        yield f"{event.happened_on}  {event.kind.label}  {actor_name(event.actor, book.people)}"
