"""What a person may do with legal questions: write one down, put it right, make a case of it, take it back."""

from __future__ import annotations

from datetime import date

from mediation_tui.desk.disputes import Disputes
from mediation_tui.desk.stepping import Stepping, said
from mediation_tui.model.case import Case
from mediation_tui.model.consultation import (
    BecameCase,
    Consultation,
    Corrected,
    Question,
    Recorded,
    Withdrawn,
    consultation_of,
)
from mediation_tui.model.events import Registration
from mediation_tui.rules.consulting import check_question
from mediation_tui.rules.registers import CONSULTATIONS
from mediation_tui.store.again import until_kept


class Consultations(Disputes, Stepping):
    """Keeping the register of legal questions."""

    @until_kept
    def record_consultation(self, question: Question) -> Consultation:
        """Write down a question and its answer.

        Raises:
            InvalidEntry: Its day has not come, or its place or adviser is not on the roster.
        """
        with self.book.writing() as writing:
            self._check_question(question)
            return consultation_of((self._begin(writing, CONSULTATIONS, Recorded(question=question)),))

    @until_kept
    def correct_consultation(
        self, consultation_id: str, question: Question, reason: str, seen: int | None = None
    ) -> Consultation:
        """Put right what was written down; what it said before is kept.

        Raises:
            Refused: It was withdrawn, or nothing is changed.
            InvalidEntry, NotFound, Stale: It cannot be recorded, is not there, or was changed meanwhile.
        """
        self._check_question(question)
        return consultation_of(
            self._go_on(CONSULTATIONS, consultation_id, seen, Corrected, question=question, reason=reason)
        )

    @until_kept
    def become_case(
        self,
        consultation_id: str,
        entry: Registration,
        happened_on: date | None = None,
        note: str = "",
        seen: int | None = None,
    ) -> Case:
        """Register the dispute a question turned out to be, and link the two.

        Raises:
            Refused: It became a case already, or was withdrawn.
            InvalidEntry, NotFound, Stale: As for `register`, and as for `correct_consultation`.
        """
        with self.book.writing() as writing:
            steps = self._seen_steps(writing, CONSULTATIONS, consultation_id, seen)
            case = self.register(entry, happened_on)
            self._take(writing, CONSULTATIONS, steps, data=said(BecameCase, case=case.id, note=note))
            return case

    @until_kept
    def withdraw_consultation(
        self, consultation_id: str, reason: str, seen: int | None = None
    ) -> Consultation:
        """Take back a question that was entered in error.

        Raises:
            Refused: It was withdrawn already, or became a case.
            InvalidEntry, NotFound, Stale: As for `correct_consultation`.
        """
        return consultation_of(self._go_on(CONSULTATIONS, consultation_id, seen, Withdrawn, reason=reason))

    def consultation(self, consultation_id: str) -> Consultation:
        """A question as it stands.

        Raises:
            NotFound: There is none of that id.
        """
        return consultation_of(self.book.steps(CONSULTATIONS, consultation_id))

    def _check_question(self, question: Question) -> None:
        check_question(question, self.clock.today())
        self._check_place(question.village)
        self._check_people("adviser", (question.adviser,))
