"""A field for one of several options."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from textual.message import Message
from textual.reactive import var

from mediation_tui.i18n import _
from mediation_tui.ui.widgets.option import Numbered, Option
from mediation_tui.ui.widgets.pick import PickField


class Choice(PickField):
    """Picks one option in two or three keys: type what begins it, or its number, then Enter or Tab.

    Args:
        options: What may be picked.
        value: What is picked at first; None for nothing.
        optional: Whether it may be left empty again, by emptying the line or picking number 0.
        placeholder: Shown while nothing is picked.
    """

    value: var[Hashable] = var(None, init=False)
    """What is picked; None for nothing."""

    @dataclass
    class Changed(Message):
        """Another option was picked."""

        choice: Choice
        value: Hashable

        @property
        def control(self) -> Choice:
            """The field."""
            return self.choice

    def __init__(
        self,
        options: Iterable[Option],
        *,
        value: Hashable = None,
        optional: bool = False,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        self.optional = optional
        super().__init__(options, placeholder=placeholder, id=id, classes=classes)
        self.set_reactive(Choice.value, value)

    def numbered(self, options: Iterable[Option]) -> tuple[Numbered, ...]:
        """The options, an optional field's after one for none."""
        none = (Numbered(0, Option(None, _("（无）"))),) if self.optional else ()
        return (*none, *super().numbered(options))

    def picked(self, value: Hashable) -> bool:
        """Whether this is the option."""
        return value == self.value

    def picked_label(self) -> str:
        """The option's label; nothing for none, and the value itself where no option stands for it."""
        if self.value is None:
            return ""
        labels = (entry.option.label for entry in self._options if entry.option.value == self.value)
        return next(labels, str(self.value))

    def take(self, entry: Numbered) -> None:
        """Pick the option."""
        self.value = entry.option.value

    def takes(self, by_enter: bool, typed: bool, moved: bool) -> bool:
        """An emptied line leaves an optional field empty."""
        return super().takes(by_enter, typed, moved) or (self.optional and not self._query.value)

    def watch_value(self, value: Hashable) -> None:
        """Show the label and tell who listens."""
        if self.is_mounted:
            self.show_picked()
        self.post_message(self.Changed(self, value))
