"""Writing into the book without standing still while somebody else is writing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen

from mediation_tui.errors import MediationError, Stale
from mediation_tui.i18n import _

if TYPE_CHECKING:
    from mediation_tui.ui.widgets.notice import Notice

    _Asking = Screen[Any]
else:
    # Style sheets follow the first base that is a widget, which has to be the one with the styles.
    _Asking = object


class Saving(_Asking):
    """A screen whose act is done in the book aside, one at a time; kept, it is dismissed with what was done.

    Goes before the screen's own class in the list of bases. What was entered stays until the act is kept.
    """

    saving: bool = False
    """Whether an act is on its way."""

    waiting: bool = False
    """Whether the person was told that it has to wait."""

    if TYPE_CHECKING:
        _notice: Notice

        def say_fault(self, error: MediationError) -> None:
            """Say what is wrong, where it belongs."""

    class Ended(Message):
        """The act is kept, or it is not.

        Attributes:
            outcome: What was done, such as the case as it now stands; or why nothing was.
        """

        def __init__(self, outcome: Any) -> None:
            super().__init__()
            self.outcome = outcome

    class Over(Message):
        """For the app: this screen no longer saves.

        Attributes:
            typed_on: Whether what was typed meanwhile is for what comes next.
        """

        def __init__(self, typed_on: bool) -> None:
            super().__init__()
            self.typed_on = typed_on

    def write(self, act: Callable[[], Any]) -> None:
        """Begin an act; `kept`, `look_again` or `say_fault` follows. Another one on its way goes first, alone."""
        if not self.saving:
            self.saving = True
            self.run_worker(partial(self._do, act), thread=True, group="saving")

    def kept(self, outcome: Any) -> None:
        """Leave with what was done."""
        self.dismiss(outcome)

    def look_again(self, stale: Stale) -> None:
        """Say what came meanwhile, and go on from there."""
        self.say_fault(stale)

    def say_waiting(self) -> None:
        """Say that somebody else is writing, if an act is on its way; what was typed since is not for later."""
        if self.saving:
            self.waiting = True
            self._notice.say(_("别人正在写这本案件簿，请稍等……"), "warn")

    def _do(self, act: Callable[[], Any]) -> None:
        """In a thread: do it, and tell."""
        try:
            outcome = act()
        except Exception as error:
            outcome = error
        self.post_message(self.Ended(outcome))

    def on_saving_ended(self, event: Ended) -> None:
        """Go on with what came of it."""
        typed_on = not self.waiting and not isinstance(event.outcome, Exception)
        self.saving = self.waiting = False
        match event.outcome:
            case MediationError() as error:
                self._take(error)
            case Exception() as error:
                raise error
            case outcome:
                self.kept(outcome)
        self.app.post_message(self.Over(typed_on))

    def _take(self, error: MediationError) -> None:
        try:
            if isinstance(error, Stale):
                self.look_again(error)
            else:
                self.say_fault(error)
        except MediationError as trouble:
            self.say_fault(trouble)
