"""A record of a register in full, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult

from mediation_tui.i18n import _
from mediation_tui.ui.commands.command import key_label
from mediation_tui.ui.text import fit, wrap
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.toned import Line, Said, Toned

_LABEL, _WIDTH = 14, 54
"""Cells of what a detail is called, and of a line of it."""


@dataclass(frozen=True)
class Offer:
    """One thing that can be done with a record.

    Attributes:
        key: The key that does it, in Textual's name.
        label: What it is called.
        run: Does it, once the record is out of the way.
    """

    key: str
    label: str
    run: Callable[[], object]


class RecordDialog(Dialog[Offer | None]):
    """What a record says; ends with what is to be done with it.

    Args:
        heading: The title.
        details: What it says: each detail's name and words; one without words is not shown.
        offers: What can be done with it now.
    """

    def __init__(
        self, heading: str, details: Iterable[tuple[str, str]], offers: Iterable[Offer] = ()
    ) -> None:
        super().__init__(heading)
        self._details = tuple(details)
        self._offers = tuple(offers)

    def body(self) -> ComposeResult:
        """Every detail with its name."""
        yield Toned(line for name, words in self._details if words for line in _lines(name, words))

    def foot(self) -> str:
        """What the keys do."""
        offered = (f"{key_label(offer.key)} {offer.label}" for offer in self._offers)
        return "  ".join((*offered, _("Esc 返回")))

    def save(self) -> None:
        """There is nothing to save."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self._body.can_focus = True
        self._body.focus()

    def on_key(self, event: events.Key) -> None:
        """End with what the key stands for."""
        for offer in self._offers:
            if event.key == offer.key:
                event.stop()
                self.dismiss(offer)


def _lines(name: str, words: str) -> Iterator[Line]:
    """A detail's name, and its words beside it."""
    first, *others = wrap(words, _WIDTH)
    yield (Said(fit(name, _LABEL), "muted"), Said(first))
    for line in others:
        yield (Said(" " * _LABEL), Said(line))
