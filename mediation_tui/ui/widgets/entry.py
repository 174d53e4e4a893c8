"""A line to type into."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from rich.cells import cell_len
from rich.text import Text
from textual.events import Paste
from textual.geometry import Offset, Size
from textual.widgets import Input
from textual.widgets.input import Selection

from mediation_tui.ui.text import one_line
from mediation_tui.ui.widgets.parked import Parked

EntryKind = Literal["text", "number", "money", "date", "phone", "code"]
"""What is typed; all but text is brought to half-width (NFKC) as it comes."""

_BREAKS = re.compile("[\t\r\n\v\f\x85\u2028\u2029]+")


def typed(text: str, kind: EntryKind) -> str:
    """The text as it enters a line: breaks and tabs as single spaces, no control characters.

    Free text otherwise stays as it was typed; `２０２６．５．６` in a date becomes `2026.5.6`.
    """
    line = _BREAKS.sub(" ", text.strip("\r\n"))
    line = "".join(character for character in line if unicodedata.category(character) not in ("Cc", "Cs"))
    return line if kind == "text" else unicodedata.normalize("NFKC", line)


class Entry(Parked, Input):
    """One line of text, on one line of the screen.

    Its cursor does not blink and nothing is suggested. Coming to a number or a date selects it, so that typing replaces
    it; coming to a text selects nothing, so that an input method finds its place.

    Args:
        value: What it holds at first.
        kind: What is typed into it.
        placeholder: Shown while it is empty.
        select_on_focus: Whether coming to it selects it, where that does not hang on the kind.
    """

    DEFAULT_CSS = """
    Entry {
        border: none;
        height: 1;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; background: $surface-active; background-tint: transparent; }
        & > .input--placeholder { color: $text-muted; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        kind: EntryKind = "text",
        placeholder: str = "",
        select_on_focus: bool | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        if select_on_focus is None:
            select_on_focus = kind != "text"
        super().__init__(
            placeholder=one_line(placeholder), select_on_focus=select_on_focus, id=id, classes=classes
        )
        self.kind = kind
        self.cursor_blink = False
        self.begin_with(value)

    def begin_with(self, value: str) -> None:
        """Hold a value at first, with the cursor at its end, without telling of a change."""
        self._initial_value = False
        self.set_reactive(Entry.value, value)
        self.set_reactive(Entry.selection, Selection.cursor(len(value)))

    def on_mount(self) -> None:
        """Make room for what is held at first."""
        self.virtual_size = Size(self.content_width, 1)

    def on_focus(self) -> None:
        """Bring the cursor into view."""
        self._watch_selection(self.selection)

    def cursor_place(self) -> Offset:
        """The cell the next character will take."""
        before = self._position_to_cell(self.cursor_position)
        return self.content_region.offset + Offset(before - self.scroll_offset.x, 0)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The same place for Textual, whose own is one cell too far right at the end."""
        return self.cursor_place()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text, typed or pasted, in the place of a part."""
        super().replace(typed(text, self.kind), start, end)

    def _on_paste(self, event: Paste) -> None:
        """Take all pasted lines as one; Textual would drop all but the first."""
        event.stop()
        event.prevent_default()
        if event.text:
            self.replace(event.text, *self.selection)

    def _position_to_cell(self, position: int) -> int:
        return cell_len(one_line(self.value[:position]))

    @property
    def _value(self) -> Text:
        return Text(one_line(self.value), no_wrap=True, overflow="ignore", end="")
