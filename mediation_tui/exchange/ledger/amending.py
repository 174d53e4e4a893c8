"""Taking a row into a case the book has already: what the sheet says otherwise is corrected, never overwritten.

Details and parties are corrected by acts that keep what was there before; an open case goes on to the end the row
tells. A date or an outcome that has happened cannot be corrected, and the row is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mediation_tui.desk import Desk
from mediation_tui.errors import MediationError
from mediation_tui.exchange.ledger import headings as at
from mediation_tui.exchange.ledger.course import Act, acceptance_of, conclusion_of, short_summary, summary_of
from mediation_tui.exchange.ledger.original import changed_headings, last_original, note_of
from mediation_tui.exchange.ledger.row import LedgerRow
from mediation_tui.i18n import N_
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import Correctable
from mediation_tui.model.vocabulary import Exit, Outcome, Side, State

REASON = "导入台账更正"


def _headings_of(*fields: str) -> frozenset[str]:
    return frozenset(at.HEADINGS[field][0] for field in fields)


_ON_RECORD = _headings_of(
    at.NUMBER,
    at.APPLICANTS,
    at.RESPONDENTS,
    at.ACCEPTED,
    at.CLOSED,
    at.VILLAGE,
    at.GRID,
    at.PEOPLE,
    at.AMOUNT,
    at.SUMMARY,
)
"""Headings the case has everything of; of others the cell's own words are worth keeping."""
_SIDES = ((Side.APPLICANT, at.APPLICANTS), (Side.RESPONDENT, at.RESPONDENTS))


