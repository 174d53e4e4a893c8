"""Going on after a refusal.

Textual stops for good whatever raised while it handled a message: a list, a screen, or the whole program would
no longer answer any key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediation_tui.errors import MediationError

if TYPE_CHECKING:
    from textual.message import Message
    from textual.message_pump import MessagePump as _Answering
else:
    # Style sheets follow the first base that is a widget, which has to be the one with the styles.
    _Answering = object


class Undaunted(_Answering):
    """Hands a sentence for people to the app and goes on with the next message.

    Goes before the widget's own class in the list of bases.
    """

    async def _dispatch_message(self, message: Message) -> None:
        """Handle a message; what the program itself did wrong still ends it."""
        try:
            await super()._dispatch_message(message)
        except MediationError as error:
            self.app._handle_exception(error)
