"""Keys that come faster than the screen follows.

Textual hands every key at once to what has the focus when it arrives. Over a slow line several arrive together:
an answer, the Enter that goes on to the next field and the answer to that one would all go to the first field.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from textual.app import App, ReturnType, ScreenStackError
from textual.events import Event, InputEvent, Key, Paste
from textual.message import Message
from textual.message_pump import MessagePump

from mediation_tui.ui.saving import Saving


class Unhurried(App[ReturnType]):
    """An app in which every key goes where it would have gone had the person waited for the one before.

    It is taken once all that the key before it set off has been answered, and a saving screen has saved. After a
    refusal, or once the person was told to wait for somebody else, what was typed goes nowhere: it was meant for
    another screen.
    """

    class Waits(Message):
        """Somebody else has been writing for a second while this program wants to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held: deque[Event] = deque()
        self._answering: asyncio.Task[None] | None = None

    @property
    def hurried(self) -> bool:
        """Whether a key would have to wait."""
        return bool(self._held) or self._answering is not None or self._saving

    def tell_of_waiting(self) -> None:
        """Let the person be told that somebody else is writing; from any thread."""
        self.post_message(self.Waits())

    def on_unhurried_waits(self) -> None:
        """Say so where the act was begun."""
        if isinstance(self.screen, Saving):
            self.screen.say_waiting()

    async def on_event(self, event: Event) -> None:
        """Hold a key or a click back, or let it do what it does."""
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._saving or (isinstance(event, Key | Paste) and self.hurried):
            self._held.append(event)
        else:
            await self._take(event)

    async def on_saving_over(self, message: Saving.Over) -> None:
        """Go on with what was held back, or forget it."""
        if not message.typed_on:
            self._held.clear()
        await self._go_on()

    @property
    def _saving(self) -> bool:
        return bool(self.screen_stack) and isinstance(self.screen, Saving) and self.screen.saving

    async def _take(self, event: Event) -> None:
        await super().on_event(event)
        if isinstance(event, Key | Paste):
            self._answering = asyncio.create_task(self._await_answers())

    async def _await_answers(self) -> None:
        """Wait until nothing is on its way from the focus to the app any more, then go on."""
        way: list[MessagePump] = []
        while way != (way := self._way()) or any(pump.message_queue_size for pump in way):
            for pump in way:
                await _reached(pump)
        self.call_later(self._answered)

    async def _answered(self) -> None:
        self._answering = None
        await self._go_on()

    async def _go_on(self) -> None:
        while self._held and self._answering is None and not self._saving:
            await self._take(self._held.popleft())

    def _way(self) -> list[MessagePump]:
        """What a key goes through: what has the focus, all that lies around it, the screen, the app."""
        try:
            return list((self.focused or self.screen).ancestors_with_self)
        except ScreenStackError:
            return []


async def _reached(pump: MessagePump) -> None:
    """Wait until a pump has handled all that it has been sent so far."""
    handled = asyncio.Event()
    if pump.call_later(handled.set):
        await handled.wait()
