"""How records lie in the tables: the documents TinyDB holds, and the columns SQL chooses by."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from mediation_tui.model.facts import CaseFacts, CountedFacts
from mediation_tui.model.numbers import normalise
from mediation_tui.pinyin import search_text
from mediation_tui.store.shape import Column, Scalar, TableShape

if TYPE_CHECKING:
    from mediation_tui.model.case import Case
    from mediation_tui.model.places import Town

_INDEXED = frozenset(
    {
        "village",
        "grid",
        "state",
        "screening",
        "concluded_on",
        "closed_on",
        "due_on",
        "last_on",
        "visit_due",
        "awaiting_since",
        "session_on",
        "decision_due",
    }
)
_LISTED = frozenset({"mediators", "preventions", "earlier_rounds"})
"""Facts that are lists: their columns hold them as JSON text."""

FACT_NAMES = tuple(CaseFacts.model_fields)


def fact_column(name: str) -> str:
    """The column a fact is kept in; a row's own number is called `id` already."""
    return "case_id" if name == "id" else name


FACT_COLUMNS = tuple(map(fact_column, FACT_NAMES))
COUNTED_COLUMNS = tuple(map(fact_column, CountedFacts._fields))


def _listed_facts(document: Mapping[str, Any]) -> Mapping[str, Scalar]:
    return {name: json.dumps(document["facts"][name], ensure_ascii=False, sort_keys=True) for name in _LISTED}


def _is_number(annotation: Any) -> bool:
    """Whether a fact is a whole number, a truth value or an ordinal word, or nothing."""
    kinds = get_args(annotation) or (annotation,)
    return any(isinstance(kind, type) and issubclass(kind, int) for kind in kinds)


CASES = TableShape(
    "cases",
    columns=(
        *(
            Column(
                fact_column(name),
                path=None if name in _LISTED else ("facts", name),
                indexed=name in _INDEXED,
                number=_is_number(field.annotation),
            )
            for name, field in CaseFacts.model_fields.items()
        ),
        Column("search", path=("search",)),
        Column("number_key", path=("number_key",)),
    ),
    fill=_listed_facts,
    indexes=(("registered_on", "year", "serial"), ("committee", "year", "serial")),
    carried={("registered_on", "year", "serial"): ("search",)},
    unique=(("case_id",), ("number_key", "committee")),
)

EVENTS = TableShape(
    "events",
    columns=(
        Column("case_id", path=("case_id",), indexed=True),
        Column("origin", path=("origin",)),
        Column("sequence", path=("sequence",), number=True),
    ),
    immutable=True,
    unique=(("origin", "sequence"),),
)

CHAINS = TableShape(
    "chains",
    columns=(
        Column("origin", path=("origin",)),
        Column("sequence", path=("sequence",), number=True),
        Column("hash", path=("hash",)),
        Column("ours", path=("ours",), number=True),
    ),
    unique=(("origin",),),
)
"""The last event of each origin, by number and hash, and whether this book goes on writing it."""

PLACES = TableShape("places")
PEOPLE = TableShape("people")
SETTINGS = TableShape(
    "settings",
    columns=(Column("name", path=("name",)), Column("version", path=("version",))),
    unique=(("name",),),
)

REPORTS = TableShape(
    "reports",
    columns=(
        *(
            Column(name, path=(name,), number=name == "number")
            for name in ("report_id", "number", "state", "actor", "at", "signer", "signed_on")
        ),
        Column("digest", path=("digest",)),
        Column("supersedes", path=("supersedes",)),
        *(Column(name, path=("report", name)) for name in ("kind", "title", "first", "last")),
    ),
    immutable=True,
    unique=(("report_id", "number"),),
)
"""The steps of reports; only a draft holds the report itself, and says in columns what it is."""


def _steps(table: str, record: str, *columns: Column, indexes: tuple[tuple[str, ...], ...]) -> TableShape:
    """The steps of one kind of records."""
    return TableShape(
        table,
        columns=(
            Column(record, path=(record,)),
            Column("number", path=("number",), number=True),
            Column("kind", path=("data", "kind")),
            Column("actor", path=("actor",)),
            Column("at", path=("at",)),
            *columns,
        ),
        immutable=True,
        indexes=indexes,
        unique=((record, "number"),),
    )


SCREENINGS = _steps(
    "screenings",
    "screening_id",
    *(Column(name, path=("data", "round", name)) for name in ("village", "grid", "first", "last")),
    indexes=(("first", "last"),),
)
"""The steps of screening rounds; one that says what a round was says in columns of which place and period."""

CONSULTATIONS = _steps(
    "consultations",
    "consultation_id",
    *(Column(name, path=("data", "question", name)) for name in ("day", "village", "adviser", "category")),
    Column("case_id", path=("data", "case")),
    indexes=(("day",), ("case_id",)),
)
"""The steps of legal questions."""

MEETINGS = _steps(
    "meetings",
    "meeting_id",
    *(Column(name, path=("data", name)) for name in ("first", "last", "day")),
    indexes=(("first",), ("day",), ("meeting_id", "kind")),
)
"""The steps of weekly meetings; only the one that opens it has a week and a day."""

SHAPES = (CASES, EVENTS, CHAINS, PLACES, PEOPLE, SETTINGS, REPORTS, SCREENINGS, CONSULTATIONS, MEETINGS)


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
