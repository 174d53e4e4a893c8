"""Several lines to type into."""

from __future__ import annotations

import unicodedata

from rich.text import Text
from textual.events import Paste
from textual.geometry import Offset
from textual.widgets import TextArea

from mediation_tui.i18n import _
from mediation_tui.ui.text import one_line, plain
from mediation_tui.ui.widgets.parked import Parked

_NEARLY = 0.9
"""The share of the limit from which the length is shown."""


class LongEntry(Parked, TextArea):
    """A text of several lines. Tab moves on; Enter begins a line.

    Close to its limit the length appears below; what goes over the limit is kept, and said.

    Args:
        text: What it holds at first.
        placeholder: Shown while it is empty.
        limit: How many characters are allowed; 0 for any number.
    """

    SCOPED_CSS = False

    DEFAULT_CSS = """
    LongEntry {
        border: none;
        height: 4;
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: $surface-active; background-tint: transparent; }
        & .text-area--placeholder { color: $text-muted; }
        &.-nearly-full { border-bottom: solid $warning; border-subtitle-color: $warning; }
        &.-over-full { border-bottom: solid $error; border-subtitle-color: $error; }
    }
    .-ascii LongEntry.-nearly-full, .-ascii LongEntry.-over-full { border-bottom: ascii $warning; }
    """

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        limit: int = 0,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=plain(placeholder),
            id=id,
            classes=classes,
        )
        self.limit = limit
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def on_mount(self) -> None:
        """Say the length of what is there already."""
        self._say_length()

    def on_text_area_changed(self) -> None:
        """Say the new length."""
        self._say_length()

    def _say_length(self) -> None:
        length = len(self.text)
        nearly = bool(self.limit) and length > self.limit * _NEARLY
        over = bool(self.limit) and length > self.limit
        self.set_class(nearly and not over, "-nearly-full")
        self.set_class(over, "-over-full")
        self.border_subtitle = plain(_("{length:,} / {limit:,} 字").format(length=length, limit=self.limit))

    def cursor_place(self) -> Offset:
        """The cell the next character will take."""
        return self.cursor_screen_offset

    def _on_paste(self, event: Paste) -> None:  # type: ignore[override]
        """Leave control characters out of what `TextArea`, which gets the event next, will insert."""
        kept = "\n".join(event.text.splitlines()).replace("\t", " ")
        event.text = "".join(
            character
            for character in kept
            if character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
        )

    def get_line(self, line_index: int) -> Text:
        """A line as it may be shown."""
        return Text(one_line(self.document.get_line(line_index)), end="", no_wrap=True)
