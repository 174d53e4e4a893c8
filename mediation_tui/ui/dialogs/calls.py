"""Whom to call about reports that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import events
from textual.app import ComposeResult

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.rules.screening import Due, Mark, Spot
from mediation_tui.ui.acts.reporting import people_of
from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.registers.words import due_words, spot_words
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.toned import Line, Said, Toned

_REVEAL = with_twins("space").split(",")


class CallsDialog(Dialog[None]):
    """The places that owe reports, the village office's number, and the people who may report with theirs.

    People's numbers are masked until the space bar shows them.

    Args:
        heading: The title.
        missing: The reports that are owed.
        town: The office's places.
        people: The roster.
    """

    def __init__(self, heading: str, missing: Iterable[Mark], town: Town, people: tuple[Person, ...]) -> None:
        super().__init__(heading)
        self._owed: dict[Spot, list[Due]] = {}
        for mark in missing:
            self._owed.setdefault(mark.spot, []).append(mark.due)
        self._town, self._people = town, people
        self._revealed = False
        self._said = Toned(self._lines())

    def body(self) -> ComposeResult:
        """Place by place."""
        yield self._said

    def foot(self) -> str:
        """What the keys do."""
        return _("空格 显示或遮住号码  Esc 返回")

    def save(self) -> None:
        """There is nothing to save."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self._body.can_focus = True
        self._body.focus()

    def on_key(self, event: events.Key) -> None:
        """Show the numbers, or mask them again."""
        if event.key in _REVEAL:
            event.stop()
            self._revealed = not self._revealed
            self._said.say(self._lines())

    def _lines(self) -> Iterator[Line]:
        if not self._owed:
            yield (Said(_("都报了，不用催。")),)
        for spot, dues in self._owed.items():
            n = ngettext("未报 {n} 次", "未报 {n} 次", len(dues)).format(n=len(dues))
            periods = _("、").join(map(due_words, dues))
            yield (Said(f"{spot_words(self._town, spot)}  "), Said(n, "late"), Said(f"  {periods}", "muted"))
            yield from ((Said(f"  {number}"),) for number in self._numbers(spot))

    def _numbers(self, spot: Spot) -> Iterator[str]:
        """The village office's number, then each person's with their name."""
        office = self._town.village(spot[0]).phone
        if office:
            yield _("村委会 {phone}").format(phone=office)
        people = people_of(self._people, spot)
        for person in people:
            yield "  ".join((str(person.name), person.role.label, self._phone(person)))
        if not office and not people:
            yield _("名册里没有电话")

    def _phone(self, person: Person) -> str:
        if person.phone is None:
            return _("没有电话")
        return person.phone.reveal() if self._revealed else str(person.phone)
