"""From the ministry's 18 kinds of dispute to the governance office's 19, asking where one kind may be several.

The shipped crosswalk is `data/crosswalk.toml` (ours: no official one is known); an office keeps its own copy in the
book's rules.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pydantic import model_validator

from mediation_tui.i18n import N_, language
from mediation_tui.model.base import Frozen
from mediation_tui.model.problems import Unfit
from mediation_tui.model.text import Words
from mediation_tui.model.vocabulary import Category, Governance

if TYPE_CHECKING:
    from mediation_tui.model.case import Case
    from mediation_tui.model.facts import Countable


class Alternative(Frozen):
    """Another kind a dispute may be of, to be asked about.

    Attributes:
        governance: That kind.
        when: The condition in a few words, in Chinese and in English.
    """

    governance: Governance
    when: Words
    when_en: Words

    @property
    def condition(self) -> str:
        """When it is that kind, in the language spoken now."""
        return self.when if language() == "zh" else self.when_en


class Correspondence(Frozen):
    """What one of the ministry's kinds corresponds to.

    Attributes:
        category: The ministry's kind.
        governance: The kind that is proposed for it.
        asks: The kinds it may be instead; none where nothing need be asked.
    """

    category: Category
    governance: Governance
    asks: tuple[Alternative, ...] = ()


class Crosswalk(Frozen):
    """What each of the ministry's kinds corresponds to.

    Attributes:
        lines: One for each kind.
    """

    lines: tuple[Correspondence, ...]

    @model_validator(mode="after")
    def _each_kind_once(self) -> Self:
        if sorted(line.category for line in self.lines) != sorted(Category):
            raise Unfit(N_("类别对照表要把每一种纠纷类别各写一次"))
        return self

    def proposed(self, category: Category) -> Governance:
        """The kind a dispute is taken for unless the office says otherwise."""
        return self._by_category[category].governance

    def asks(self, category: Category) -> tuple[Alternative, ...]:
        """What else it may be."""
        return self._by_category[category].asks

    def settled(self, facts: Countable | Case) -> Governance:
        """The kind a dispute counts as: the office's answer, else the proposal."""
        return facts.governance or self.proposed(facts.category)

    def open_question(self, facts: Countable | Case) -> bool:
        """Whether the office has yet to say which kind a dispute is."""
        return facts.governance is None and bool(self.asks(facts.category))

    @cached_property
    def _by_category(self) -> Mapping[Category, Correspondence]:
        return {line.category: line for line in self.lines}


@cache
def shipped_crosswalk() -> Crosswalk:
    """The crosswalk the program comes with."""
    path = Path(__file__).with_name("data") / "crosswalk.toml"
    return Crosswalk.model_validate(tomllib.loads(path.read_text("utf-8")))
