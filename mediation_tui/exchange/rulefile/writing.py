"""An office's rules as the text of a file, with what may stand in it explained above."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.model.vocabulary import (
    Category,
    CourtProcedure,
    Entruster,
    Level,
    PauseGround,
    Purpose,
)
from mediation_tui.rules.risks import RiskColour, RiskStep
from mediation_tui.rules.ruleset import BY_RULE, ClockRule, Extension, RuleSet, Start
from mediation_tui.rules.terms import Unit

_EXPLAINED = (
    N_("本所的时限规则。改好后运行 mediation-tui settings rules 文件，所有案件的期限随即重算。"),
    N_("每条规则写明 article（依据）；local = true 的不是全国规定；enabled = false 的先不用。"),
    N_("replaces：本条适用时，列出的那几条不再适用。by_agreement：受理时当事人可以另约期限。"),
    N_("[[risks]] 是风险四级的叫法和颜色，从低到高各写一条；显示颜色时总同时写出叫法。"),
    N_("pauses：因这些原因中止计时；pauses_by_consent：双方同意才中止。ending：期满怎么办。"),
)
_WORDS: dict[str, list[Word]] = {
    "purpose": [purpose for purpose in Purpose if purpose in BY_RULE],
    "start": list(Start),
    "unit": list(Unit),
    "extension": list(Extension),
    "pauses": list(PauseGround),
    "categories": list(Category),
    "entrusters": list(Entruster),
    "procedures": list(CourtProcedure),
    "levels": list(Level),
    "colour": list(RiskColour),
}


def rules_text(rules: RuleSet) -> str:
    """The rules as a file holds them, explained in the language spoken now."""
    return "\n".join(_lines(rules)) + "\n"


def _lines(rules: RuleSet) -> Iterator[str]:
    yield from (f"# {_(sentence)}" for sentence in _EXPLAINED)
    yield "#"
    for key, words in _WORDS.items():
        yield f"# {key}: " + " · ".join(f'"{word.value}" {word.label}' for word in words)
    yield ""
    yield f"late_after_days = {rules.late_after_days}"
    yield f"silent_after_days = {rules.silent_after_days}"
    for step in rules.risks:
        yield from ("", "[[risks]]", *_entries(step))
    for rule in rules.clocks:
        yield from ("", "[[clocks]]", *_entries(rule))


def _entries(rule: ClockRule | RiskStep) -> Iterator[str]:
    """What a rule says, as far as it is not what holds anyway."""
    for name, field in type(rule).model_fields.items():
        value = getattr(rule, name)
        if field.is_required() or value != field.default:
            yield f"{name} = {_toml(value)}"


def _toml(value: Any) -> str:
    """A value as TOML writes it; a text is a basic string, whose escapes are JSON's."""
    return json.dumps(value, ensure_ascii=False)
