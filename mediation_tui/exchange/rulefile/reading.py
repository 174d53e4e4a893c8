"""Taking an office's rules from a file, or saying of every mistake in it where it is and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.exchange.rulefile.sheet import RuleSheet
from mediation_tui.i18n import N_
from mediation_tui.model.problems import problems_of
from mediation_tui.model.tomltext import Step, line_of, line_with
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.rules.risks import RiskStep
from mediation_tui.rules.ruleset import BY_RULE, ClockRule
from mediation_tui.rules.tomlfile import read_toml

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from mediation_tui.rules.ruleset import RuleSet

Mistake = tuple[int, MediationError]
"""The line something stands on, and what is wrong there."""


def read_rules(path: Path, rules: RuleSet) -> RuleSet:
    """The rule set with the settings of a file in the place of its own.

    Raises:
        SheetError: The file cannot be read.
        InvalidEntry: With every mistake in it, in the order of the lines.
    """
    text, table = read_toml(path)
    try:
        sheet = RuleSheet.model_validate(table)
    except ValidationError as error:
        raise _all_said(_refused(text, error)) from error
    if mistakes := list(_mistaken(text, sheet)):
        raise _all_said(mistakes)
    return sheet.put_into(rules)


def _all_said(mistakes: Iterable[Mistake]) -> InvalidEntry:
    """One sentence for each mistake, with its line."""
    said = (
        MediationError(N_("第 {line} 行：{problem}"), line=line, problem=problem)
        for line, problem in sorted(mistakes, key=lambda mistake: mistake[0])
    )
    return InvalidEntry([Problem("", error) for error in said])


def _refused(text: str, error: ValidationError) -> Iterator[Mistake]:
    """What Pydantic refused, with the nearest word where one was misspelt."""
    found = error.errors(include_url=False)
    unknown = [each["loc"] for each in found if each["type"] == "extra_forbidden"]
    for details, problem in zip(found, problems_of(error).problems, strict=True):
        path = details["loc"]
        if details["type"] != "missing" or not _meant_by(path, unknown):
            yield _in_words(text, path, details, problem.error)


def _meant_by(path: Sequence[Step], unknown: Iterable[Sequence[Step]]) -> bool:
    """Whether what is missing is there after all, misspelt."""
    beside = [str(other[-1]) for other in unknown if other[:-1] == path[:-1]]
    return bool(get_close_matches(str(path[-1]), beside, n=1))


def _in_words(text: str, path: Sequence[Step], details: ErrorDetails, problem: MediationError) -> Mistake:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    match details["type"]:
        case "missing":
            return line_of(text, path[:-1]), MediationError(N_("这里缺少“{word}”"), word=key)
        case "extra_forbidden":
            nested = RiskStep if path[0] == "risks" else ClockRule
            known = nested.model_fields if len(path) > 1 else RuleSheet.model_fields
            return line_of(text, path), _misspelt(key, known)
        case "enum":
            words = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
            word = str(details["input"])
            return line_with(text, path[:3], word), _misspelt(word, words)
    return line_of(text, path), MediationError(N_("“{word}”：{problem}"), word=key, problem=problem)


def _misspelt(word: str, known: Iterable[str]) -> MediationError:
    """A word nobody knows, and the nearest that is known."""
    words = tuple(known)
    if near := get_close_matches(word, words, n=1):
        return MediationError(N_("不认识“{word}”，最接近的是“{near}”"), word=word, near=near[0])
    return MediationError(N_("不认识“{word}”；可以写：{known}"), word=word, known=words)


def _mistaken(text: str, sheet: RuleSheet) -> Iterator[Mistake]:
    """What does not hang together, though each part of it is written as it should be."""
    met = set[str]()
    ids = tuple(rule.id for rule in sheet.clocks)
    names = [step.name for step in sheet.risks or ()]
    for n, name in enumerate(names):
        if not name or name in names[:n]:
            yield line_of(text, ("risks", n, "name")), MediationError(N_("风险四级要各有自己的叫法"))
    for n, rule in enumerate(sheet.clocks):
        for key, word, problem in _wrong_in(rule, met, ids):
            yield line_with(text, ("clocks", n, key), word), problem
        met.add(rule.id)


def _wrong_in(
    rule: ClockRule, met: set[str], ids: Sequence[str]
) -> Iterator[tuple[str, str, MediationError]]:
    """What is wrong in a rule: the key, the word, and why."""
    if rule.id in met:
        yield "id", rule.id, MediationError(N_("规则“{word}”写了两次"), word=rule.id)
    if rule.purpose not in BY_RULE:
        known = tuple(sorted(purpose.value for purpose in BY_RULE))
        sentence = N_("“{word}”由协议、移交或设置决定，不写规则；可以写：{known}")
        yield "purpose", rule.purpose, MediationError(sentence, word=rule.purpose.value, known=known)
    for other in rule.replaces:
        if other not in ids:
            yield "replaces", other, _misspelt(other, ids)
    if rule.grounds and rule.purpose is not Purpose.MEDIATION:
        key = "pauses" if rule.pauses else "pauses_by_consent"
        yield key, key, MediationError(N_("只有调解期限（mediation）可以写 {word}"), word=key)
