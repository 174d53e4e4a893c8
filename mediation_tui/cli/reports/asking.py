"""What reports are asked with: a period, as known when, and in which form they are to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import rich_click as click

from mediation_tui.cli.words import DateType, InstantType, json_option, output_option, overwrite_option
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.papers.paper import PaperFormat

ON_SCREEN = "table"
_FILES_ONLY = frozenset({PaperFormat.XLSX, PaperFormat.DOCX})
_FORMATS = (ON_SCREEN, *(form.value for form in PaperFormat))

_Function = Callable[..., Any]


@dataclass(frozen=True)
class Output:
    """How a report is to come.

    Attributes:
        form: On the screen, or in one of the paper's forms.
        path: The file to write; none for the screen.
        overwrite: Whether a file of that name may be replaced.
    """

    form: str
    path: Path | None
    overwrite: bool


@dataclass(frozen=True)
class Asked:
    """Which figures are wanted.

    Attributes:
        period: From which day to which.
        as_of: As known at which instant; none for now.
        explain: Whether to say how each number is made and which cases it is of.
    """

    period: Period
    as_of: datetime | None
    explain: bool


def output_options(command: _Function) -> _Function:
    """The options that say how a report is to come; the command is given them as `output`."""

    @wraps(command)
    def told(
        *arguments: Any, form: str | None, as_json: bool, path: Path | None, overwrite: bool, **others: Any
    ) -> Any:
        return command(*arguments, output=Output(_form(form, as_json, path), path, overwrite), **others)

    return _with(
        told,
        click.option(
            "--format",
            "form",
            type=click.Choice(_FORMATS),
            help=_("输出的样式；不写就看 -o 的扩展名，都没有就是 table。"),
        ),
        json_option,
        output_option(),
        overwrite_option,
    )


def report_options(command: _Function) -> _Function:
    """The options of every counted report; the command is given them as `asked` and `output`."""
    explained = click.option("--explain", is_flag=True, help=_("在表后说明每个数字怎么算、是哪些案件。"))
    return listing_options(explained(command))


def listing_options(command: _Function) -> _Function:
    """The options of a list of a period's cases, where there is nothing to explain."""

    @wraps(command)
    def told(
        *arguments: Any,
        first: date,
        last: date,
        as_of: datetime | None,
        explain: bool = False,
        **others: Any,
    ) -> Any:
        return command(*arguments, asked=Asked(Period(first, last), as_of, explain), **others)

    return _with(
        output_options(told),
        period_options,
        click.option(
            "--as-of",
            type=InstantType(),
            metavar=_("日期"),
            help=_("按那一天（或那一刻）终了时知道的来统计；不写就是现在。"),
        ),
    )


def period_options(command: _Function) -> _Function:
    """The two days of a period, both asked for."""
    return _with(
        command,
        _day("--from", "first", _("期间的第一天。")),
        _day("--to", "last", _("期间的最后一天。")),
    )


def _day(flag: str, name: str, explained: str) -> Callable[[_Function], _Function]:
    return click.option(flag, name, type=DateType(), required=True, metavar=_("日期"), help=explained)


def _with(command: _Function, *options: Callable[[_Function], _Function]) -> _Function:
    """A command with options, explained in this order."""
    for option in reversed(options):
        command = option(command)
    return command


def _form(said: str | None, as_json: bool, path: Path | None) -> str:
    """The form asked for, in whichever way.

    Raises:
        UsageError: It is for the screen alone and a file is named, or for a file alone and none is; or a file's name
            does not tell it.
    """
    ending = path.suffix.removeprefix(".").lower() if path else ""
    form = PaperFormat.JSON.value if as_json else said or (ending if path else ON_SCREEN)
    if form not in _FORMATS:
        raise click.UsageError(
            _("看不出“{path}”要写成哪种文件：扩展名写 {endings}，或者用 --format 写明").format(
                path=path, endings=_("、").join(PaperFormat)
            )
        )
    if (form == ON_SCREEN and path) or (form in _FILES_ONLY and not path):
        raise click.UsageError(_("table 只在屏幕上看，xlsx 和 docx 要用 -o 写明文件"))
    return form
