"""A field for any number of options."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.events import Key
from textual.message import Message
from textual.reactive import var

from mediation_tui.i18n import _
from mediation_tui.ui.keys import twins
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.option import Numbered, Option
from mediation_tui.ui.widgets.pick import PickField, Query
from mediation_tui.ui.widgets.row import Cell, Row

_SPACES = frozenset({"space", *twins("space")})


class TickQuery(Query):
    """A line in which Space ticks."""

    class Ticked(Message):
        """Space was pressed."""

    def _on_key(self, event: Key) -> None:  # type: ignore[override]
        """Keep Space from being typed."""
        if event.key in _SPACES:
            event.stop()
            event.prevent_default()
            self.post_message(self.Ticked())


class MultiChoice(PickField):
    """Picks several options: type what begins one, Space ticks it, and so on; Enter or Tab moves on.

    Leaving with something typed ticks what is under the cursor.

    Args:
        options: What may be picked.
        value: What is picked at first.
        placeholder: Shown while nothing is picked.
    """

    MARK: ClassVar[int] = 3

    value: var[tuple[Hashable, ...]] = var((), init=False)
    """What is picked, in the order of the options."""

    @dataclass
    class Changed(Message):
        """An option was ticked or unticked."""

        choice: MultiChoice
        value: tuple[Hashable, ...]

        @property
        def control(self) -> MultiChoice:
            """The field."""
            return self.choice

    def __init__(
        self,
        options: Iterable[Option],
        *,
        value: Iterable[Hashable] = (),
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(options, placeholder=placeholder, id=id, classes=classes)
        self.set_reactive(MultiChoice.value, self._in_order(value))

    def make_query(self, placeholder: str) -> Query:
        """A line in which Space ticks."""
        return TickQuery(self.narrow, placeholder)

    def picked(self, value: Hashable) -> bool:
        """Whether this is among the options picked."""
        return value in self.value

    def picked_label(self) -> str:
        """The labels one after the other."""
        return _("、").join(entry.option.label for entry in self._options if self.picked(entry.option.value))

    def take(self, entry: Numbered) -> None:
        """Tick the option."""
        self.value = (*self.value, entry.option.value)

    def takes(self, by_enter: bool, typed: bool, moved: bool) -> bool:
        """Only what was typed is ticked on leaving; moving about is not yet choosing."""
        return typed

    def validate_value(self, value: Iterable[Hashable]) -> tuple[Hashable, ...]:
        """Keep the options' order, each once."""
        return self._in_order(value)

    def watch_value(self, value: tuple[Hashable, ...]) -> None:
        """Show the labels and tell who listens."""
        if self.is_mounted and not self._popup.open:
            self.show_picked()
        self.post_message(self.Changed(self, value))

    def _in_order(self, value: Iterable[Hashable]) -> tuple[Hashable, ...]:
        wanted = set(value)
        return tuple(entry.option.value for entry in self._options if entry.option.value in wanted)

    def _row(self, entry: Numbered) -> Row:
        ticked = self.picked(entry.option.value)
        mark = Cell(marks().ticked, "accent") if ticked else Cell(marks().unticked, "muted")
        return Row(entry.option.value, (mark, Cell(str(entry.number), "muted"), entry.option.label))

    def clicked(self) -> None:
        """Tick or untick the option; the list stays open."""
        self._toggle()

    @on(TickQuery.Ticked)
    def _take_space(self, event: TickQuery.Ticked) -> None:
        event.stop()
        self._toggle()

    def _toggle(self) -> None:
        """Tick or untick what is under the cursor, and show the whole list again; open it if it is not."""
        entry = self.highlighted
        if entry is None:
            self.action_move(0)
            return
        value = entry.option.value
        others = tuple(each for each in self.value if each != value)
        self.value = others if self.picked(value) else (*others, value)
        self._start_over(value)

    def _start_over(self, value: Hashable) -> None:
        self._query.put("")
        self._typed = ""
        self.unfold("")
        self._popup.select(value)
