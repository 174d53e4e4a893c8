"""What is wrong with the book itself: said on every screen for as long as it is so."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widgets import Static

from mediation_tui.errors import MediationError
from mediation_tui.ui.text import plain


class Alarm(Static):
    """A line or two, there only while something is wrong; no key takes it away."""

    DEFAULT_CSS = """
    Alarm {
        display: none; height: auto; max-height: 3; padding: 0 1;
        background: $error 20%; color: $error; text-style: bold;
    }
    """

    _said = ""

    def say(self, troubles: Iterable[MediationError]) -> None:
        """Show what is wrong now; drawn again only when that has changed."""
        said = "\n".join(map(str, troubles))
        if said != self._said:
            self._said = said
            self.display = bool(said)
            self.update(plain(said))
