"""What the case screen says of a case's risk: what is to be asked, and how the level went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event, RiskChanged
from mediation_tui.rules.riskhistory import RiskTurn, risk_history
from mediation_tui.rules.risksigns import RiskQuestion, risk_questions
from mediation_tui.store.book import Book
from mediation_tui.ui.widgets.toned import Line, Said
from mediation_tui.ui.words import risk_cell, short_day

_NAMESAKES = 2
"""Cases that have to be looked at to see whether a name occurs in another one."""


def questions_of(case: Case, events: Sequence[Event], book: Book, today: date) -> tuple[RiskQuestion, ...]:
    """What is to be asked of a case, its parties looked for in the other ones."""
    special = book.rules.screening.special
    return risk_questions(case, events, today, special, tuple(_repeated(case, book)))


def _repeated(case: Case, book: Book) -> Iterator[str]:
    if not case.on_desk:
        return
    for party in case.parties:
        others = (other.id for other in book.namesakes(party.name, _NAMESAKES))
        if any(other != case.id for other in others):
            yield party.listed_name


def question_lines(questions: Sequence[RiskQuestion]) -> Iterator[Line]:
    """The questions; nothing is changed by itself."""
    if questions:
        yield (Said(_("问一问"), "accent"), Said("  " + _("看过就记“风险变动”"), "muted"))
    for question in questions:
        yield (Said(question.sentence, "warn"),)


def history_lines(events: Sequence[Event], book: Book, today: date) -> Iterator[Line]:
    """Every look at the risk, the latest first, with the measure and the report."""
    turns = risk_history(events)
    if turns:
        yield (Said(_("风险经过"), "accent"),)
    for turn in reversed(turns):
        yield tuple(_turn(turn, book, today))


def _turn(turn: RiskTurn, book: Book, today: date) -> Iterator[Said]:
    now = risk_cell(turn.to, book.rules)
    yield Said(f"{short_day(turn.on, today)} ", "muted")
    if turn.before is not None and turn.before != turn.to:
        yield Said(f"{risk_cell(turn.before, book.rules).text} → ", "muted")
    yield Said(now.text, now.tone)
    if turn.told is None:
        yield Said("  " + _("登记时"), "muted")
        return
    who = next((str(person.name) for person in book.people if person.id == turn.actor), turn.actor)
    said = (turn.told.reason, turn.told.measure, report_words(turn.told, today), who)
    yield Said("  " + _("；").join(filter(None, said)).replace("\n", " "))


def report_words(told: RiskChanged, today: date) -> str:
    """To whom it was reported, when and by what means; empty where it was not."""
    if not told.reported_to:
        return ""
    day = short_day(told.reported_on, today) if told.reported_on else ""
    means = told.reported_means.label if told.reported_means else ""
    return (
        _("报告{whom} {how}").format(whom=told.reported_to, how=" ".join(filter(None, (day, means)))).strip()
    )
