"""Words that stay in both languages until they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from mediation_tui.i18n import _, language
from mediation_tui.model.period import Period


@dataclass(frozen=True)
class Phrase:
    """A name or a sentence of a figure.

    Attributes:
        source: In Chinese; a sentence of the program's own is marked with `N_`, so that the catalogue has the English.
        english: In English, where the words are an office's own and no catalogue knows them.
        facts: What stands in the places of the sentence; phrases among them are said in the same language.
    """

    source: str
    english: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @classmethod
    def verbatim(cls, text: str) -> Self:
        """A name that is the same in every language."""
        return cls(text, text)

    @classmethod
    def joined(cls, phrases: tuple[Phrase, ...]) -> Self:
        """Phrases one after the other, a space between."""
        facts = {f"p{place}": phrase for place, phrase in enumerate(phrases)}
        return cls(" ".join(f"{{{name}}}" for name in facts), facts=facts)

    def __str__(self) -> str:
        said = self.english if self.english and language() == "en" else _(self.source)
        return said.format(**self.facts) if self.facts else said


@dataclass(frozen=True)
class Listed:
    """Several phrases one after the other.

    Attributes:
        phrases: What is listed.
    """

    phrases: tuple[Any, ...]

    def __str__(self) -> str:
        return _("、").join(map(str, self.phrases))


@dataclass(frozen=True)
class PeriodName:
    """What a period is called.

    Attributes:
        period: The period.
    """

    period: Period

    def __str__(self) -> str:
        return self.period.label
