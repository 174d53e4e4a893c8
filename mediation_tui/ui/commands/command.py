"""A command: one thing a person can do, whatever way they reach for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.model.facts import CaseFacts

if TYPE_CHECKING:
    from mediation_tui.ui.app import MediationApp
    from mediation_tui.ui.screens.room import Room


class Group(Word):
    """Under which heading the help shows a command."""

    MEETING = "meeting", N_("研判会")
    ROOMS = "rooms", N_("去哪里")
    CASES = "cases", N_("案件")
    ACTS = "acts", N_("办理")
    LISTS = "lists", N_("列表与统计")
    PROGRAM = "program", N_("程序")


@dataclass(frozen=True)
class Here:
    """Where a person is when they reach for a command.

    Attributes:
        app: The program.
        room: The screen under their hands.
        case: The case under the cursor or open, if one is.
    """

    app: MediationApp
    room: Room
    case: CaseFacts | None


def always(here: Here) -> bool:
    """A command that is always at hand."""
    return True


def in_room(name: str) -> Callable[[Here], bool]:
    """A command that is at hand in one room."""
    return lambda here: here.room.room_name == name


@dataclass(frozen=True)
class Command:
    """One thing a person can do.

    Attributes:
        id: Stable code.
        source: What it is called, in Chinese.
        description: One sentence of help, in Chinese.
        keys: Keys that do it, in Textual's names; the first is shown. The same key may serve several
            commands of which only one is at hand at a time.
        run: Does it.
        when: Whether it is at hand.
        group: Its heading in the help.
        shown: Whether the foot of the screen names its key.
    """

    id: str
    source: str
    description: str
    run: Callable[[Here], object]
    keys: tuple[str, ...] = ()
    when: Callable[[Here], bool] = always
    group: Group = Group.PROGRAM
    shown: bool = False

    @property
    def label(self) -> str:
        """What it is called in the language spoken now."""
        return _(self.source)

    @property
    def help(self) -> str:
        """Its sentence of help in the language spoken now."""
        return _(self.description)

    @property
    def key_label(self) -> str:
        """Its first key as people write it; empty without one."""
        return key_label(self.keys[0]) if self.keys else ""


_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "enter": "Enter",
    "space": N_("空格"),
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def key_label(key: str) -> str:
    """A key as people write it: F5, Ctrl+P, Enter."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{_NAMES.get(key[5:], key[5:].upper())}"
    return _(_NAMES[key]) if key in _NAMES else key.upper() if len(key) > 1 else key
