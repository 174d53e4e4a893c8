"""One field of a form: its label, its control, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.choice import Choice
from mediation_tui.ui.widgets.control import answer_of, aside_for, control_for, fault_in
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.multichoice import MultiChoice
from mediation_tui.ui.widgets.pick import PickField
from mediation_tui.ui.widgets.yesno import YesNo


class Field(Vertical):
    """A labelled control with room for a sentence under it.

    Args:
        spec: What it asks.
        label_cells: The cells of the label column.
        today: The office's date.
    """

    DEFAULT_CSS = """
    Field {
        height: auto;
        & .field--line { height: auto; }
        & .field--label { height: auto; color: $text-muted; }
        &.-focused .field--label { color: $accent; text-style: bold; }
        & .field--line > * { width: 1fr; }
        & .field--line > .field--aside { width: auto; max-width: 30; height: 1; padding: 0 1; color: $text-muted; }
        & .field--problem { height: auto; color: $error; }
        &.-date .field--line > DateEntry, &.-number .field--line > Entry { width: 18; }
        &.-money .field--line > Entry, &.-phone .field--line > Entry, &.-yesno .field--line > YesNo { width: 24; }
    }
    """

    @dataclass
    class Changed(Message):
        """The answer changed."""

        field: Field

    @dataclass
    class Submitted(Message):
        """Enter was pressed in the field."""

        field: Field

    def __init__(self, spec: FieldSpec, label_cells: int, today: date) -> None:
        super().__init__(classes=f"-{spec.kind}")
        self.spec = spec
        self.control = control_for(spec, today)
        self._label_cells = label_cells
        self._line = Horizontal(classes="field--line")
        self._aside: Static | None = None
        self._problem: Static | None = None

    def compose(self) -> ComposeResult:
        """Label and control in one line; what is said beside and below them comes when there is something."""
        star = plain("* ", "$warning") if self.spec.required else plain("  ")
        label = Static(star + plain(self.spec.label), classes="field--label")
        label.styles.width = self._label_cells + 2
        with self._line:
            yield label
            yield self.control
            if aside := aside_for(self.spec, self.control):
                self._aside = Static(plain(aside), classes="field--aside")
                yield self._aside

    def _say_aside(self) -> None:
        aside = aside_for(self.spec, self.control)
        if self._aside is None and aside:
            self._aside = Static(classes="field--aside")
            self._line.mount(self._aside)
        if self._aside is not None:
            self._aside.display = bool(aside)
            self._aside.update(plain(aside))

    @property
    def answer(self) -> Any:
        """The answer; None for none."""
        return answer_of(self.control)

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> Field:
        """Focus the control."""
        self.control.focus(scroll_visible)
        return self

    def say(self, sentence: str) -> None:
        """Put a sentence under the control."""
        if self._problem is None:
            self._problem = Static(classes="field--problem")
            self._problem.styles.margin = (0, 0, 0, self._label_cells + 3)
            self.mount(self._problem)
        self._problem.display = True
        self._problem.update(plain(f"! {sentence}"))
        self.add_class("-wrong")

    def hush(self) -> None:
        """Take the sentence away."""
        if self._problem is not None:
            self._problem.display = False
        self.remove_class("-wrong")

    def check(self) -> str | None:
        """What is wrong with the answer by itself, in a sentence."""
        fault = fault_in(self.spec, self.control)
        return str(fault) if fault else None

    def on_resize(self) -> None:
        """Bring a sentence that has come under the control into view with it; a low terminal ends at the control."""
        if self.has_class("-wrong") and self.has_focus_within:
            self.scroll_visible(animate=False, immediate=True)

    def on_descendant_focus(self) -> None:
        """Light the label; `:focus-within` would leave it as it was."""
        self.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """Put the label's light out."""
        self.remove_class("-focused")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    @on(MultiChoice.Changed)
    @on(YesNo.Changed)
    def _take_change(self, event: Message) -> None:
        event.stop()
        self.hush()
        self._say_aside()
        self.post_message(self.Changed(self))

    @on(Input.Submitted)
    @on(PickField.Submitted)
    @on(YesNo.Submitted)
    def _take_enter(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Submitted(self))

    @on(Input.Blurred)
    def _say_what_is_no_date(self, event: Input.Blurred) -> None:
        event.stop()
        answer = self.answer
        if answer is not None and (sentence := self.check()):
            self.say(sentence)
