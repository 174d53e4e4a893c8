"""A form from a list of what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import AwaitMount

from mediation_tui.ui.widgets.control import fill
from mediation_tui.ui.widgets.field import Field
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option
from mediation_tui.ui.widgets.pick import PickField

_WIDEST_LABEL = 22


class Form(Vertical):
    """Labelled fields from top to bottom; Enter moves to the next one and submits after the last.

    A field comes onto the screen when it is first asked: each takes some milliseconds to get there, shown or not,
    and opening a form does not wait for what is not asked yet.

    Args:
        fields: What is asked, in order.
        today: The office's date, by which dates are understood.
    """

    DEFAULT_CSS = """
    Form { height: auto; }
    """

    @dataclass
    class Changed(Message):
        """An answer changed."""

        form: Form
        name: str

        @property
        def control(self) -> Form:
            """The form."""
            return self.form

    @dataclass
    class Submitted(Message):
        """Enter was pressed in the last field."""

        form: Form

        @property
        def control(self) -> Form:
            """The form."""
            return self.form

    def __init__(
        self,
        fields: Iterable[FieldSpec],
        *,
        today: date,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        specs = tuple(fields)
        cells = min(max((cell_len(spec.label) for spec in specs), default=0), _WIDEST_LABEL) + 1
        self._fields = {spec.name: Field(spec, cells, today) for spec in specs}
        self._answers_at_first = self.values()

    def compose(self) -> ComposeResult:
        """The fields asked at first."""
        answers = self.values()
        yield from (field for field in self._fields.values() if field.spec.asked(answers))

    @property
    def changed(self) -> bool:
        """Whether any answer differs from the first one."""
        return self.values() != self._answers_at_first

    def values(self) -> dict[str, Any]:
        """The answers by name; None for what is not answered or not asked.

        Texts, numbers and amounts as they were typed; a date as a `date`, or as typed while it is none; the
        value picked, or a tuple of them; True or False.
        """
        answers = {name: field.answer for name, field in self._fields.items()}
        for name, field in self._fields.items():
            if not field.spec.asked(answers):
                answers[name] = None
        return answers

    @property
    def asked(self) -> frozenset[str]:
        """The names of what is asked by the answers of this moment."""
        return frozenset(field.spec.name for field in self._asked())

    def field(self, name: str) -> Field:
        """A field by its name."""
        return self._fields[name]

    def fill(self, name: str, value: Any) -> None:
        """Put an answer in, as if it had been given."""
        fill(self._fields[name].control, value)

    def offer(self, name: str, options: Iterable[Option]) -> None:
        """Offer other options in a pick field, because they hang on another answer."""
        control = self._fields[name].control
        if isinstance(control, PickField):
            control.offer(options)

    def check(self) -> int:
        """Say under each field what is wrong with it by itself, and go to the first; how many there are."""
        found = ((field.spec.name, field.check()) for field in self._asked())
        return self.show_problems({name: sentence for name, sentence in found if sentence})

    def show_problems(self, problems: Mapping[str, str]) -> int:
        """Put each sentence under its field, and go to the first; how many fields have one.

        Args:
            problems: Sentences by field; names that are not asked are left out.
        """
        self.clear_problems()
        wrong = [field for field in self._asked() if field.spec.name in problems]
        for field in wrong:
            field.say(problems[field.spec.name])
        for field in wrong[:1]:
            field.focus()
        return len(wrong)

    def clear_problems(self) -> None:
        """Take all sentences away."""
        for field in self._fields.values():
            field.hush()

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> Form:
        """Focus the first field."""
        for field in self._asked()[:1]:
            field.focus(scroll_visible)
        return self

    def _asked(self) -> list[Field]:
        """The fields that are asked by the answers of this moment."""
        self._show_what_is_asked()
        return [field for field in self._fields.values() if field.display and field.parent is not None]

    def _show_what_is_asked(self) -> list[AwaitMount]:
        """Bring what is asked onto the screen, and take away what is not; one to wait for each field that is new."""
        coming: list[AwaitMount] = []
        if not self.is_mounted:
            return coming
        answers = self.values()
        before: Field | None = None
        for field in self._fields.values():
            field.display = field.spec.asked(answers)
            if field.display and field.parent is None:
                coming.append(self.mount(field, after=before) if before else self.mount(field, before=0))
            if field.parent is not None:
                before = field
        return coming

    @on(Field.Changed)
    async def _take_change(self, event: Field.Changed) -> None:
        """Ask what the answer leads to, all of it there before the next key may go to it."""
        event.stop()
        for field in self._show_what_is_asked():
            await field
        self.post_message(self.Changed(self, event.field.spec.name))

    @on(Field.Submitted)
    def _move_on(self, event: Field.Submitted) -> None:
        event.stop()
        asked = self._asked()
        following = asked[asked.index(event.field) + 1 :]
        if following:
            following[0].focus()
        else:
            self.post_message(self.Submitted(self))
