"""The dialog by which a place's screening round is reported."""

from __future__ import annotations

from datetime import date
from functools import partial

from mediation_tui.desk import Desk
from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _
from mediation_tui.model.case import Case
from mediation_tui.model.events import Registration
from mediation_tui.model.screening import Round
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.acts.actform import Answers
from mediation_tui.ui.acts.registering import Beginning
from mediation_tui.ui.acts.reporting import Owed, found_by, report_fields, round_reported
from mediation_tui.ui.dialogs.entry import EntryDialog, Write
from mediation_tui.ui.registers.words import due_words, spot_words

_MOST = 20
"""Disputes one round can bring in one go; more are registered from the round afterwards."""


class ReportDialog(EntryDialog):
    """Asks what a round came to; the disputes it found are registered one after another, each linked to it.

    The report is written with the first of them, or at once where there is none: until then nothing is kept, and
    what was answered stays.

    Args:
        desk: Who writes it down, and in which book.
        owed: Whose report, for which period.
        reporter: Who is likely to report.
    """

    def __init__(self, desk: Desk, owed: Owed, reporter: str) -> None:
        place = spot_words(desk.book.town, owed.spot)
        heading = _("排查报告 {where} {period}").format(where=place, period=due_words(owed.due))
        today = desk.clock.today()
        super().__init__(heading, report_fields(owed, today, reporter), today, self._reporting)
        self._desk = desk
        self._owed = owed
        self._round: Round | None = None
        self._screening: str | None = None
        self._wanted = self._registered = 0

    def _reporting(self, answers: Answers) -> Write:
        """Report at once; the round is kept aside too, for the disputes that come with it."""
        self._wanted = answers["found"] or 0
        if self._wanted > _MOST:
            error = MediationError(N_("一次最多登记 {n} 件；其余的报后再逐件登记"), n=_MOST)
            raise InvalidEntry([Problem("found", error)])
        self._round = round_reported(self._owed, answers, self._desk.clock.now())
        return partial(self._desk.report_screening, self._round)

    def save(self) -> None:
        """Report, or go on to the first dispute it found."""
        write = self.read()
        if self._wanted:
            self._register_next()
        else:
            self.write(write)

    @property
    def left(self) -> int:
        """How many disputes it found that are still to be registered."""
        return self._wanted - self._registered

    def _register_next(self) -> None:
        from mediation_tui.ui.screens.register import RegisterScreen

        assert self._round, "the round was read"
        heading = _("登记排查发现的纠纷 {n}/{all}").format(n=self._registered + 1, all=self._wanted)
        beginning = Beginning(heading, found_by(self._round), self._enter)
        self.app.push_screen(RegisterScreen(self._desk, beginning=beginning), self._go_on)

    def _enter(self, entry: Registration, on: date | None) -> Case:
        """Register one dispute; the first brings the report with it."""
        if self._screening:
            return self._desk.register(entry.model_copy(update={"screening": self._screening}), on)
        assert self._round, "the round was read"
        reported = self._desk.report_screening(self._round, (entry,), registered_on=on)
        (found,) = self._desk.book.facts(CaseFilter(screening=reported.id))
        return self._desk.book.case(found.id)

    def _go_on(self, case: Case | None) -> None:
        """Go on to the next, or leave; a report whose first dispute was not registered is not kept."""
        if case:
            self._screening = case.screening
            self._registered += 1
            if self.left:
                self._register_next()
                return
        if self._screening:
            self.dismiss(self._desk.screening(self._screening))
        else:
            self._notice.say(_("纠纷还没有登记，这次排查也没有保存。"), "warn")
