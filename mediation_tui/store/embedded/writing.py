"""The embedded book's writing side: sealing events, folding them, and keeping the folded cases."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mediation_tui.model.case import Case
from mediation_tui.model.events import GENESIS, Draft, Event, EventKind, sealed
from mediation_tui.model.fold import advanced, begun, fold
from mediation_tui.model.numbers import normalise
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.embedded.documents import case_document
from mediation_tui.store.embedded.office import Office
from mediation_tui.store.embedded.opening import case_in, events_of
from mediation_tui.store.engine import BookDB


class EmbeddedWriting:
    """What can be written inside one transaction; see `store.book.Writing`.

    Args:
        db: The open book, in a transaction.
        office: Its settings.
        origin: The id its events are written under.
        calendar: The working days limits are counted in.
    """

    def __init__(self, db: BookDB, office: Office, origin: str, calendar: WorkingDays) -> None:
        self._db = db
        self._office = office
        self._origin = origin
        self._calendar = calendar

    def append(self, case: Case | None, drafts: Sequence[Draft]) -> Case:
        """Seal drafts into the chain and fold them into the case; none begins a new case."""
        sequence, previous = self._chain_end()
        before, events = case, []
        for draft in drafts:
            sequence += 1
            events.append(sealed(draft, self._origin, sequence, previous))
            previous = events[-1].hash
        for event in events:
            self._db.table("events").insert(event.model_dump(mode="json"))
            case = self._folded(case, event)
        assert case is not None, "at least the registration was appended"
        self._keep(case, new=before is None)
        return case

    def highest_serial(self, committees: Sequence[str], year: int) -> int:
        """The highest serial ever given in these committees' series of a year, 0 if none."""
        found = self._db.rows(
            "cases",
            ("max(serial)",),
            "WHERE committee IN (SELECT value FROM json_each(?)) AND year = ?",
            [json.dumps(list(committees)), year],
        )
        return found[0][0] or 0

    def number_taken(self, committees: Sequence[str], number: str) -> bool:
        """Whether one of these committees has a case of that number, however it is spelt."""
        tail = "WHERE number_key = ? AND committee IN (SELECT value FROM json_each(?))"
        return bool(self._db.rows("cases", ("1",), tail, [normalise(number), json.dumps(list(committees))]))

    def save_roster(self, town: Town, people: Sequence[Person]) -> None:
        """Put another roster in the place of the present one; a renamed village is found by its new name."""
        named = _village_names(self._office.town())
        self._office.save_roster(town, people)
        if _village_names(town) != named:
            self._write_all_again()

    def save_rules(self, rules: RuleSet) -> None:
        """Put other rules in the place of the present ones and work out every case's limits again."""
        self._office.save_rules(rules)
        self._write_all_again()

    def _write_all_again(self) -> None:
        """Store every case anew, under the present rules and roster."""
        for (row_id,) in self._db.rows("cases", ("id",), "ORDER BY id"):
            body = self._db.body("cases", row_id)
            self._replace(row_id, case_in(body or ""))

    def _chain_end(self) -> tuple[int, str]:
        """The last sequence number and hash of this origin."""
        last = self._db.rows(
            "events", ("sequence", "hash"), "WHERE origin = ? ORDER BY sequence DESC LIMIT 1", [self._origin]
        )
        return last[0] if last else (0, GENESIS)

    def _folded(self, case: Case | None, event: Event) -> Case:
        if case is None:
            return begun(event)
        if event.kind is EventKind.UNDONE:
            return fold(events_of(self._db, case.id))
        return advanced(case, event)

    def _keep(self, case: Case, *, new: bool) -> None:
        if new:
            self._db.table("cases").insert(self._document(case))
        else:
            ((row_id,),) = self._db.rows("cases", ("id",), "WHERE case_id = ?", [case.id])
            self._replace(row_id, case)

    def _replace(self, row_id: int, case: Case) -> None:
        self._db.table("cases").replace(row_id, self._document(case))

    def _document(self, case: Case) -> dict[str, object]:
        facts = facts_of(case, self._office.rules(), self._calendar)
        return case_document(case, facts, self._office.town())


def _village_names(town: Town) -> dict[str, str]:
    return {village.id: village.name for village in town.villages}
