"""What a form asks, as a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mediation_tui.ui.widgets.option import Option

FieldKind = Literal["text", "long", "date", "number", "money", "choice", "many", "yesno", "phone", "code"]
"""How a field is filled; `code` is for ID numbers and the like, brought to half-width."""


@dataclass(frozen=True)
class FieldSpec:
    """One question of a form.

    Attributes:
        name: Its name among the answers.
        label: What it is called.
        kind: How it is filled.
        required: Whether it has to be answered.
        hint: A word of help, shown while it is empty.
        options: What may be picked, for `choice` and `many`.
        value: The answer at first.
        limit: The most characters of a text; None for any number.
        ahead: Whether a date without a year is the next such day and not the latest.
        when: Whether it is asked, given the answers to the fields above it; None for always.
    """

    name: str
    label: str
    kind: FieldKind = "text"
    required: bool = False
    hint: str = ""
    options: tuple[Option, ...] = ()
    value: Any = None
    limit: int | None = None
    ahead: bool = False
    when: Callable[[Mapping[str, Any]], bool] | None = None

    def asked(self, answers: Mapping[str, Any]) -> bool:
        """Whether it is asked, given these answers."""
        return self.when is None or self.when(answers)
