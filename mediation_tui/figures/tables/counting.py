"""Counting what an item of a description asks for, among any of the disputes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from mediation_tui.figures.figure import NONE, CaseIds, Figure, Quantity, Ratio
from mediation_tui.figures.phrase import Listed, Phrase
from mediation_tui.figures.population import Dispute, Population
from mediation_tui.figures.registers import Registers
from mediation_tui.figures.tables.description import CODES, Conditions, Item, TableDescription
from mediation_tui.figures.tables.sets import UNITS, Traits, affected, averted, members, parties
from mediation_tui.figures.tables.words import Among, Amount, Field
from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.facts import Countable
from mediation_tui.model.screening import RoundKind
from mediation_tui.model.vocabulary import Averted, Category

_WAN = 10_000
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Counter:
    """The items of a table, counted in one population.

    Attributes:
        description: The table.
        population: The disputes of the period.
        traits: What conditions ask.
    """

    description: TableDescription
    population: Population
    traits: Traits

    @cached_property
    def _among(self) -> Mapping[Among, CaseIds | None]:
        """For each set items are counted among those of it the table is about at all; none where nobody knows."""
        asked = {item.among for item in self.description.item if item.among}
        return {
            among: self._narrowed(members(self.population, among), self.description.only) for among in asked
        }

    @cached_property
    def _members(self) -> Mapping[str, CaseIds | None]:
        """For each item that is no ratio the disputes it counts anywhere; none where nobody knows."""
        return {item.id: self._chosen(item) for item in self.description.item if item.among}

    @cached_property
    def _formulas(self) -> Mapping[str, Phrase]:
        """How each of them is counted, in words; in the registers nothing is asked of disputes."""
        only = self.description.only
        return {
            item.id: formula_of(item, {} if item.count in _IN_REGISTERS else only)
            for item in self.description.item
            if item.among
        }

    def figure(self, item: Item, within: CaseIds, registers: Registers) -> Figure:
        """What an item comes to among some disputes and rounds, such as a village's."""
        if item.ratio:
            return self._ratio(item, within, registers)
        if item.count in _IN_REGISTERS:
            return self._registered(item, registers)
        chosen = self._members[item.id]
        cases = (chosen or NONE) & within
        value = None if chosen is None else self._amount(item, cases)
        return Figure.quantity(
            item.headings[-1],
            self._formulas[item.id],
            self.population.basis,
            cases,
            value,
            UNITS[item.count],
        )

    def _registered(self, item: Item, registers: Registers) -> Figure:
        """What an item comes to in a register; the disputes a round found are counted by how they were discovered."""
        value = _IN_REGISTERS[item.count](item, registers)
        formula, basis = self._formulas[item.id], self.population.basis
        return Figure.quantity(item.headings[-1], formula, basis, NONE, value, UNITS[item.count])

    def _ratio(self, item: Item, within: CaseIds, registers: Registers) -> Figure:
        """One item out of another."""
        items = self.description.items()
        part, whole = (self.figure(items[name], within, registers) for name in item.ratio or ())
        formula = Phrase("{part} ÷ {whole}", facts={"part": part.name, "whole": whole.name})
        name, basis = item.headings[-1], self.population.basis
        if part.value is None or whole.value is None:
            return Figure(name, formula, basis, part.cases, whole.cases, None, part.unit)
        return Figure.share(name, formula, basis, part.cases, whole.cases, ratio_of(part, whole))

    def _chosen(self, item: Item) -> CaseIds | None:
        """The disputes an item counts."""
        assert item.among, "only an item that counts disputes chooses any"
        chosen = self._narrowed(self._among[item.among], item.where)
        if chosen is None or (item.people_from is None and item.people_below is None):
            return chosen
        asked = range(item.people_from or 0, item.people_below or sys.maxsize)
        return chosen & self.population.having(
            affected, (n for n in self.population.by(affected) if n in asked)
        )

    def _narrowed(self, cases: CaseIds | None, conditions: Conditions) -> CaseIds | None:
        """Those of some disputes of which all conditions hold; none where nobody knows the disputes."""
        if cases is None:
            return None
        for field, codes in conditions.items():
            if field is Field.AVERTED:
                cases &= self._averting(codes)
            elif field is Field.ROUND:
                return None
            else:
                cases &= self.population.having(self.traits[field], codes)
        return cases

    def _averting(self, codes: Iterable[str]) -> CaseIds:
        """The disputes in which something of these kinds was averted in the period."""
        kinds, period = frozenset(map(Averted, codes)), self.population.basis.period
        return self.population.where(lambda facts: any(averted(facts, period, kinds)))

    def _amount(self, item: Item, cases: CaseIds) -> Quantity:
        """What an item adds up over some disputes."""
        match item.count:
            case Amount.CASES:
                return len(cases)
            case Amount.PARTIES:
                return self._sum(parties, cases)
            case Amount.PEOPLE:
                return self._sum(affected, cases)
            case Amount.AVERTED_PEOPLE:
                kinds = frozenset(map(Averted, item.where.get(Field.AVERTED, tuple(Averted))))
                period = self.population.basis.period
                noted = (averted(facts, period, kinds) for facts in self._facts(cases))
                return sum(note.people for notes in noted for note in notes)
        yuan = sum((facts.amount for facts in self._facts(cases) if facts.amount), Decimal(0))
        return yuan if item.count is Amount.MONEY else (yuan / _WAN).quantize(_CENT, ROUND_HALF_UP)

    def _facts(self, cases: CaseIds) -> Iterator[Countable]:
        """What is known of some disputes."""
        return map(self.population.by_id.__getitem__, cases)

    def _sum(self, persons: Callable[[Dispute], int], cases: CaseIds) -> int:
        """How many persons there are in some disputes; those with as many as each other are added up at once."""
        return sum(n * len(cases & some) for n, some in self.population.by(persons).items())


