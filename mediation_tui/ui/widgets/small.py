"""Terminals smaller than the screens are made for."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, ScrollableContainer
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.i18n import _
from mediation_tui.ui.text import plain

LEAST = Size(80, 24)
"""The terminal every screen is made to work in."""


class SmallNotice(Static):
    """One line, there only while the terminal is too small."""

    DEFAULT_CSS = """
    SmallNotice { dock: top; display: none; height: 1; color: $warning; }
    """

    def on_mount(self) -> None:
        """Measure now, and whenever the screen is laid out anew."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._measure)
        self._measure(self.screen)

    def _measure(self, screen: Screen[object]) -> None:
        width, height = screen.size
        least: Size = getattr(screen, "least", LEAST)
        self.display = width < least.width or height < least.height
        if self.display:
            sentence = _("终端太小（{width}×{height}），至少 80×24；可滚动查看")
            self.update(plain(sentence.format(width=width, height=height)))


class Stage(Container):
    """Holds a screen's content at no less than 80×24, scrolling where the terminal is smaller.

    Args:
        *content: What the screen holds.
    """

    DEFAULT_CSS = """
    Stage > .stage--view { overflow: auto auto; scrollbar-size: 1 1; }
    Stage .stage--floor { width: 100%; height: 100%; min-width: 80; min-height: 24; }
    """

    def __init__(self, *content: Widget, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._content = content

    def compose(self) -> ComposeResult:
        """The notice above, the content on its floor."""
        yield SmallNotice()
        with ScrollableContainer(classes="stage--view", can_focus=False):
            yield Container(*self._content, classes="stage--floor")
