"""The program as click sees it: the options before any command, and where each command lives."""

from __future__ import annotations

from collections.abc import Sequence

import rich_click as click
from click.exceptions import Exit, NoArgsIsHelpError

from mediation_tui import __version__
from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.codes import FINE, MISUSED
from mediation_tui.cli.spoken import LazyGroup, follow_language, help_configuration
from mediation_tui.i18n import LANGUAGES, _

_PROGRAM = "mediation-tui"
_COMMANDS = {
    "demo": "mediation_tui.cli.demo",
    "new": "mediation_tui.cli.new",
    "roster": "mediation_tui.cli.rosters",
    "import": "mediation_tui.cli.importing",
    "case": "mediation_tui.cli.cases",
    "screening": "mediation_tui.cli.screenings",
    "consultation": "mediation_tui.cli.consultations",
    "calendar": "mediation_tui.cli.calendar",
    "weeksheet": "mediation_tui.cli.weeksheet",
    "review": "mediation_tui.cli.reviews",
    "report": "mediation_tui.cli.reports",
    "check": "mediation_tui.cli.check",
    "backup": "mediation_tui.cli.backup",
    "restore": "mediation_tui.cli.restore",
    "salvage": "mediation_tui.cli.salvage",
    "settings": "mediation_tui.cli.office",
    "book": "mediation_tui.cli.books",
    "schema": "mediation_tui.cli.schema",
}


def obey(arguments: Sequence[str], workplace: Workplace) -> int:
    """Run the command the arguments name.

    Returns:
        The exit code; 2 after a sentence on stderr where the arguments are wrong.
    """
    follow_language()
    try:
        with _program().make_context(_PROGRAM, list(arguments), obj=workplace) as context:
            context.command.invoke(context)
    except Exit as leaving:
        return leaving.exit_code
    except NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return MISUSED
    except click.UsageError as error:
        click.echo(_usage_sentence(error), err=True)
        return MISUSED
    except click.Abort:
        raise KeyboardInterrupt from None
    return FINE


def _program() -> click.Group:
    """The root of all commands, in the language spoken now."""

    @click.group(
        cls=LazyGroup,
        modules=_COMMANDS,
        help=_("乡镇司法所的案件簿：人民调解从登记到结案。不写命令就打开界面。"),
        context_settings={"rich_help_config": help_configuration()},
    )
    @click.option("--book", metavar=_("路径"), help=_("要打开的案件簿；不写就用常用的那一本。"))
    @click.option("--lang", type=click.Choice(LANGUAGES), help=_("界面和输出的语言。"))
    @click.version_option(__version__, prog_name=_PROGRAM, message="%(prog)s %(version)s")
    def program(book: str | None, lang: str | None) -> None:
        """Both options were read before click was imported; here they are only checked and explained."""

    return program


def _usage_sentence(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else _PROGRAM
    return _("{problem}（用法见 {command} --help）").format(
        problem=error.format_message().rstrip("。. "), command=command
    )
