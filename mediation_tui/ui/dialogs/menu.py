"""The menu of everything that can be done with a case now."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.rules import lifecycle
from mediation_tui.ui.acts import FORMS
from mediation_tui.ui.acts.asking import word_options
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.rows import RowList


class ActMenu(Picker[EventKind]):
    """The acts a case's state allows, with a sentence on each; ends with the one picked.

    Args:
        case: The case.
    """

    DEFAULT_CSS = """
    ActMenu .menu--help { height: 2; margin-top: 1; color: $text-muted; }
    """

    def __init__(self, case: Case) -> None:
        acts = lifecycle.possible(case)
        super().__init__(
            _("可以办的事项"), word_options(acts), details={kind: _(FORMS[kind].help) for kind in acts}
        )
        self._help = Static(classes="menu--help")

    def body(self) -> ComposeResult:
        """The list, and in full what the act under the cursor is for."""
        yield from super().body()
        yield self._help

    @on(RowList.Moved)
    def _say_help(self, event: RowList.Moved) -> None:
        event.stop()
        if isinstance(event.key, EventKind):
            self._help.update(plain(_(FORMS[event.key].help)))
