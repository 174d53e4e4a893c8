"""A line that says what just happened."""

from __future__ import annotations

from textual import events
from textual.app import App, ReturnType
from textual.widgets import Static

from mediation_tui.ui.text import plain
from mediation_tui.ui.tones import Tone


class Notice(Static):
    """One sentence that stays until the next key is pressed; nothing fades while it is being read."""

    DEFAULT_CSS = """
    Notice {
        height: 1;
        padding: 0 1;
        &.-muted { color: $text-muted; }
        &.-strong { text-style: bold; }
        &.-accent { color: $accent; }
        &.-warn { color: $warning; }
        &.-late { color: $error; text-style: bold; }
    }
    """

    sentence = ""
    """What is said now; empty for nothing."""

    through = ""
    """The key that does not take it away."""

    def say(self, sentence: str, tone: Tone = "plain", *, through: str = "") -> None:
        """Say a sentence in the place of the last one.

        Args:
            sentence: What to say.
            tone: What it asks of the reader.
            through: A key that does not take it away, because the sentence is about pressing it again.
        """
        self.sentence, self.through = sentence, through
        self.set_classes(f"-{tone}")
        self.update(plain(sentence))

    def hush(self, key: str = "") -> None:
        """Say nothing any more, unless the sentence outlasts this key."""
        if self.sentence and (not key or key != self.through):
            self.say("")


class Noticing(App[ReturnType]):
    """An app in which each key press takes away what a `Notice` said before it."""

    async def on_event(self, event: events.Event) -> None:
        """Hush the notices on screen, then let the key do what it does."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            for notice in self.screen.query(Notice):
                notice.hush(event.key)
        await super().on_event(event)
