"""The writing side of a book: sealing events, folding them, and keeping the folded cases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from mediation_tui.errors import Collision
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.events import Draft, Event, EventKind
from mediation_tui.model.fold import advanced, begun, fold
from mediation_tui.model.numbers import normalise
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.steps import Step
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.registers import Register
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.store.port import Engine
from mediation_tui.store.records.chains import Chain
from mediation_tui.store.records.documents import case_document
from mediation_tui.store.records.office import Office
from mediation_tui.store.records.opening import case_in, case_row, events_of
from mediation_tui.store.records.steps import add_step, held_steps

S = TypeVar("S", bound=Step)


class RecordsWriting:
    """What can be written inside one transaction; see `store.book.Writing`.

    Args:
        engine: What holds the records, in a transaction.
        office: Its settings.
        origin: The id its events are written under.
    """

    def __init__(self, engine: Engine, office: Office, origin: str) -> None:
        self._engine = engine
        self._office = office
        self._origin = origin
        self._set: tuple[Town, RuleSet] | None = None
        self._held: dict[str, tuple[int, int]] = {}

    def case(self, case_id: str) -> Case:
        """A case as it stands, which nobody else changes before this transaction ends."""
        row, body = case_row(self._engine, case_id, held=True)
        case = case_in(body)
        self._held[case.id] = row, case.version
        return case

    def append(self, case: Case | None, drafts: Sequence[Draft]) -> Case:
        """Seal drafts into the chain and fold them into the case; none begins a new case."""
        row = self._row_of(case) if case else None
        chain = Chain.taken(self._engine, self._origin)
        for draft in drafts:
            event = chain.seal(draft)
            self._engine.add("events", event.model_dump(mode="json"))
            case = self._folded(case, event)
        assert case is not None, "at least the registration was appended"
        chain.keep()
        self._keep(row, case)
        return case

    def highest_serial(self, committees: Sequence[str], year: int) -> int:
        """The highest serial ever given in these committees' series of a year, 0 if none."""
        self._engine.hold(_NUMBERS)
        among, values = self._engine.dialect.one_of("committee", committees)
        found = self._engine.rows("cases", ("max(serial)",), f"WHERE {among} AND year = ?", [*values, year])
        return found[0][0] or 0

    def number_taken(self, committees: Sequence[str], number: str) -> bool:
        """Whether one of these committees has a case of that number, however it is spelt."""
        self._engine.hold(_NUMBERS)
        among, values = self._engine.dialect.one_of("committee", committees)
        tail = f"WHERE number_key = ? AND {among} LIMIT 1"
        return bool(self._engine.rows("cases", ("id",), tail, [normalise(number), *values]))

    def steps(self, register: Register[S], record_id: str) -> tuple[S, ...]:
        """The steps a record has so far, none for a new one; nobody takes another before this transaction ends."""
        return held_steps(self._engine, register, record_id)

    def hold(self, register: Register[Any]) -> None:
        """Let nobody take a step of a record of this kind before this transaction ends."""
        self._engine.hold(register.table)

    def add_step(self, register: Register[S], step: S) -> None:
        """Write down a record's next step."""
        add_step(self._engine, register, step)

    def save_roster(self, town: Town, people: Sequence[Person]) -> None:
        """Put another roster in the place of the present one; a renamed village is found by its new name."""
        named = _village_names(self._office.town())
        self._office.save_roster(town, people)
        self._set = None
        if _village_names(town) != named:
            self._write_all_again()

    def save_rules(self, rules: RuleSet) -> None:
        """Put other rules in the place of the present ones and work out every case's limits again."""
        self._office.save_rules(rules)
        self._set = None
        self._write_all_again()

    def _write_all_again(self) -> None:
        """Store every case anew, under the present rules and roster."""
        for (row,) in self._engine.rows("cases", ("id",), f"ORDER BY id {self._engine.dialect.held}"):
            body = self._engine.body("cases", row)
            self._keep(row, case_in(body or ""))

    def _row_of(self, case: Case) -> int:
        """The row of a case, held; it must still be the version that was read."""
        row, version = self._held.get(case.id, (0, 0))
        if version != case.version:
            tail = f"WHERE case_id = ? {self._engine.dialect.held}"
            ((row, version),) = self._engine.rows("cases", ("id", "version"), tail, [case.id])
        if version != case.version:
            raise Collision(N_("别人同时在写同一处，这次没有记下，请再做一次。"))
        return row

    def _folded(self, case: Case | None, event: Event) -> Case:
        if case is None:
            return begun(event)
        if event.kind is EventKind.UNDONE:
            return fold(events_of(self._engine, case.id))
        return advanced(case, event)

    def _keep(self, row: int | None, case: Case) -> None:
        document = self._document(case)
        if row is None:
            row = self._engine.add("cases", document)
        else:
            self._engine.put("cases", row, document)
        self._held[case.id] = row, case.version

    def _document(self, case: Case) -> dict[str, Any]:
        self._set = self._set or self._office.kept()
        town, rules = self._set
        return case_document(case, facts_of(case, rules, rules.calendar), town)


_NUMBERS = "numbers"
"""The right to give case numbers: who looks for the next one must be alone until it is written."""


def _village_names(town: Town) -> dict[str, str]:
    return {village.id: village.name for village in town.villages}