class Amendment:
    """One row against the case it is about.

    Args:
        desk: Whose hand it is.
        case: The case as it stands.
        row: What the sheet says of it.
        mediators: Roster ids of those who handled it, as far as they are known.
    """

    def __init__(self, desk: Desk, case: Case, row: LedgerRow, mediators: tuple[str, ...]) -> None:
        self._desk = desk
        self._case = case
        self._row = row
        self._mediators = mediators
        self._before = last_original(desk.book.events(case.id))
        self._after = dict(row.original)
        self._changed = changed_headings(self._before or {}, self._after)

    def make(self) -> bool:
        """Bring the case to what the row says; whether anything was written.

        Raises:
            MediationError: Something the row says otherwise cannot be corrected.
        """
        if not self._changed:
            return False
        if self._case.void_on:
            raise MediationError(N_("{number}已作废，案号不能再用"), number=self._case.number)
        version = self._case.version
        self._correct_details()
        self._correct_parties()
        self._go_on()
        if self._case.version == version and not self._says_more():
            return False
        self._record(Act(note_of(self._row.original, self._row.whence), self._desk.clock.today()))
        return True

    def _correct_details(self) -> None:
        wanted = {
            field: value for field, value in self._details() if value != getattr(self._case, field.value)
        }
        if wanted:
            self._case = self._desk.correct(self._case.id, wanted, REASON)

    def _details(self) -> Iterator[tuple[Correctable, Any]]:
        """Every detail the row says anew, with its value."""
        row = self._row
        if self._says(at.CAUSE) and row.category:
            yield Correctable.CATEGORY, row.category
        if self._says(at.PROCEDURE, at.SOURCE) and row.origin:
            yield Correctable.SOURCE, row.origin.source
            yield Correctable.ENTRUSTER, row.origin.entruster
        if self._says(at.VILLAGE, at.GRID, at.PLACE) and row.spot:
            yield Correctable.VILLAGE, row.spot.village
            if row.spot.grid or row.spot.village != self._case.village:
                yield Correctable.GRID, row.spot.grid
        if self._says(at.PEOPLE, at.APPLICANTS, at.RESPONDENTS) and row.people:
            yield Correctable.PEOPLE, row.people
        if self._says(at.AMOUNT) and row.amount is not None:
            yield Correctable.AMOUNT, row.amount
        if self._summary_follows():
            yield Correctable.SUMMARY, summary_of(row)

    def _summary_follows(self) -> bool:
        """Whether the summary is the sheet's: told by it now, or made from its former words."""
        if self._row.summary:
            return self._says(at.SUMMARY)
        return self._before is not None and self._case.summary == short_summary(self._before)

    def _correct_parties(self) -> None:
        for side, field in _SIDES:
            if self._says(field):
                self._correct_side(side)

    def _correct_side(self, side: Side) -> None:
        """Rename the parties whose name the row no longer has to those it has anew, in their order."""
        said = [party for party in self._row.parties if party.side is side]
        known = [party for party in self._case.parties if party.side is side]
        anew = [party for party in said if party.name not in {p.name for p in known}]
        gone = [party for party in known if party.name not in {p.name for p in said}]
        if len(gone) > len(anew):
            names = tuple(party.name for party in gone[len(anew) :])
            raise MediationError(N_("已登记的当事人不能去掉：{names}"), names=names)
        for before, after in zip(gone, anew, strict=False):
            right = before.model_copy(update={"name": after.name, "kind": after.kind})
            self._record_today(happened.PartyCorrected(before=before, after=right, reason=REASON))
        for party in anew[len(gone) :]:
            added = party.model_copy(update={"id": self._case.next_party_id()})
            self._record_today(happened.PartyAdded(party=added))

    def _go_on(self) -> None:
        """Take the case as far as the row tells."""
        self._accept()
        self._assign()
        if self._row.manner.outcome is None:
            self._require(self._case.unresolved, N_("{number}已是“{state}”，台账却写还没有结案"))
        elif self._case.unresolved:
            talked = self._case.round.mediating_on is not None
            for act in conclusion_of(self._row, self._case.level, talked=talked):
                self._record(act)
        else:
            self._compare_ends()

    def _accept(self) -> None:
        case, row = self._case, self._row
        if case.state is State.REGISTERED:
            if row.manner.outcome is not Outcome.NOT_ACCEPTED:
                self._record(acceptance_of(row))
        elif self._says(at.ACCEPTED):
            known = case.accepted_on or case.received_on
            sentence = N_("{number}的受理时间已记为 {day}，不能用台账更正")
            self._require(row.accepted_on == known, sentence, day=known)

    def _assign(self) -> None:
        there, said = set(self._case.mediators), set(self._mediators)
        if self._says(at.HANDLERS) and said and (said - there or (self._before and said != there)):
            data = happened.MediatorsAssigned(mediators=self._mediators)
            self._record(Act(data, self._case.accepted_on or self._row.accepted_on))

    def _compare_ends(self) -> None:
        """Make sure that the row tells the end the case had; close it if only that is left."""
        case, manner = self._case, self._row.manner
        form = case.agreement.form if case.agreement else None
        same = manner.outcome is case.outcome and manner.form in (None, form)
        same = same and manner.exit in (Exit.NOWHERE, case.exit)
        same = same or not self._says(at.MANNER)
        self._require(same, N_("{number}的结果已记为“{outcome}”，不能用台账更正"), outcome=case.outcome)
        if case.closed_on is None:
            self._record(list(conclusion_of(self._row, case.level))[-1])
        elif self._says(at.CLOSED):
            sentence = N_("{number}的结案时间已记为 {day}，不能用台账更正")
            self._require(case.closed_on == self._row.closed_on, sentence, day=case.closed_on)

    def _says(self, *fields: str) -> bool:
        """Whether the row has something under one of these headings that the former row had not."""
        return any(at.HEADINGS[field][0] in self._changed & self._after.keys() for field in fields)

    def _says_more(self) -> bool:
        return bool(self._changed - _ON_RECORD)

    def _require(self, holds: bool, sentence: str, **facts: Any) -> None:
        if not holds:
            raise MediationError(sentence, number=self._case.number, state=self._case.state, **facts)

    def _record(self, act: Act) -> None:
        self._case = self._desk.record(self._case.id, act.data, act.on)

    def _record_today(self, data: happened.EventData) -> None:
        self._record(Act(data, self._desk.clock.today()))
