"""All commands, and which of them are at hand."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from mediation_tui.ui.commands.acts import ACTS
from mediation_tui.ui.commands.command import Command, Here
from mediation_tui.ui.commands.figures import FIGURES
from mediation_tui.ui.commands.general import GENERAL
from mediation_tui.ui.commands.lists import LISTS
from mediation_tui.ui.commands.registers import REGISTERS
from mediation_tui.ui.commands.review import REVIEW
from mediation_tui.ui.commands.today import TODAY
from mediation_tui.ui.keys import with_twins

COMMANDS: tuple[Command, ...] = (*GENERAL, *TODAY, *LISTS, *REGISTERS, *FIGURES, *REVIEW, *ACTS)


def bindings() -> Iterator[Binding]:
    """One binding for every key any command has; which command it does is decided when it is pressed."""
    keys = dict.fromkeys(key for command in COMMANDS for key in command.keys)
    for key in keys:
        if key != "enter":
            yield Binding(with_twins(key), f"press({key!r})", show=False)


def at_hand(here: Here) -> Iterator[Command]:
    """The commands that can be done here."""
    return (command for command in COMMANDS if command.when(here))


def meant(key: str, here: Here) -> Command | None:
    """The command a key means here."""
    return next((command for command in at_hand(here) if key in command.keys), None)
