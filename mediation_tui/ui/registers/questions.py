"""What a person does with legal questions: write one down, look at it, put it right, make a case of it, take it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.consultation import Consultation
from mediation_tui.model.events import Registration
from mediation_tui.rules.registers import CONSULTATIONS
from mediation_tui.ui.acts.consulting import (
    adviser_follows,
    dispute_of,
    question_fields,
    question_of,
    with_asker,
)
from mediation_tui.ui.dialogs.entry import EntryDialog, Write
from mediation_tui.ui.dialogs.record import Offer, RecordDialog
from mediation_tui.ui.registers.withdrawing import withdrawal
from mediation_tui.ui.registers.words import question_details

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mediation_tui.ui.acts.actform import Answers
    from mediation_tui.ui.app import MediationApp


@dataclass(frozen=True)
class Questions:
    """Legal questions under somebody's hands.

    Attributes:
        app: The program.
    """

    app: MediationApp

    def record(self) -> None:
        """Ask for a question and its answer, and write them down."""
        desk = self.app.desk

        def build(answers: Answers) -> Write:
            return partial(desk.record_consultation, question_of(answers))

        self._ask(_("法律咨询"), None, build, _("已登记法律咨询。"))

    def open(self, consultation_id: str) -> None:
        """Show a question, and do with it what is asked then."""
        book = self.app.book
        found = self.app.desk.consultation(consultation_id)
        number = book.case(found.case).number if found.case else ""
        steps = book.steps(CONSULTATIONS, consultation_id)
        details = question_details(found, number, book.town, steps, book.people)
        self.app.push_screen(RecordDialog(_("法律咨询"), details, self._offers(found)), _do)

    def _offers(self, found: Consultation) -> Iterator[Offer]:
        if found.case:
            yield Offer("enter", _("打开案件"), partial(self.app.open_case, found.case))
        if found.withdrawn:
            return
        if not found.case:
            yield Offer("f2", _("转为案件"), partial(self._become_case, found))
        yield Offer("f4", _("更正"), partial(self._correct, found))
        if not found.case:
            yield Offer("f9", _("撤销"), partial(self._withdraw, found))

    def _correct(self, found: Consultation) -> None:
        def build(answers: Answers) -> Write:
            return partial(
                self.app.desk.correct_consultation,
                found.id,
                question_of(answers),
                answers["reason"],
                seen=found.version,
            )

        self._ask(_("更正法律咨询"), found, build, _("已更正，原来的记录留着。"))

    def _ask(
        self, heading: str, found: Consultation | None, build: Callable[[Answers], Write], done: str
    ) -> None:
        book, actor = self.app.book, self.app.desk.actor
        now = found.question if found else None
        fields = question_fields(book.town, book.people, self.app.clock.today(), actor, now)
        follow = partial(adviser_follows, book.people, actor) if now is None else None
        dialog = EntryDialog(heading, fields, self.app.clock.today(), build, follow)
        self.app.push_screen(dialog, partial(self._say, done))

    def _withdraw(self, found: Consultation) -> None:
        def withdraw(reason: str) -> Consultation:
            return self.app.desk.withdraw_consultation(found.id, reason, seen=found.version)

        dialog = withdrawal(_("撤销法律咨询"), self.app.clock.today(), withdraw)
        self.app.push_screen(dialog, partial(self._say, _("已撤销，不再计数。")))

    def _become_case(self, found: Consultation) -> None:
        """Register the dispute, and link the two."""
        from mediation_tui.ui.acts.registering import Beginning
        from mediation_tui.ui.screens.register import RegisterScreen

        desk = self.app.desk

        def enter(entry: Registration, on: date | None) -> Case:
            asked = with_asker(entry, found.question.asker)
            return desk.become_case(found.id, asked, on, seen=found.version)

        def registered(case: Case | None) -> None:
            if case:
                self.app.changed(_("已登记为案件：{number}").format(number=case.number))

        beginning = Beginning(_("法律咨询转为案件"), dispute_of(found.question), enter)
        self.app.push_screen(RegisterScreen(desk, beginning=beginning), registered)

    def _say(self, sentence: str, kept: Consultation | None) -> None:
        if kept:
            self.app.changed(sentence)


def _do(offer: Offer | None) -> None:
    if offer:
        offer.run()
