"""The palette: every command at hand, found by typing."""

from __future__ import annotations

from mediation_tui.i18n import _
from mediation_tui.pinyin import search_text
from mediation_tui.ui.commands import registry
from mediation_tui.ui.commands.command import Command, Here
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.widgets.option import Option


class PaletteDialog(Picker[Command]):
    """Commands at hand, by their names in characters, pinyin or initials.

    Args:
        here: Where the palette was asked for.
    """

    def __init__(self, here: Here) -> None:
        commands = [command for command in registry.at_hand(here) if command.id != "program.palette"]
        super().__init__(
            _("命令"),
            [Option(command, command.label, search_text(command.label)) for command in commands],
            details={command: command.help for command in commands},
            shortcuts={command: command.key_label for command in commands},
        )
