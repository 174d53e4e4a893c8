"""What all dialogs share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from mediation_tui.errors import MediationError
from mediation_tui.i18n import _, ngettext
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.faults import say_faults
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.notice import Notice

_FRAME = 4
"""Rows that are not body: the border, the message and the foot. They keep inputs off the last three rows."""


class Dialog(ModalScreen[ScreenResultType]):
    """A box over the screen: title, body, message, foot. The body scrolls when the terminal is small.

    A dialog says what is in it by `body`, and what Ctrl+S does by `save`, which ends with `dismiss`. An error
    of ours raised there is said: under the fields it is about, or in the message line.

    | Key(s) | Description |
    | :- | :- |
    | ctrl+s | Save. |
    | escape | Leave; with unsaved changes only when pressed twice. |

    Args:
        heading: The title, as plain text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("escape", "cancel", show=False),
    ]

    SCOPED_CSS = False

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & > .dialog--box {
            width: 76;
            max-width: 100%;
            height: auto;
            padding: 0 1;
            border: round $primary;
            border-title-color: $accent;
            border-title-style: bold;
            background: $background;
        }
        & .dialog--body { height: auto; scrollbar-size-vertical: 1; padding: 0 1; }
        & .dialog--foot { height: 1; padding: 0 1; color: $text-muted; }
    }
    .-ascii Dialog > .dialog--box { border: ascii $primary; }
    """

    def __init__(self, heading: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._box = Vertical(classes="dialog--box")
        self._box.border_title = plain(heading)
        self._body = VerticalScroll(classes="dialog--body", can_focus=False)
        self._notice = Notice()

    def body(self) -> ComposeResult:
        """What is asked or shown."""
        raise NotImplementedError

    def save(self) -> None:
        """Do what the dialog is for, and dismiss it with the result."""
        raise NotImplementedError

    def foot(self) -> str:
        """What the foot says about keys."""
        return _("Ctrl+S 保存  Esc 取消")

    @property
    def form(self) -> Form | None:
        """The form in the body, if there is one."""
        return next(iter(self.query(Form)), None)

    @property
    def lands(self) -> Mapping[str, str]:
        """The form's fields for fields of the record that bear another name."""
        return {}

    @property
    def changed(self) -> bool:
        """Whether leaving would lose something."""
        return self.form is not None and self.form.changed

    def compose(self) -> ComposeResult:
        """The box: body, message, foot."""
        with self._box:
            with self._body:
                yield from self.body()
            yield self._notice
            yield Static(plain(self.foot()), classes="dialog--foot")

    def on_resize(self, event: events.Resize) -> None:
        """Let the body have what the frame leaves of the terminal."""
        self._body.styles.max_height = max(1, event.size.height - _FRAME)

    def say_fault(self, error: MediationError) -> None:
        """Say what is wrong: under the fields it is about, the rest in the message line."""
        if self.form is not None:
            say_faults(error, self.form, self._notice, self.lands)
        else:
            self._notice.say(str(error), "late")

    def _say_faults(self, count: int) -> None:
        self._notice.say(ngettext("有 {n} 处要改", "有 {n} 处要改", count).format(n=count), "late")

    @on(Form.Submitted)
    def action_save(self) -> None:
        """Save, if the form is filled as it asks."""
        if self.form is not None and (faults := self.form.check()):
            self._say_faults(faults)
            return
        try:
            self.save()
        except MediationError as error:
            self.say_fault(error)

    def action_cancel(self) -> None:
        """Leave without doing anything; ask once if something would be lost."""
        warning = _("有改动没有保存，再按一次 Esc 放弃")
        if self.changed and self._notice.sentence != warning:
            self._notice.say(warning, "warn", through="escape")
        else:
            self.dismiss(None)
