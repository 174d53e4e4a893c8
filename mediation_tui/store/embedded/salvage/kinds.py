"""What a document is, told by itself: a row found in a page does not say which table it is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mediation_tui.rules.registers import REGISTERS

Document = Mapping[str, Any]


class Marks(NamedTuple):
    """What documents of a kind are told apart by.

    Attributes:
        subject: The case of an event or a stored case, the origin of a chain's end, the name of a setting, the record
            of a step.
        origin: Whose event it is.
        number: An event's, a chain's or a step's number, a stored case's version.
    """

    subject: str = ""
    origin: str = ""
    number: int = 0


@dataclass(frozen=True)
class _Kind:
    """One table's documents.

    Attributes:
        keys: What every one of them has, and none of the kinds before it.
        marks: What tells one from another.
    """

    keys: frozenset[str]
    marks: Callable[[Document], Marks]


def _steps(names_record: str) -> _Kind:
    """The steps of a register, which are told by the field that says whose they are."""
    return _Kind(
        frozenset({names_record, "number", "actor", "at", "previous"}),
        lambda step: Marks(str(step[names_record]), number=int(step["number"])),
    )


_KINDS: Mapping[str, _Kind] = {
    "events": _Kind(
        frozenset({"case_id", "data", "origin", "sequence", "previous"}),
        lambda event: Marks(str(event["case_id"]), str(event["origin"]), int(event["sequence"])),
    ),
    "cases": _Kind(
        frozenset({"case", "facts", "number_key"}),
        lambda kept: Marks(str(kept["case"]["id"]), number=int(kept["case"]["version"])),
    ),
    "chains": _Kind(
        frozenset({"origin", "sequence", "hash", "ours"}),
        lambda chain: Marks(str(chain["origin"]), number=int(chain["sequence"])),
    ),
    **{register.table: _steps(register.names_record) for register in REGISTERS},
    "settings": _Kind(frozenset({"name", "version"}), lambda setting: Marks(str(setting["name"]))),
    "places": _Kind(frozenset({"office", "villages", "committees"}), lambda _town: Marks()),
    "people": _Kind(frozenset({"id", "role", "name"}), lambda person: Marks(str(person["id"]))),
}


def recognised(document: Any) -> tuple[str, Marks] | None:
    """The table a document is of and what tells it from others there; nothing for what is none of ours."""
    if not isinstance(document, dict):
        return None
    for table, kind in _KINDS.items():
        if kind.keys <= document.keys():
            try:
                return table, kind.marks(document)
            except (LookupError, TypeError, ValueError):
                return None
    return None
