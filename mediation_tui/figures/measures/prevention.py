"""预防效果: what was averted, always as a pair of disputes and persons (件/人)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mediation_tui.figures.figure import PERSONS, CaseIds
from mediation_tui.figures.measures.caseload import Caseload, once
from mediation_tui.figures.measures.measure import Amount, Group, Measure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.course import Prevention
from mediation_tui.model.vocabulary import Averted

_DATES = Phrase(N_("预防效果发生日期"))


def _touched(load: Caseload) -> CaseIds:
    return load.touched


@once
def _notes(load: Caseload) -> tuple[tuple[str, Prevention], ...]:
    """What was averted in the period, each with its case."""
    notes = ((case, note) for case in load.touched for note in load.inside[case].preventions)
    return tuple((case, note) for case, note in notes if note.on in load.period)


def _noted(load: Caseload, averted: Averted) -> Iterator[tuple[str, Prevention]]:
    return ((case, note) for case, note in _notes(load) if note.averted is averted)


def _disputes(averted: Averted) -> Callable[[Caseload], CaseIds]:
    return lambda load: frozenset(case for case, _ in _noted(load, averted))


def _persons(averted: Averted) -> Callable[[Caseload], Amount]:
    def count(load: Caseload) -> Amount:
        noted = list(_noted(load, averted))
        return Amount(frozenset(case for case, _ in noted), sum(note.people for _, note in noted))

    return count


def _pair(averted: Averted) -> tuple[Measure, Measure]:
    facts = {"averted": Phrase(averted.source)}
    return (
        Measure(
            f"{averted}_cases",
            Phrase(N_("{averted}（件）"), facts=facts),
            Phrase(N_("期间内记有“{averted}”的纠纷，一件纠纷只计一次"), facts=facts),
            _DATES,
            _disputes(averted),
            _touched,
        ),
        Measure(
            f"{averted}_people",
            Phrase(N_("{averted}（人）"), facts=facts),
            Phrase(N_("期间内各次“{averted}”所记人数相加"), facts=facts),
            _DATES,
            _persons(averted),
            _touched,
            PERSONS,
        ),
    )


PREVENTION = Group(
    Phrase(N_("预防效果")),
    Phrase(N_("件和人总是成对。每一件都有案件和一句依据；多数月份本来就是 0。")),
    tuple(measure for averted in Averted for measure in _pair(averted)),
)
