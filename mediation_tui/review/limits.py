"""Where a case stands in the review by its limits: what is past, and what falls due within a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.review.docket import DAYS_AHEAD, Docket, Held
from mediation_tui.rules.clocks import Clock


def overdue(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Every limit that is past; the window for the court that has shut is none."""
    for clock in held.asking:
        left = clock.days_left(docket.today)
        if left < 0 and clock.purpose is Purpose.MEDIATION and not clock.extended:
            yield _said(N_("{what}：{day} 到期，已超 {n} 天，没有双方同意延期的记录"), clock, -left)
        elif left < 0:
            yield _said(N_("{what}：{day} 到期，已超 {n} 天"), clock, -left)


def due(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Every limit that ends today or within a week."""
    for clock in held.asking:
        left = clock.days_left(docket.today)
        if 0 <= left <= DAYS_AHEAD.days:
            yield _said(N_("{what}：{day} 到期，还有 {n} 天"), clock, left)


def visit_overdue(facts: CaseFacts, docket: Docket) -> Iterator[Phrase]:
    """A closed case whose return visit is past its day."""
    if facts.visit_due and (days := (docket.today - facts.visit_due).days) > 0:
        yield _visit(N_("{what}：{day} 到期，已超 {n} 天"), facts, days)


def visit_due(facts: CaseFacts, docket: Docket) -> Iterator[Phrase]:
    """A closed case whose return visit is due within a week."""
    if facts.visit_due and 0 <= (left := (facts.visit_due - docket.today).days) <= DAYS_AHEAD.days:
        yield _visit(N_("{what}：{day} 到期，还有 {n} 天"), facts, left)


def nearest(held: Held) -> date:
    """The nearest day by which something is to be done; never, where nothing is."""
    return next((clock.due for clock in held.asking), date.max)


def what(clock: Clock) -> Phrase:
    """What is due, in both languages."""
    if clock.purpose is Purpose.PERFORMANCE:
        return Phrase(N_("第{n}期履行"), facts={"n": clock.number})
    if clock.rule:
        return Phrase(clock.rule.name, clock.rule.name_en)
    return Phrase(N_("约定回访") if clock.purpose is Purpose.VISIT else clock.purpose.source)


def _said(sentence: str, clock: Clock, days: int) -> Phrase:
    return Phrase(sentence, facts={"what": what(clock), "day": clock.due, "n": days})


def _visit(sentence: str, facts: CaseFacts, days: int) -> Phrase:
    return Phrase(sentence, facts={"what": Phrase(Purpose.VISIT.source), "day": facts.visit_due, "n": days})
