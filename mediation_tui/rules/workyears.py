"""Working days of single years, as a file or the book's rules list them: what departs from Monday to Friday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from mediation_tui.errors import MediationError, SheetError
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.tomltext import line_of, line_with
from mediation_tui.rules.tomlfile import read_toml

_KEYS = ("rest", "work")
_SHAPE = N_('应按年写 [2027]，下面写 rest = "01-01 …" 和 work = "…"')


class WorkYear(Frozen):
    """The exceptions of one year.

    Attributes:
        rest: Weekdays that are holidays; weekends among them change nothing.
        work: Saturdays and Sundays worked to make up for them.
    """

    year: int
    rest: tuple[date, ...] = ()
    work: tuple[date, ...] = ()


def read_years(path: Path) -> tuple[WorkYear, ...]:
    """The years in a file: a table for each, with `rest` and `work` as months and days between spaces.

    Raises:
        SheetError: The file cannot be read, or has something else in it; the sentence names the line.
    """
    text, table = read_toml(path)
    return tuple(_year(path, text, year, lists) for year, lists in table.items())


def years_text(years: Iterable[WorkYear]) -> str:
    """Years as a file holds them."""
    return "\n".join(
        f'[{each.year}]\nrest = "{_days_text(each.rest)}"\nwork = "{_days_text(each.work)}"\n'
        for each in years
    )


def _days_text(days: Iterable[date]) -> str:
    return " ".join(f"{day:%m-%d}" for day in days)


def _year(path: Path, text: str, year: str, lists: Mapping[str, Any] | Any) -> WorkYear:
    if not re.fullmatch(r"(19|20|21)\d\d", year) or not isinstance(lists, dict):
        _refuse(
            path,
            line_of(text, (year,)),
            N_("“{word}”不是年份：{shape}"),
            word=year,
            shape=MediationError(_SHAPE),
        )
    for key in lists.keys() - set(_KEYS):
        from difflib import get_close_matches

        near = (*get_close_matches(key, _KEYS, n=1), "rest")[0]
        _refuse(
            path, line_of(text, (year, key)), N_("不认识“{word}”，最接近的是“{near}”"), word=key, near=near
        )
    rest, work = (tuple(sorted({*_days(path, text, year, key, lists.get(key, ""))})) for key in _KEYS)
    return WorkYear.model_construct(year=int(year), rest=rest, work=work)


def _days(path: Path, text: str, year: str, key: str, listed: Any) -> Iterator[date]:
    if not isinstance(listed, str):
        sentence = N_("“{word}”的日子要写在一对引号里，之间用空格")
        _refuse(path, line_of(text, (year, key)), sentence, word=key)
    for word in listed.split():
        try:
            day = date.fromisoformat(f"{year}-{word}")
        except ValueError:
            sentence = N_("{year}年没有“{word}”这一天，要写成 01-31 的样子")
            _refuse(path, line_with(text, (year, key), word), sentence, year=year, word=word)
        if key == "work" and day.weekday() < 5:
            sentence = N_("{word} 不是周末，work 里只写调休上班的周末")
            _refuse(path, line_with(text, (year, key), word), sentence, word=word)
        yield day


def _refuse(path: Path, line: int, sentence: str, **facts: Any) -> NoReturn:
    problem = MediationError(sentence, **facts)
    raise SheetError(N_("工作日文件“{path}”第 {line} 行：{problem}"), path=path, line=line, problem=problem)
