"""Whether a document that comes from outside is one of a book's records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mediation_tui.model.base import Frozen
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.case import Case
from mediation_tui.model.events.envelope import Event
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.rules.registers import REGISTERS
from mediation_tui.rules.ruleset import RuleSet

_Hash = Annotated[str, Field(min_length=64, max_length=64)]


class _StoredCase(Frozen):
    facts: CaseFacts
    search: str
    number_key: str
    case: Case


class _ChainEnd(Frozen):
    origin: str
    sequence: int = Field(ge=0)
    hash: _Hash
    ours: Literal[0, 1]


class _Setting(BaseModel):
    model_config = ConfigDict(extra="allow", hide_input_in_errors=True)

    name: str
    version: str


class _Origin(_Setting):
    origin: str


class _Rules(_Setting):
    rules: RuleSet


_MODELS: Mapping[str, type[BaseModel]] = {
    "cases": _StoredCase,
    "events": Event,
    "chains": _ChainEnd,
    "places": Town,
    "people": Person,
    "settings": _Setting,
    **{register.table: register.step for register in REGISTERS},
}
_SETTINGS: Mapping[str, type[BaseModel]] = {"origin": _Origin, "roster": _Setting, "rules": _Rules}

ESSENTIAL = frozenset({("places", ""), *(("settings", name) for name in _SETTINGS)})
"""What no book is without, by table and by the name of the setting."""


def essential_name(table: str, document: dict[str, Any]) -> str:
    """The name under which a record may be one no book is without."""
    return str(document["name"]) if table == "settings" else ""


def fits(table: str, document: Any) -> bool:
    """Whether a document is a record of a table: it can be read, and reading it changes nothing of it."""
    model = _MODELS[table]
    if table == "settings" and isinstance(document, dict):
        model = _SETTINGS.get(str(document.get("name")), _Setting)
    try:
        read = model.model_validate(document).model_dump(mode="json", exclude_unset=True)
        return canonical_hash(read) == canonical_hash(document)
    except (ValidationError, ValueError):
        return False