def _rounds(item: Item, registers: Registers) -> int | None:
    if item.among is not Among.SCREENED or registers.rounds is None:
        return None
    kinds = item.where.get(Field.ROUND, tuple(RoundKind))
    return sum(each.round.kind in kinds for each in registers.rounds)


def _unreported(item: Item, registers: Registers) -> int | None:
    if item.among is not Among.SCREENED or registers.missing is None:
        return None
    return len(registers.missing)


def _questions(item: Item, registers: Registers) -> int | None:
    if item.among is not Among.CONSULTED or registers.questions is None:
        return None
    kinds = item.where.get(Field.CATEGORY, tuple(Category))
    return sum(each.question.category in kinds for each in registers.questions)


_IN_REGISTERS: Mapping[Amount, Callable[[Item, Registers], int | None]] = {
    Amount.ROUNDS: _rounds,
    Amount.UNREPORTED: _unreported,
    Amount.QUESTIONS: _questions,
}
"""What is counted in the registers, not among the disputes."""


def formula_of(item: Item, only: Conditions) -> Phrase:
    """How an item is counted, in words."""
    assert item.among, "a ratio has a formula of its own"
    conditions = [_condition(field, codes) for field, codes in (*only.items(), *item.where.items())]
    if item.people_from is not None:
        conditions.append(Phrase(N_("涉及 {n} 人及以上"), facts={"n": item.people_from}))
    if item.people_below is not None:
        conditions.append(Phrase(N_("涉及不到 {n} 人"), facts={"n": item.people_below}))
    what = Phrase(N_("{among}：{amount}"), facts={"among": _word(item.among), "amount": _word(item.count)})
    if not conditions:
        return what
    return Phrase(
        N_("{what}，其中{conditions}"), facts={"what": what, "conditions": Listed(tuple(conditions))}
    )


def _condition(field: Field, codes: tuple[str, ...]) -> Phrase:
    words = Listed(tuple(_label(field, code) for code in codes))
    return Phrase(N_("{field}为{words}"), facts={"field": _word(field), "words": words})


def _label(field: Field, code: str) -> Phrase:
    return _word(CODES[field](code))


def _word(word: Word) -> Phrase:
    return Phrase(word.source)


def ratio_of(part: Figure, whole: Figure) -> Ratio:
    """One counted number out of another."""
    assert isinstance(part.value, int), "only whole numbers make a ratio"
    assert isinstance(whole.value, int), "only whole numbers make a ratio"
    return Ratio(part.value, whole.value)
