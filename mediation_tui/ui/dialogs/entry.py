"""A dialog that asks what a record says, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from textual import events
from textual.app import ComposeResult

from mediation_tui.ui.acts.actform import Answers, Following
from mediation_tui.ui.acts.entering import entered
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form

_FRAME = 6
"""Rows that are not body: the border, up to three of message, and the foot."""

Write = Callable[[], Any]
"""Writes a record; what it returns is how the record then stands."""

Follow = Callable[[str, Answers], Following]
"""What follows for other fields when the named one was answered."""


class EntryDialog(Saving, Dialog[Any]):
    """Asks, writes, and is dismissed with what was written; what is refused is said where it belongs.

    Args:
        heading: The title.
        fields: What is asked.
        today: The office's date.
        build: Makes of the answers what writes the record; raises what is wrong with them.
        follow: What follows for other fields when one was answered.
        lands: Fields of the record that bear another name in the form.
    """

    DEFAULT_CSS = """
    EntryDialog Notice { height: auto; max-height: 3; }
    """

    def __init__(
        self,
        heading: str,
        fields: Iterable[FieldSpec],
        today: date,
        build: Callable[[Answers], Write],
        follow: Follow | None = None,
        lands: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(heading)
        self._specs = tuple(fields)
        self._today = today
        self._build = build
        self._follow = follow
        self._lands = lands

    def body(self) -> ComposeResult:
        """What is asked."""
        yield Form(self._specs, today=self._today)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for a longer message than other dialogs have."""
        event.prevent_default()
        self._body.styles.max_height = max(1, event.size.height - _FRAME)

    def on_form_changed(self, event: Form.Changed) -> None:
        """Let other fields follow."""
        if self._follow is None:
            return
        following = self._follow(event.name, event.form.values())
        for name, options in following.options.items():
            event.form.offer(name, options)
        for name, answer in following.answers.items():
            event.form.fill(name, answer)

    @property
    def lands(self) -> Mapping[str, str]:
        """Where the form says what is wrong with fields of another name."""
        return self._lands

    def save(self) -> None:
        """Write the record."""
        self.write(self.read())

    def read(self) -> Write:
        """What writes the record the answers make.

        Raises:
            InvalidEntry: With everything that is wrong with them.
        """
        return entered(self._specs, self.query_one(Form).values(), self._build)
