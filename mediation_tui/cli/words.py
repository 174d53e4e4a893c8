"""Kinds of argument: dates, words of a vocabulary, and the options many commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.clock import BEIJING, end_of
from mediation_tui.i18n import _
from mediation_tui.model.base import Word
from mediation_tui.model.problems import Unfit
from mediation_tui.model.reading import read_date

W = TypeVar("W", bound=Word)
F = TypeVar("F", bound=Callable[..., Any])


class DateType(click.ParamType[date]):
    """A date in any spelling people use; a relative one counts from the office's today."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date meant."""
        workplace = ctx.find_object(Workplace) if ctx else None
        try:
            return read_date(value, workplace.clock.today() if workplace else None)
        except Unfit as error:
            self.fail(str(error), param, ctx)


class InstantType(click.ParamType[datetime]):
    """An instant: the end of a day in any spelling people use, or a day and a time of day, Beijing time."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The instant meant, in UTC."""
        if isinstance(value, datetime):
            return value
        try:
            said = datetime.fromisoformat(value)
        except ValueError:
            said = None
        if said and len(value) > len("2024-05-06"):
            return (said if said.tzinfo else said.replace(tzinfo=BEIJING)).astimezone(UTC)
        if ":" in value:
            self.fail(_("看不懂这个时刻，请写成 2024-05-06 17:30 的样子"), param, ctx)
        return end_of(DateType().convert(value, param, ctx))


class WordType(click.ParamType[Word]):
    """A word of a vocabulary, by its code or by its label in either language."""

    name = "word"

    def __init__(self, vocabulary: type[Word]) -> None:
        self._vocabulary = vocabulary

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Word:
        """The word meant."""
        for word in self._vocabulary:
            if value in (word, word.value, word.source, word.label):
                return word
        said = (_("{code}（{word}）").format(code=word.value, word=word.label) for word in self._vocabulary)
        known = _("、").join(said)
        return self.fail(_("不认识“{value}”，可以写：{known}").format(value=value, known=known), param, ctx)


def json_option(command: F) -> F:
    """The option of every reading command: the same as JSON, described in `schemas/`."""
    return click.option("--json", "as_json", is_flag=True, help=_("输出 JSON，格式见 schema 命令。"))(command)


def reason_option(command: F) -> F:
    """The option of everything that puts right what was written down: why."""
    return click.option("--reason", required=True, metavar=_("文字"), help=_("原因，记在更正旁边。"))(command)


def reveal_option(command: F) -> F:
    """The option to see personal facts, which are masked unless asked for."""
    return click.option("--reveal", is_flag=True, help=_("显示电话、证件号、住址全文；不写则遮掩。"))(command)


def output_option(explained: str | None = None, *, required: bool = False) -> Callable[[F], F]:
    """The option `-o`, the file to write into, given as `path`."""
    return click.option(
        "-o",
        "--output",
        "path",
        type=click.Path(path_type=Path),
        required=required,
        metavar=_("文件"),
        help=explained or _("写进这个文件。"),
    )


def overwrite_option(command: F) -> F:
    """The option `--overwrite`."""
    return click.option("--overwrite", is_flag=True, help=_("文件已经有了也照写。"))(command)
