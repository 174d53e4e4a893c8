"""click in the two languages: its messages through gettext, its headings and usage lines through ours."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import rich_click as click

import mediation_tui
from mediation_tui.i18n import _, language

_LOCALE = Path(mediation_tui.__file__).with_name("locale")


def follow_language() -> None:
    """Make click speak the language spoken now; its own is English, the catalogue `click` holds the Chinese."""
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("click", _LOCALE)
    gettext.textdomain("click")


def help_configuration() -> click.RichHelpConfiguration:
    """How help looks and what its fixed words are."""
    return click.RichHelpConfiguration(
        show_arguments=True,
        arguments_panel_title=_("参数"),
        options_panel_title=_("选项"),
        commands_panel_title=_("命令"),
        default_string=_("（不写则为 {}）"),
        required_long_string=_("（必填）"),
        style_options_panel_border="dim",
        style_commands_panel_border="dim",
    )


class _Formatter(click.RichHelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _("用法："))


class _Context(click.RichContext):
    formatter_class = _Formatter


class Command(click.RichCommand):
    """A command whose usage line is in the language spoken."""

    context_class = _Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("options_metavar", _("[选项]"))
        super().__init__(*args, **settings)


class LazyGroup(click.RichGroup):
    """A group of commands, each imported when it is asked for.

    Args:
        modules: For each command, the module that holds it under the name `command`, or under another name given
            after a colon.
    """

    context_class = _Context

    def __init__(self, *args: Any, modules: Mapping[str, str], **settings: Any) -> None:
        settings.setdefault("options_metavar", _("[选项]"))
        settings.setdefault("subcommand_metavar", _("命令 [参数]…"))
        super().__init__(*args, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they are explained."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in self._modules:
            return None
        module, _colon, name = self._modules[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name or "command")
        return found
