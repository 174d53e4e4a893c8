"""The kinds of question the forms are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from mediation_tui.i18n import _
from mediation_tui.model.base import Grade, Word
from mediation_tui.model.case import Case
from mediation_tui.model.places import Town
from mediation_tui.model.text import LINE_LIMIT, STORY_LIMIT
from mediation_tui.model.vocabulary import Risk
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.ui.acts.actform import Answers
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.acts.spelling import spelling
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option

When = Callable[[Mapping[str, Any]], bool] | None


def happened_on(context: ActContext, label: str = "") -> FieldSpec:
    """When the act happened: today unless said otherwise; the first question of every act."""
    return FieldSpec("happened_on", label or _("日期"), "date", required=True, value=context.today)


def word_options(words: Iterable[Word | Grade]) -> tuple[Option, ...]:
    """Words of a vocabulary to pick from, found by their pinyin too."""
    return tuple(Option(word, word.label, spelling(word.source)) for word in words)


def risk_options(rules: RuleSet) -> tuple[Option, ...]:
    """The steps of risk by the book's own words, lowest first."""
    return tuple(Option(risk, rules.risks[risk].label, spelling(rules.risks[risk].name)) for risk in Risk)


def pick(
    name: str,
    label: str,
    words: Iterable[Word | Grade],
    *,
    value: Word | Grade | None = None,
    required: bool = True,
    hint: str = "",
    when: When = None,
) -> FieldSpec:
    """One word of a vocabulary."""
    options = word_options(words)
    return FieldSpec(name, label, "choice", required, hint, options, value, when=when)


def choose(
    name: str,
    label: str,
    options: tuple[Option, ...],
    *,
    value: Any = None,
    required: bool = True,
    hint: str = "",
    when: When = None,
) -> FieldSpec:
    """One of some options."""
    return FieldSpec(name, label, "choice", required, hint, options, value, when=when)


def yes_no(
    name: str,
    label: str,
    hint: str = "",
    *,
    value: bool | None = None,
    required: bool = True,
    when: When = None,
) -> FieldSpec:
    """A question to be answered by the person, never for them."""
    return FieldSpec(name, label, "yesno", required, hint, value=value, when=when)


def line(
    name: str, label: str, *, value: str = "", required: bool = False, hint: str = "", when: When = None
) -> FieldSpec:
    """One line of text."""
    return FieldSpec(name, label, "text", required, hint, value=value, limit=LINE_LIMIT, when=when)


def story(
    name: str, label: str, *, value: str = "", required: bool = False, hint: str = "", when: When = None
) -> FieldSpec:
    """Several lines of text."""
    return FieldSpec(name, label, "long", required, hint, value=value, limit=STORY_LIMIT, when=when)


def ahead(
    name: str,
    label: str,
    *,
    value: date | None = None,
    required: bool = False,
    hint: str = "",
    when: When = None,
) -> FieldSpec:
    """A day to come."""
    return FieldSpec(name, label, "date", required, hint, value=value, ahead=True, when=when)


def party_options(case: Case) -> tuple[Option, ...]:
    """The parties of a case."""
    return tuple(Option(party.id, f"{party.listed_name}（{party.side.label}）") for party in case.parties)


def village_options(town: Town) -> tuple[Option, ...]:
    """The town's villages, found by their initials."""
    return tuple(Option(village.id, str(village.name), village.initials) for village in town.villages)


def grid_options(town: Town, village_id: str | None) -> tuple[Option, ...]:
    """The grids of a village; none for no village, or one that is not on the roster."""
    grids = (village.grids for village in town.villages if village.id == village_id)
    return tuple(Option(grid.id, str(grid.name)) for grid in next(grids, ()))


def answered(name: str) -> Callable[[Answers], bool]:
    """Whether a question above has been answered at all, with anything but no."""
    return lambda answers: bool(answers[name])


def is_among(name: str, *values: Any) -> Callable[[Answers], bool]:
    """Whether a question above was answered with one of these."""
    return lambda answers: answers[name] in values
