"""Reading from the records what measures are made of: all facts once, and only the cases that must be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.measures.caseload import FOLLOW_UP, Caseload
from mediation_tui.figures.measures.measure import Measure
from mediation_tui.figures.measures.names import Names
from mediation_tui.figures.measures.particulars import Particulars, particulars_of
from mediation_tui.figures.measures.reach import matters_since
from mediation_tui.figures.measures.scope import WHOLE_TOWN, Scope
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.records import Records
from mediation_tui.figures.registers import LookUp
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.store.progress import Progress, unwatched

_EACH = Phrase(N_("各项指标分别写明按什么日期"))


def read_caseload(
    records: Records,
    period: Period,
    wanted: Iterable[Measure],
    scope: Scope = WHOLE_TOWN,
    progress: Progress = unwatched,
    follow_up: int = FOLLOW_UP,
) -> Caseload:
    """What some measures of a period need; read for the whole town it serves every place.

    Raises:
        InvalidEntry: The period has not begun yet.
        DamagedBook: A case cannot be read; the error names it.
        UnbalancedStatement: A record contradicts itself; the error names the case.
    """
    (load,) = read_caseloads(records, (period,), wanted, scope, progress, follow_up)
    return load


def read_caseloads(
    records: Records,
    periods: Iterable[Period],
    wanted: Iterable[Measure],
    scope: Scope = WHOLE_TOWN,
    progress: Progress = unwatched,
    follow_up: int = FOLLOW_UP,
) -> tuple[Caseload, ...]:
    """The same for several periods, with one reading of the records."""
    listed, measures = tuple(periods), tuple(wanted)
    as_of, known_on, rules = records.as_of, records.known_on, records.rules
    bases = [Basis(period, as_of, known_on, _EACH) for period in listed]
    facts = tuple(_concerning(records.facts(), listed, rules))
    names = Names(facts)
    loads = [
        Caseload(basis, facts, {}, names, rules, scope, follow_up, _once(records, basis.period))
        for basis in bases
    ]
    needed = NONE.union(*(measure.opens(load) for load in loads for measure in measures))
    inside = _open(records, needed, progress)
    return tuple(replace(load, inside=inside) for load in loads)


def _once(records: Records, period: Period) -> LookUp:
    """What says what the registers say of a period, and reads them once for every place."""
    return cache(partial(records.registers, period))


def _concerning(
    facts: Iterable[CaseFacts], periods: tuple[Period, ...], rules: RuleSet
) -> Iterator[CaseFacts]:
    """The cases the periods can concern: in by their end, and touched since, or not long before they began."""
    if not periods:
        return
    last = max(period.last for period in periods)
    since = matters_since(min(period.first for period in periods), rules)
    for each in facts:
        if each.registered_on <= last and (each.last_on >= since or each.concluded_on is None):
            yield each


def _open(records: Records, needed: CaseIds, progress: Progress) -> Mapping[str, Particulars]:
    """What is inside the cases that must be opened."""
    if not needed:
        return {}
    copy = _copier(records)
    opened: dict[str, Particulars] = {}
    progress(0, len(needed))
    for case in records.cases(needed):
        opened[case.id] = copy(case)
        progress(len(opened), len(needed))
    return opened


def _copier(records: Records) -> Callable[[Case], Particulars]:
    rules, calendar = records.rules, records.calendar
    names = {person.id: person.name for person in records.people}
    return lambda case: particulars_of(case, rules, calendar, names)
