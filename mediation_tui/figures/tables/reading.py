"""Reading a description, and saying of one that cannot be read where the first mistake is and what was meant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mediation_tui.errors import MediationError
from mediation_tui.figures.tables.description import Check, Item, TableDescription
from mediation_tui.figures.tables.mistakes import Mistake, mistakes_in
from mediation_tui.figures.tables.words import Across, Among, Amount, Field, Lines
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.problems import problems_of
from mediation_tui.model.tomltext import Step, line_left_open, line_of, line_with

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_DATA = Path(__file__).with_name("data")
_LONGEST_FILE = 1 << 20
_KEYS: dict[str, type[Frozen]] = {"item": Item, "check": Check}
_WORDS: dict[str, Iterable[str]] = {
    "lines": Lines,
    "across": Across,
    "among": Among,
    "count": Amount,
    "where": Field,
    "only": Field,
}


class InvalidDescription(MediationError):
    """A table's description cannot be used; the sentence names the line.

    Attributes:
        line: The line of the first mistake, from 1.
    """

    def __init__(self, line: int, sentence: str, **facts: Any) -> None:
        super().__init__(N_("第 {line} 行：{problem}"), line=line, problem=MediationError(sentence, **facts))
        self.line = line


def shipped_tables() -> tuple[str, ...]:
    """The names of the tables the program comes with."""
    return tuple(sorted(file.stem for file in _DATA.glob("*.toml")))


@cache
def shipped_text(name: str) -> str:
    """The description of a table the program comes with, to be copied and changed."""
    return (_DATA / f"{name}.toml").read_text("utf-8")


@cache
def shipped_table(name: str) -> TableDescription:
    """A table the program comes with.

    Raises:
        MediationError: There is none of that name.
    """
    if name not in shipped_tables():
        raise MediationError(N_("没有名为“{name}”的表；现有：{known}。"), name=name, known=shipped_tables())
    return described(shipped_text(name))


def read_description(path: Path) -> tuple[TableDescription, str]:
    """An office's own description, and its text.

    Raises:
        MediationError: It cannot be read, or there is a mistake in it.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
        if len(content) > _LONGEST_FILE:
            raise MediationError(N_("“{path}”太大，不像是表的说明。"), path=path)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise MediationError(N_("读不了“{path}”（{reason}）。"), path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise MediationError(N_("“{path}”不是 UTF-8 编码的文字，请另存为 UTF-8。"), path=path) from error
    return described(text), text


def described(text: str) -> TableDescription:
    """A description from its text.

    Raises:
        InvalidDescription: There is a mistake in it.
    """
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unreadable(text, error) from error
    try:
        description = TableDescription.model_validate(document)
    except ValidationError as error:
        raise _refused(text, error) from error
    for mistake in mistakes_in(description):
        raise _mistaken(text, mistake)
    return description


def _unreadable(text: str, error: Exception) -> InvalidDescription:
    """What is no TOML at all, or none that anybody would write."""
    sentence = N_("这里不合 TOML 的写法：引号、括号要成对，文字要加引号，每项写成 名 = 值")
    lines = text.rstrip().split("\n")
    if not isinstance(error, tomllib.TOMLDecodeError):
        return InvalidDescription(1 + lines.index(max(lines, key=len)), sentence)
    at = re.search(r"line (\d+)", str(error))
    line = int(at.group(1)) if at else len(lines)
    if not at or "Unclosed array" in str(error):
        line = line_left_open(text, line)
    return InvalidDescription(line, sentence)


def _refused(text: str, error: ValidationError) -> InvalidDescription:
    """The first thing Pydantic refused, with the nearest word where one was misspelt.

    What is missing comes last: it is often there, under a misspelt name.
    """
    details = min(error.errors(), key=lambda each: each["type"] == "missing")
    path = details["loc"]
    keys = [str(step) for step in path if isinstance(step, str)]
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(text, path)
        case "enum":
            word, key = str(details["input"]), next(key for key in reversed(keys) if key in _WORDS)
            return _misspelt(line_with(text, path, word), word, _WORDS[key])
        case "missing" if path[-1] == keys[-1]:
            return InvalidDescription(line_of(text, path[:-1]), N_("这里缺少“{word}”"), word=keys[-1])
        case "missing":
            return InvalidDescription(line_of(text, path), N_("“{word}”少写了一项"), word=keys[-1])
    problem = _problem_of(error, details)
    if _about_a_whole(path):
        return InvalidDescription(line_of(text, path), problem.sentence, **problem.facts)
    return InvalidDescription(line_of(text, path), N_("“{word}”：{problem}"), word=keys[-1], problem=problem)


def _problem_of(error: ValidationError, details: ErrorDetails) -> MediationError:
    """One of the things that were refused, in words."""
    places = [each["loc"] for each in error.errors()]
    return problems_of(error).problems[places.index(details["loc"])].error


def _about_a_whole(path: Sequence[Step]) -> bool:
    """Whether a refusal is about an item, a check or all of the description, not about one of their keys."""
    return not path or (path[0] in _KEYS and len(path) == 2)


def _unknown_key(text: str, path: Sequence[Step]) -> InvalidDescription:
    """A key nobody knows, at least not here."""
    line, word = line_of(text, path), str(path[-1])
    if word in TableDescription.model_fields:
        return InvalidDescription(line, N_("“{word}”要写在第一个 [[…]] 之前"), word=word)
    return _misspelt(line, word, _keys_at(path))


def _mistaken(text: str, mistake: Mistake) -> InvalidDescription:
    """A mistake with its line."""
    line = line_with(text, mistake.path, mistake.word)
    if mistake.sentence:
        return InvalidDescription(line, mistake.sentence, word=mistake.word)
    return _misspelt(line, mistake.word, mistake.known)


def _keys_at(path: Sequence[Step]) -> Iterable[str]:
    """The keys known where a path ends."""
    return _KEYS.get(str(path[0]), TableDescription).model_fields


def _misspelt(line: int, word: str, known: Iterable[str]) -> InvalidDescription:
    """A word nobody knows, and the nearest that is known."""
    words = tuple(map(str, known))
    if near := get_close_matches(word, words, cutoff=0.5):
        return InvalidDescription(line, N_("不认识“{word}”，最接近的是“{near}”"), word=word, near=near[0])
    return InvalidDescription(line, N_("不认识“{word}”；可以写：{known}"), word=word, known=words)
