"""Reading from the records what measures are made of: all facts once, and only the cases that must be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, partial

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.measures.caseload import FOLLOW_UP, Caseload
from mediation_tui.figures.measures.measure import Measure
from mediation_tui.figures.measures.names import Names
from mediation_tui.figures.measures.opened import Opened
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
    (load,) = CaseloadReader(records, wanted, scope, progress, follow_up).read(period)
    return load


class CaseloadReader:
    """The records of an office, read once for however many periods are measured, now or a little later.

    Args:
        records: The cases, as they are or were known.
        wanted: The measures to be made; only what they need is opened.
        scope: The place measured.
        progress: Told how many of the cases that must be opened have been.
        follow_up: Days a concluded dispute is watched for.
    """

    def __init__(
        self,
        records: Records,
        wanted: Iterable[Measure],
        scope: Scope = WHOLE_TOWN,
        progress: Progress = unwatched,
        follow_up: int = FOLLOW_UP,
    ) -> None:
        self._records, self._scope, self._follow_up = records, scope, follow_up
        self._as_of, self._known_on, self._rules = records.as_of, records.known_on, records.rules
        self._opening = frozenset(measure.opens for measure in wanted)
        self._progress = progress
        self._opened: dict[str, Particulars] = {}

    def read(self, *periods: Period) -> tuple[Caseload, ...]:
        """What the measures of some periods need; a case that was opened for an earlier one is not opened again.

        Raises:
            InvalidEntry: A period has not begun yet.
            DamagedBook: A case cannot be read; the error names it.
            UnbalancedStatement: A record contradicts itself; the error names the case.
        """
        bases = [Basis(period, self._as_of, self._known_on, _EACH) for period in periods]
        with keeping_all():
            loads = tuple(map(self._load, bases))
            needed = NONE.union(*(opens(load) for load in loads for opens in self._opening))
            self._open(needed - self._opened.keys())
        return loads

    def _load(self, basis: Basis) -> Caseload:
        """A period's caseload; what has been opened, and will be, is inside it."""
        facts = tuple(_concerning(self._facts, basis.period, self._rules))
        inside = (self._opened, self._names, self._rules, self._scope, self._follow_up)
        return Caseload(basis, facts, *inside, _once(self._records, basis.period))

    @cached_property
    def _facts(self) -> tuple[CaseFacts, ...]:
        return tuple(self._records.facts())

    @cached_property
    def _names(self) -> Names:
        return Names(self._facts)

    def _open(self, needed: CaseIds) -> None:
        """Copy out of some cases what is inside them."""
        if not needed:
            return
        copy = _copier(self._records)
        self._progress(0, len(needed))
        for done, case in enumerate(self._records.cases(needed, Opened), start=1):
            self._opened[case.id] = copy(case)
            self._progress(done, len(needed))


def _once(records: Records, period: Period) -> LookUp:
    """What says what the registers say of a period, and reads them once for every place."""
    return cache(partial(records.registers, period))


def _concerning(facts: Iterable[CaseFacts], period: Period, rules: RuleSet) -> Iterator[CaseFacts]:
    """The cases a period can concern: in by its end, and touched since, or not long before it began."""
    since = matters_since(period.first, rules)
    for each in facts:
        if each.registered_on <= period.last and (each.last_on >= since or each.concluded_on is None):
            yield each


def _copier(records: Records) -> Callable[[Case], Particulars]:
    rules, calendar = records.rules, records.calendar
    names = {person.id: person.name for person in records.people}
    return lambda case: particulars_of(case, rules, calendar, names)
