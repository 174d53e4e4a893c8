"""What every report is asked with: a period, as known when, and in which form it is to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import rich_click as click

from mediation_tui.cli.words import DateType, InstantType, json_option
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.papers.paper import PaperFormat

ON_SCREEN = "table"
_FILES_ONLY = frozenset({PaperFormat.XLSX, PaperFormat.DOCX})
_FORMATS = (ON_SCREEN, *(form.value for form in PaperFormat))


@dataclass(frozen=True)
class Asked:
    """What was said on the command line about a report.

    Attributes:
        period: From which day to which.
        as_of: As known at which instant; none for now.
        form: How it is to come: on the screen, or in one of the paper's forms.
        output: The file to write; none for the screen.
        overwrite: Whether a file of that name may be replaced.
        explain: Whether to say how each number is made and which cases it is of.
    """

    period: Period
    as_of: datetime | None
    form: str
    output: Path | None
    overwrite: bool
    explain: bool


_OPTIONS = (
    lambda: click.option(
        "--from", "first", type=DateType(), required=True, metavar=_("日期"), help=_("期间的第一天。")
    ),
    lambda: click.option(
        "--to", "last", type=DateType(), required=True, metavar=_("日期"), help=_("期间的最后一天。")
    ),
    lambda: click.option(
        "--as-of",
        type=InstantType(),
        metavar=_("日期"),
        help=_("按那一天（或那一刻）终了时知道的来统计；不写就是现在。"),
    ),
    lambda: click.option(
        "--format",
        "form",
        type=click.Choice(_FORMATS),
        help=_("输出的样式；不写就看 -o 的扩展名，都没有就是 table。"),
    ),
    lambda: json_option,
    lambda: click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar=_("文件"), help=_("写进这个文件。")
    ),
    lambda: click.option("--overwrite", is_flag=True, help=_("文件已经有了也照写。")),
    lambda: click.option("--explain", is_flag=True, help=_("在表后说明每个数字怎么算、是哪些案件。")),
)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every report; the command is given an `Asked` in their place."""

    @wraps(command)
    def asked(
        *arguments: Any,
        first: date,
        last: date,
        as_of: datetime | None,
        form: str | None,
        as_json: bool,
        output: Path | None,
        overwrite: bool,
        explain: bool,
        **others: Any,
    ) -> Any:
        form = _form(form, as_json, output)
        if (form == ON_SCREEN and output) or (form in _FILES_ONLY and not output):
            raise click.UsageError(_("table 只在屏幕上看，xlsx 和 docx 要用 -o 写明文件"))
        said = Asked(Period(first, last), as_of, form, output, overwrite, explain)
        return command(*arguments, said, **others)

    for option in reversed(_OPTIONS):
        asked = option()(asked)
    return asked


def _form(said: str | None, as_json: bool, output: Path | None) -> str:
    """The form asked for, in whichever way."""
    if as_json:
        return PaperFormat.JSON.value
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return said or (ending if ending in _FORMATS else ON_SCREEN)
