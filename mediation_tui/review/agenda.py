"""The agenda of a weekly review: every case in hand exactly where its limits and its state put it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from mediation_tui.clock import Clock as Now
from mediation_tui.figures.phrase import Phrase
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.review import following, limits, places, standing
from mediation_tui.review.docket import Docket, Held, read_docket
from mediation_tui.review.sections import TOWN_DESK, Agenda, Line, Section, SectionCode
from mediation_tui.store.book import Book

Reasons = Callable[[Held, Docket], Iterator[Phrase]]
"""Why a case stands in a section; without any it does not."""

BY_CASE: Mapping[SectionCode, Reasons] = {
    SectionCode.DECISIONS: following.decisions,
    SectionCode.NEW: standing.new,
    SectionCode.UNRESOLVED: standing.unresolved,
    SectionCode.CONCLUDED: standing.concluded,
    SectionCode.SILENT: standing.silent,
    SectionCode.OVERDUE: limits.overdue,
    SectionCode.DUE: limits.due,
    SectionCode.MOVED: following.moved,
    SectionCode.PAPERS: following.papers,
    SectionCode.DEFAULTED: following.defaulted,
}
"""What each section asks of a case."""

BY_PLACE: Mapping[SectionCode, Callable[[Docket], Iterator[Line]]] = {
    SectionCode.ADVICE: places.advice,
    SectionCode.MISSING: places.missing,
    SectionCode.ZERO: places.zero,
}
"""The lines of the sections that are about places."""

_BY_VISIT: Mapping[SectionCode, Callable[[CaseFacts, Docket], Iterator[Phrase]]] = {
    SectionCode.OVERDUE: limits.visit_overdue,
    SectionCode.DUE: limits.visit_due,
}
"""Why a closed case that was not opened stands in a section."""


def read_agenda(book: Book, now: Now, week: Period) -> Agenda:
    """What there is to look at in the review of a week, as the book stands.

    Args:
        book: The office's records.
        now: Tells the day by which limits are looked at.
        week: Monday to Sunday.

    Raises:
        InvalidEntry: The week has not begun.
        DamagedBook: A case cannot be read.
    """
    return agenda_of(read_docket(book, now, week))


def agenda_of(docket: Docket) -> Agenda:
    """The agenda of what was read."""
    walked = [code for code in SectionCode if code in BY_CASE or code in BY_PLACE]
    return Agenda(docket.basis, tuple(_section(code, docket) for code in walked))


def _section(code: SectionCode, docket: Docket) -> Section:
    if code in BY_PLACE:
        return Section(code, _in_order(BY_PLACE[code](docket), docket.town))
    held = sorted(docket.held, key=lambda each: _turn(code, each, docket))
    found = (_line(code, each, BY_CASE[code](each, docket)) for each in held)
    lines = [*filter(None, found), *_visits(code, docket)]
    return Section(code, _in_order(lines, docket.town))


def _line(code: SectionCode, held: Held, why: Iterable[Phrase]) -> Line | None:
    case, said = held.case, tuple(why)
    return Line(code, case.village or TOWN_DESK, said, case.id, case.number) if said else None


def _visits(code: SectionCode, docket: Docket) -> Iterator[Line]:
    """The closed cases that are only to be visited; those that were opened speak for themselves."""
    if code not in _BY_VISIT:
        return
    opened = {each.case.id for each in docket.held}
    for facts in sorted(docket.visits, key=lambda each: (each.visit_due or date.max, each.id)):
        if facts.id not in opened and (why := tuple(_BY_VISIT[code](facts, docket))):
            yield Line(code, facts.village or TOWN_DESK, why, facts.id, facts.number)


def _turn(code: SectionCode, held: Held, docket: Docket) -> tuple[int, date, str]:
    """Where a case stands among those of its village: by risk and age, by its nearest limit, or by how long it rests."""
    case = held.case
    if code is SectionCode.UNRESOLVED:
        return -case.risk, case.accepted_on or case.round.opened_on, case.id
    if code in _BY_VISIT:
        return 0, limits.nearest(held), case.id
    return 0, case.last_on, case.id


def _in_order(lines: Iterable[Line], town: Town) -> tuple[Line, ...]:
    """Village by village in the town's order, villages no longer on the roster after them, the town desk last."""
    ranks = {village.id: rank for rank, village in enumerate(town.villages)}
    known = len(ranks)

    def rank(line: Line) -> tuple[int, str]:
        return ranks.get(line.village, known + (line.village == TOWN_DESK)), line.village

    return tuple(sorted(lines, key=rank))
