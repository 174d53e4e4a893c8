"""The Statement (小事不出村统计): who resolved what where, out of everything that came in.

No national formula is known for the slogan; this one is ours (domain handbook §8): the flow of disputes by
place, and two shares, each in two readings, printed with numerator and denominator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mediation_tui.errors import UnbalancedStatement
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.cases import together
from mediation_tui.figures.figure import NONE, CaseIds, Share
from mediation_tui.figures.flow import CONCLUDED, RESOLVED, Ending, Entry, Passage
from mediation_tui.figures.lines import By, Place, at_town_desk
from mediation_tui.figures.population import Population, Trait, ending, entry, fact, line
from mediation_tui.figures.registers import UNKNOWN, Registers
from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.vocabulary import Exit


class Beside(Word):
    """Things that always stand beside the flow, flattering or not."""

    PAST_TERM = "past_term", N_("未结中超期")
    GUIDED_TO_COURT = "guided_to_court", N_("引导诉讼")
    HELD_PAST_TERM = "held_past_term", N_("超期办理")
    REOPENED = "all_reopened", N_("重新调解（全部）")
    LATE = "late", N_("补录")


Column = Entry | Ending | Beside
"""A column of the flow table."""

FLOW_COLUMNS: tuple[Column, ...] = (*Entry, *Ending, Beside.PAST_TERM)


class Reading(Word):
    """How a share is read."""

    RESOLVED = "resolved", N_("甲")
    CONCLUDED = "concluded", N_("乙")
    KEPT = "kept", N_("乙·守约")


class Reach(Word):
    """Which share: what stayed in the village, or in the town."""

    VILLAGE = "village", N_("小事不出村率")
    TOWN = "town", N_("大事不出镇率")


FORMULAS: Mapping[tuple[Reach, Reading], str] = {
    (Reach.VILLAGE, Reading.RESOLVED): N_("网格、村级化解 ÷ 各级化解（首接于村的纠纷）"),
    (Reach.VILLAGE, Reading.CONCLUDED): N_(
        "网格、村级化解 ÷ 全部调结（含不成、移送、不予受理，不含撤回；首接于村的纠纷）"
    ),
    (Reach.VILLAGE, Reading.KEPT): N_("网格、村级化解且至今守约 ÷ 全部调结（同乙；首接于村的纠纷）"),
    (Reach.TOWN, Reading.RESOLVED): N_("网格、村级、镇级化解 ÷ 各级化解"),
    (Reach.TOWN, Reading.CONCLUDED): N_(
        "网格、村级、镇级化解 ÷ 全部调结（含不成、移送、不予受理，不含撤回）"
    ),
    (Reach.TOWN, Reading.KEPT): N_("网格、村级、镇级化解且至今守约 ÷ 全部调结（同乙）"),
}
"""Each share in words."""

_WITHIN = {
    Reach.VILLAGE: frozenset({Ending.BY_GRID, Ending.BY_VILLAGE}),
    Reach.TOWN: frozenset({Ending.BY_GRID, Ending.BY_VILLAGE, Ending.BY_TOWN}),
}


@dataclass(frozen=True)
class Line:
    """One line of the flow table.

    Attributes:
        place: Where; none for the total.
        passages: The disputes counted in it.
        basis: The period, and as known when: open terms are looked at on the last day counted, performance on
            the day of knowledge.
        columns: The cases counted in each column.
    """

    place: Place | None
    passages: tuple[Passage, ...]
    basis: Basis
    columns: Mapping[Column, CaseIds]

    def cases(self, column: Column) -> CaseIds:
        """The cases counted in a column."""
        return self.columns[column]

    def concluded(self) -> CaseIds:
        """The cases whose mediation came to an end (调结)."""
        return together(map(self.cases, CONCLUDED))

    def resolved(self) -> CaseIds:
        """The cases that ended in an agreement (化解)."""
        return together(map(self.cases, RESOLVED))

    def share(self, reach: Reach, reading: Reading) -> Share:
        """What stayed in the village or the town, in one reading.

        Disputes first received at the town desk or above stay out of the village share.
        """
        counted = [p for p in self.passages if _counts(p, reach, reading)]
        stayed = [p for p in counted if p.ending in _WITHIN[reach]]
        if reading is Reading.KEPT:
            stayed = [p for p in stayed if p.kept(self.basis.known_on)]
        return Share(_ids(stayed), _ids(counted))

    def imbalance(self) -> CaseIds:
        """The cases that came in without going out, or the other way round; empty when the line adds up."""
        return together(map(self.cases, Entry)) ^ together(map(self.cases, Ending))


def _counts(passed: Passage, reach: Reach, reading: Reading) -> bool:
    """Whether a dispute is in the denominator."""
    if reach is Reach.VILLAGE and at_town_desk(passed.facts):
        return False
    if reading is Reading.RESOLVED:
        return passed.resolved
    return passed.ending in CONCLUDED and passed.ending is not Ending.WITHDRAWN


def _ids(passages: Iterable[Passage]) -> CaseIds:
    return frozenset(passed.facts.id for passed in passages)


@dataclass(frozen=True)
class Statement:
    """The flow of disputes through a period, by place, as the book knows it at one instant.

    Attributes:
        basis: Days of registration, conclusion and reopening that count, and as known when.
        by: What its lines stand for.
        lines: One for each place, in the town's order; the town desk's after the villages. Or one for each category.
        total: All of them together.
        registers: What the registers of rounds and questions say of the period.
    """

    basis: Basis
    by: By
    lines: tuple[Line, ...]
    total: Line
    registers: Registers = UNKNOWN

    def unreported(self, place: Place | None) -> int | None:
        """How many screening reports a line's place owes, or all places together; none where nobody knows.

        A category owes none, nor does the town desk: of them nobody asks.
        """
        if place is None:
            missing = self.registers.missing
        elif self.by is By.CATEGORY:
            return None
        else:
            missing = self.registers.at(*place).missing
        return None if missing is None else len(missing)


_GROUPINGS: Mapping[str, Trait] = {
    N_("各村"): line(By.VILLAGE),
    N_("各类别"): fact("category"),
    N_("各来源"): fact("source", "entruster"),
    N_("各结果"): ending,
    N_("各首接层级"): fact("level_received"),
}


def statement_of(
    population: Population, places: Iterable[Place], late_after: int, by: By = By.VILLAGE
) -> Statement:
    """Count a period.

    Args:
        population: The disputes of the period.
        places: Lines to print even when nothing happened there, in their order.
        late_after: The office's setting for late entries, days.
        by: What the lines stand for.

    Raises:
        UnbalancedStatement: Something does not add up; the error names the sum and the cases.
    """
    columns = _columns(population, late_after)
    lines = tuple(_lines(population, tuple(places), by, columns))
    total = Line(None, population.passages, population.basis, columns)
    statement = Statement(population.basis, by, lines, total, population.registers)
    _check(statement, population)
    return statement


def _columns(population: Population, late_after: int) -> Mapping[Column, CaseIds]:
    """The cases counted in each column, all places together."""
    entries, endings, day = population.by(entry), population.by(ending), population.basis.counted_to
    past_term = population.passing(lambda passed: passed.past_term(day))
    court = Exit.COURT
    guided = population.passing(lambda passed: passed.spell.exit is court)
    flow: Mapping[Column, CaseIds] = {
        **{column: entries.get(column, NONE) for column in Entry},
        **{column: endings.get(column, NONE) for column in Ending},
    }
    return {
        **flow,
        Beside.PAST_TERM: past_term & flow[Ending.OPEN],
        Beside.GUIDED_TO_COURT: guided & flow[Ending.TO_COURT],
        Beside.HELD_PAST_TERM: past_term,
        Beside.REOPENED: population.passing(lambda passed: passed.reopened),
        Beside.LATE: population.passing(lambda passed: passed.facts.longest_lag > late_after),
    }


def _lines(
    population: Population, places: tuple[Place, ...], by: By, columns: Mapping[Column, CaseIds]
) -> Iterator[Line]:
    """A line for each place; one no longer on the roster stands beside its village, before the town desk."""
    found, whole = population.by(line(by)), together(map(columns.__getitem__, Entry))
    known = dict.fromkeys((*places, *(place for place, cases in found.items() if cases & whole)))
    order = {first: rank for rank, (first, _) in enumerate(places)}
    for place in sorted(known, key=lambda place: (not place[0], order.get(place[0], len(order)))):
        inside = found.get(place, NONE) & whole
        counted = {column: cases & inside for column, cases in columns.items()}
        passages = tuple(population.passage_of[case] for case in inside)
        yield Line(place, passages, population.basis, counted)


def _check(statement: Statement, population: Population) -> None:
    """Refuse a statement that does not add up."""
    for each in (*statement.lines, statement.total):
        if strays := each.imbalance():
            raise UnbalancedStatement(
                N_("收结不平：{n} 件有来无去或有去无来，请先核对这些案件。"),
                n=len(strays),
                cases=frozenset(strays),
            )
    whole = together(map(statement.total.cases, Entry))
    for name, trait in _GROUPINGS.items():
        _check_sum(name, (cases & whole for cases in population.by(trait).values()), whole)
    _check_sum(N_("各行"), (together(map(each.cases, Entry)) for each in statement.lines), whole)


def _check_sum(name: str, groups: Iterable[CaseIds], whole: CaseIds) -> None:
    """Refuse groups that are not the whole, each of its cases once."""
    found, twice = NONE, NONE
    for cases in groups:
        twice |= found & cases
        found |= cases
    if strays := twice | (found ^ whole):
        raise UnbalancedStatement(
            N_("{name}相加与合计不符，请先核对这些案件。"), name=name, cases=frozenset(strays)
        )
