"""Words that stay in both languages until they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mediation_tui.i18n import _, language


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

    def __str__(self) -> str:
        said = self.english if self.english and language() == "en" else _(self.source)
        return said.format(**self.facts) if self.facts else said
