"""What a person may do with screening rounds: report one, report zero, put a report right, take one back.

The disputes a round found are registered, or named, in the same act: all of it is written, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mediation_tui.desk.disputes import Disputes
from mediation_tui.desk.stepping import Stepping, said
from mediation_tui.errors import Refused
from mediation_tui.i18n import N_, _
from mediation_tui.model.events import Correctable, Registration
from mediation_tui.model.period import Period
from mediation_tui.model.screening import (
    Corrected,
    Reported,
    Round,
    RoundKind,
    Screening,
    Withdrawn,
    screening_of,
)
from mediation_tui.rules.registers import SCREENINGS
from mediation_tui.rules.screening import check_round
from mediation_tui.store.again import until_kept
from mediation_tui.store.filters import CaseFilter


class Screenings(Disputes, Stepping):
    """Reporting screening rounds."""

    @until_kept
    def report_screening(
        self,
        entry: Round,
        found: Sequence[Registration] = (),
        known: Sequence[str] = (),
        registered_on: date | None = None,
    ) -> Screening:
        """Write down a place's round and what it found.

        Args:
            entry: What the place says.
            found: Disputes it found, to be registered as cases.
            known: Cases that are registered already and were found by it.
            registered_on: When the disputes it found were registered; today unless said otherwise.

        Raises:
            Refused: Its period has not begun, it overlaps another, or it names cases and says it found none.
            InvalidEntry: The place is not on the roster, or something cannot be recorded.
            NotFound: A case it names is not there.
        """
        if entry.zero and (found or known):
            raise Refused(N_("零报告是没有发现纠纷；有案件的，请报排查情况。"))
        if not (entry.zero or found or known or entry.handled or entry.passed_up or entry.findings):
            raise Refused(N_("什么也没有发现的，请报零报告；有发现的，写明当场处理、上报或者案件。"))
        with self.book.writing() as writing:
            writing.hold(SCREENINGS)
            self._check_entry(entry, ())
            step = self._begin(writing, SCREENINGS, Reported(round=entry))
            for registration in found:
                self.register(registration.model_copy(update={"screening": step.record_id}), registered_on)
            for case in known:
                self.correct(case, {Correctable.SCREENING: step.record_id}, _("排查发现"))
            return screening_of((step,))

    def report_zero(
        self,
        village: str,
        period: Period,
        reporter: str,
        grid: str | None = None,
        kind: RoundKind = RoundKind.ROUTINE,
        **also: Any,
    ) -> Screening:
        """Write down that a place looked and found none (零报告).

        Args:
            village: Whose report.
            period: The days it is for.
            reporter: Who reported.
            grid: The grid, where one reports for itself.
            kind: What the round was held for.
            **also: Anything else a round says, such as `households`.

        Raises:
            Refused, InvalidEntry: As for `report_screening`.
        """
        now = self.clock.now()
        days = {"first": period.first, "last": period.last, "held_on": self.clock.today(), "reported_at": now}
        place = {"village": village, "grid": grid, "kind": kind}
        return self.report_screening(said(Round, **days, **place, zero=True, reporter=reporter, **also))

    @until_kept
    def correct_screening(
        self, screening_id: str, entry: Round, reason: str, seen: int | None = None
    ) -> Screening:
        """Put right what was reported; what it said before is kept.

        Raises:
            Refused: It was withdrawn, overlaps another round, or is to be a zero report though cases name it.
            InvalidEntry, NotFound, Stale: It cannot be recorded, is not there, or was changed meanwhile.
        """
        with self.book.writing() as writing:
            steps = self._seen_steps(writing, SCREENINGS, screening_id, seen)
            self._check_entry(entry, (screening_id,))
            if entry.zero:
                self._refuse_named(
                    screening_id, N_("已有案件（{cases}）记着由这次排查发现，不能改成零报告。")
                )
            data = said(Corrected, round=entry, reason=reason)
            return screening_of((*steps, self._take(writing, SCREENINGS, steps, data=data)))

    @until_kept
    def withdraw_screening(self, screening_id: str, reason: str, seen: int | None = None) -> Screening:
        """Take back a report that was entered in error: the place has not reported.

        Raises:
            Refused: It was withdrawn already, or cases name it.
            InvalidEntry, NotFound, Stale: As for `correct_screening`.
        """
        with self.book.writing() as writing:
            steps = self._seen_steps(writing, SCREENINGS, screening_id, seen)
            sentence = N_("已有案件（{cases}）记着由这次排查发现，不能撤销；请先更正这些案件的排查记录。")
            self._refuse_named(screening_id, sentence)
            data = said(Withdrawn, reason=reason)
            return screening_of((*steps, self._take(writing, SCREENINGS, steps, data=data)))

    def screening(self, screening_id: str) -> Screening:
        """A round as it stands.

        Raises:
            NotFound: There is none of that id.
        """
        return screening_of(self.book.steps(SCREENINGS, screening_id))

    def _check_entry(self, entry: Round, itself: Iterable[str]) -> None:
        self._check_place(entry.village, entry.grid)
        others = (
            each
            for each in self.book.screenings(entry.period, village=entry.village)
            if each.id not in itself
        )
        check_round(entry, others, self.clock.today())

    def _refuse_named(self, screening_id: str, sentence: str) -> None:
        """Refuse what the cases that name a round do not allow."""
        named = self.book.facts(CaseFilter(screening=screening_id))
        if cases := tuple(case.number for case in named if not case.void_on):
            raise Refused(sentence, cases=cases)
