"""How records lie in the tables: the documents TinyDB holds, and the columns SQL chooses by."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.numbers import normalise
from mediation_tui.pinyin import search_text
from mediation_tui.store.engine import Column, Scalar, TableShape

if TYPE_CHECKING:
    from mediation_tui.model.case import Case
    from mediation_tui.model.places import Town

_INDEXED = frozenset({"village", "grid", "state", "number", "concluded_on", "closed_on", "due_on", "last_on"})
_LISTED = frozenset({"mediators", "earlier_rounds"})
"""Facts that are lists: their columns hold them as JSON text."""

FACT_NAMES = tuple(CaseFacts.model_fields)


def fact_column(name: str) -> str:
    """The column a fact is kept in; a row's own number is called `id` already."""
    return "case_id" if name == "id" else name


FACT_COLUMNS = tuple(fact_column(name) for name in FACT_NAMES)


def _listed_facts(document: Mapping[str, Any]) -> Mapping[str, Scalar]:
    return {name: json.dumps(document["facts"][name], ensure_ascii=False) for name in _LISTED}


CASES = TableShape(
    "cases",
    columns=(
        *(
            Column(
                fact_column(name),
                path=None if name in _LISTED else ("facts", name),
                indexed=name in _INDEXED or name == "id",
            )
            for name in FACT_NAMES
        ),
        Column("search", path=("search",)),
        Column("number_key", path=("number_key",), indexed=True),
    ),
    fill=_listed_facts,
    indexes=(("registered_on", "year", "serial"),),
    unique=(("case_id",), ("committee", "number_key")),
)

EVENTS = TableShape(
    "events",
    columns=(
        Column("event_id", path=("id",), indexed=True),
        Column("case_id", path=("case_id",), indexed=True),
        Column("origin", path=("origin",)),
        Column("sequence", path=("sequence",)),
        Column("kind", path=("data", "kind"), indexed=True),
        Column("happened_on", path=("happened_on",), indexed=True),
        Column("hash"),
    ),
    fill=lambda document: {"hash": canonical_hash(dict(document))},
    immutable=True,
    unique=(("origin", "sequence"),),
)

PLACES = TableShape("places")
PEOPLE = TableShape("people")
SETTINGS = TableShape(
    "settings",
    columns=(Column("name", path=("name",)), Column("version", path=("version",))),
    unique=(("name",),),
)

SHAPES = (CASES, EVENTS, PLACES, PEOPLE, SETTINGS)


def case_document(case: Case, facts: CaseFacts, town: Town) -> dict[str, Any]:
    """A case as it is stored: folded, with its facts and what a search looks into."""
    return {
        "facts": facts.model_dump(mode="json"),
        "search": _search(case, town),
        "number_key": normalise(case.number),
        "case": case.model_dump(mode="json"),
    }


def _search(case: Case, town: Town) -> str:
    names = [party.listed_name for party in case.parties]
    return sought("\n".join([case.number, *map(search_text, [*names, town.village_name(case.village)])]))


def sought(text: str) -> str:
    """The one spelling a search compares in: half-width, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def facts_from(row: Sequence[Any]) -> CaseFacts:
    """The facts in a row of `FACT_COLUMNS`."""
    values = dict(zip(FACT_NAMES, row, strict=True))
    for name in _LISTED:
        values[name] = () if values[name] == "[]" else json.loads(values[name])
    return CaseFacts.model_validate(values)
