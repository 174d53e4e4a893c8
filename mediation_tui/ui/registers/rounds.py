"""What a person does with screening rounds: report one, report zero, look at one, put it right, take it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.model.events import Registration
from mediation_tui.model.screening import Screening
from mediation_tui.rules.registers import SCREENINGS
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.acts.reporting import Owed, correction_fields, likely_reporter, round_corrected
from mediation_tui.ui.dialogs.entry import EntryDialog
from mediation_tui.ui.dialogs.record import Offer, RecordDialog
from mediation_tui.ui.registers.withdrawing import withdrawal
from mediation_tui.ui.registers.words import round_details, spot_words

if TYPE_CHECKING:
    from datetime import date

    from mediation_tui.ui.acts.actform import Answers
    from mediation_tui.ui.app import MediationApp


@dataclass(frozen=True)
class Rounds:
    """Screening rounds under somebody's hands.

    Attributes:
        app: The program.
    """

    app: MediationApp

    def report(self, owed: Owed) -> None:
        """Ask for a round and what it found, and write it down."""
        from mediation_tui.ui.dialogs.report import ReportDialog

        dialog = ReportDialog(self.app.desk, owed, self._reporter(owed))
        self.app.push_screen(dialog, lambda kept: self._reported(kept, dialog.left))

    def report_zero(self, owed: Owed) -> None:
        """Write a zero report down once Enter confirms it."""
        from mediation_tui.ui.dialogs.zero import ZeroDialog

        self.app.push_screen(ZeroDialog(self.app.desk, owed, self._reporter(owed)), self._reported)

    def open(self, screening_id: str) -> None:
        """Show a round, and do with it what is asked then."""
        book = self.app.book
        screening = self.app.desk.screening(screening_id)
        cases = tuple(case for case in book.facts(CaseFilter(screening=screening_id)) if not case.void_on)
        details = round_details(screening, cases, book.steps(SCREENINGS, screening_id), book.people)
        dialog = RecordDialog(self._name(screening), details, self._offers(screening, any_cases=bool(cases)))
        self.app.push_screen(dialog, _do)

    def _offers(self, screening: Screening, *, any_cases: bool) -> Iterator[Offer]:
        if any_cases:
            chosen = CaseFilter(screening=screening.id)
            yield Offer("enter", _("看案件"), partial(self.app.show_cases, chosen))
        if screening.withdrawn:
            return
        if not screening.round.zero:
            yield Offer("f2", _("再登记一件"), partial(self._found_another, screening))
        yield Offer("f4", _("更正"), partial(self._correct, screening))
        yield Offer("f9", _("撤销"), partial(self._withdraw, screening))

    def _correct(self, screening: Screening) -> None:
        def build(answers: Answers) -> partial[Screening]:
            entry = round_corrected(screening.round, answers)
            return partial(
                self.app.desk.correct_screening,
                screening.id,
                entry,
                answers["reason"],
                seen=screening.version,
            )

        heading = _("更正 {what}").format(what=self._name(screening))
        fields = correction_fields(screening.round)
        dialog = EntryDialog(heading, fields, self._today, build)
        self.app.push_screen(dialog, lambda kept: self._said(kept, _("已更正，原来的记录留着。")))

    def _withdraw(self, screening: Screening) -> None:
        def withdraw(reason: str) -> Screening:
            return self.app.desk.withdraw_screening(screening.id, reason, seen=screening.version)

        dialog = withdrawal(_("撤销 {what}").format(what=self._name(screening)), self._today, withdraw)
        self.app.push_screen(dialog, lambda kept: self._said(kept, _("已撤销：这一期算没有报。")))

    def _found_another(self, screening: Screening) -> None:
        """Register one more dispute this round found."""
        from mediation_tui.ui.acts.registering import Beginning
        from mediation_tui.ui.acts.reporting import found_by
        from mediation_tui.ui.screens.register import RegisterScreen

        desk = self.app.desk

        def enter(entry: Registration, on: date | None) -> Case:
            return desk.register(entry.model_copy(update={"screening": screening.id}), on)

        beginning = Beginning(_("登记排查发现的纠纷"), found_by(screening.round), enter)

        def registered(case: Case | None) -> None:
            if case:
                self.app.changed(_("已登记：{number}").format(number=case.number))

        self.app.push_screen(RegisterScreen(desk, beginning=beginning), registered)

    def _reported(self, kept: Screening | None, left: int = 0) -> None:
        if not kept:
            return
        said = _("已报：{what}。").format(what=self._name(kept))
        if left:
            more = ngettext(
                "还有 {n} 件没有登记：打开这一格，按 F2。", "还有 {n} 件没有登记：打开这一格，按 F2。", left
            )
            said += more.format(n=left)
        self.app.changed(said)

    def _said(self, kept: Any, sentence: str) -> None:
        if kept:
            self.app.changed(sentence)

    def _name(self, screening: Screening) -> str:
        """The place and the period."""
        held = screening.round
        return f"{spot_words(self.app.book.town, held.place)} {held.period}"

    def _reporter(self, owed: Owed) -> str:
        return likely_reporter(self.app.book.people, owed.spot, self.app.desk.actor_name)

    @property
    def _today(self) -> date:
        return self.app.clock.today()


def _do(offer: Offer | None) -> None:
    if offer:
        offer.run()
