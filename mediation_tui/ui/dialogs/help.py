"""Help: what can be done here, and with which keys."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult

from mediation_tui.i18n import _
from mediation_tui.ui.commands import registry
from mediation_tui.ui.commands.command import Group, Here
from mediation_tui.ui.text import fit, wrap
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.toned import Line, Said, Toned

_KEY, _LABEL, _HELP = 8, 18, 42
"""Cells of a key, a name, and a line of help."""


class HelpDialog(Dialog[None]):
    """Every command at hand, under its heading; drawn from the registry.

    Args:
        here: Where help was asked for.
    """

    def __init__(self, here: Here) -> None:
        super().__init__(_("帮助"))
        self._here = here

    def body(self) -> ComposeResult:
        """The commands, then how to move."""
        yield Toned(self._lines())

    def foot(self) -> str:
        """How to leave."""
        return _("Esc 返回")

    def save(self) -> None:
        """There is nothing to save."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self._body.can_focus = True
        self._body.focus()

    def _lines(self) -> Iterator[Line]:
        at_hand = list(registry.at_hand(self._here))
        for group in Group:
            commands = [command for command in at_hand if command.group is group]
            if commands:
                yield (Said(group.label, "accent"),)
            for command in commands:
                yield from _entry(command.key_label, command.label, command.help)
        yield (Said(_("移动"), "accent"),)
        yield from _entry("↑ ↓", _("上下移动"), _("PgUp、PgDn 翻页，Home、End 到头尾。"))
        yield from _entry("Tab", _("下一栏"), _("Shift+Tab 上一栏；Enter 也到下一栏。"))
        yield from _entry("Ctrl+S", _("保存"), _("对话框和登记都用它。"))
        yield from _entry("Esc", _("返回"), _("有改动没保存时会先问一次。"))


def _entry(key: str, label: str, help_words: str) -> Iterator[Line]:
    """A command's key, name and help; the help goes on under itself."""
    first, *others = wrap(help_words, _HELP)
    yield (Said(fit(key, _KEY), "strong"), Said(fit(label, _LABEL)), Said(first, "muted"))
    for line in others:
        yield (Said(" " * (_KEY + _LABEL)), Said(line, "muted"))
