"""How one act is asked for and made, as a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mediation_tui.model.base import Frozen
from mediation_tui.model.events import Correctable, EventData, EventKind
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option

Answers = Mapping[str, Any]
"""What was answered, by field name: texts, dates, numbers, amounts, values picked; None for no answer."""


@dataclass(frozen=True)
class Corrections:
    """Several details of a registration put right for one reason; each becomes an event of its own.

    Attributes:
        changes: The details and their right values.
        reason: Why.
    """

    changes: Mapping[Correctable, Any]
    reason: str


@dataclass(frozen=True)
class Following:
    """What other fields become because one was answered.

    Attributes:
        answers: Answers to put in.
        options: Options to offer.
    """

    answers: Answers = field(default_factory=dict)
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)


Ask = Callable[[ActContext], tuple[FieldSpec, ...]]
Build = Callable[[ActContext, Answers], EventData | Corrections]
Follow = Callable[[ActContext, str, Answers], Following]


def _nothing_said(context: ActContext) -> str:
    return ""


def _nothing_follows(context: ActContext, changed: str, answers: Answers) -> Following:
    return Following()


@dataclass(frozen=True)
class ActForm:
    """One act's form.

    A field has the name of what it fills in the record, so that what is wrong with the record is said at
    the field.

    Attributes:
        kind: The act.
        help: One sentence on what it is for, in Chinese, to be translated where it is shown.
        fields: What is asked.
        build: Makes the record from the answers; raises `ValidationError` or `InvalidEntry`.
        lands: Where problems with a field of the record are said that has no field of that name in the form.
        brief: What is said above the form, such as papers that are missing.
        follow: What follows for other fields when the named one was answered.
    """

    kind: EventKind
    help: str
    fields: Ask
    build: Build
    lands: Mapping[str, str] = field(default_factory=dict)
    brief: Callable[[ActContext], str] = _nothing_said
    follow: Follow = _nothing_follows


def recorded(model: type[Frozen]) -> Build:
    """Builds an act whose form asks exactly for the fields of its record."""

    def build(context: ActContext, answers: Answers) -> EventData:
        made: EventData = model.model_validate(given(model, answers))  # type: ignore[assignment]
        return made

    return build


def given(model: type[Frozen], answers: Answers) -> dict[str, Any]:
    """The answers that a record has a field for; what was not answered is left to the record."""
    return {
        name: value for name, value in answers.items() if value is not None and name in model.model_fields
    }
