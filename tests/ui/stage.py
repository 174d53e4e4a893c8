"""A bare app to put one widget on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from mediation_tui.ui.theme import dress
from mediation_tui.ui.widgets.notice import Noticing


class Bench(Noticing[None]):
    """Shows widgets one below the other, and keeps the messages that reach it."""

    def __init__(self, *widgets: Widget, heard: tuple[type[Message], ...] = ()) -> None:
        super().__init__()
        self._widgets = widgets
        self._listening = heard
        self.heard: list[Message] = []

    def on_mount(self) -> None:
        dress(self)

    def on_ready(self) -> None:
        """Focus the first field; Textual passes by one whose parts are mounted a moment later."""
        self.screen.set_focus(None)
        self.screen.focus_next()

    def compose(self) -> ComposeResult:
        yield from self._widgets

    async def _on_message(self, message: Message) -> None:
        if isinstance(message, self._listening):
            self.heard.append(message)
        await super()._on_message(message)


NASTY = (
    "[/path]",
    "见附件[red]甲[/red]",
    "\x1b[31m红\x1b[0m",
    "\u202eabc\u2066",
    "שלום 你好",
    "马某\u200d龙 👨\u200d👩\u200d👧 ❤️",
    "𠮷㐀䶮·阿卜杜",
    "第一行\r\n第二行\n\t第三行",
    "\x00\x07\x9b1m",
    "\ud800",
    "长" * 10_000,
)
"""Texts that broke a terminal program before."""
