"""The tables of format 3: what a backup of a shared book of that format holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mediation_tui.store.shape import Column, Scalar, TableShape

_FACTS = (
    "id version number year serial committee village grid mediation_kind category governance source entruster "
    "discovery state outcome exit level_received level level_resolved agreement_form risk difficulty amount people "
    "parties versus mediators registered_by applied_on found_on registered_on reopened_on accepted_on mediating_on "
    "lifted_on concluded_on effective_on performed_on visited_on closed_on archived_on void_on last_on escaped_on "
    "defaulted performance_due term_due due_on due_purpose due_number visit_due registration_lag longest_lag sessions "
    "rounds merged_into preventions touched_at earlier_rounds"
)
_LISTED = ("mediators", "preventions", "earlier_rounds")
_INDEXED = ("village", "grid", "state", "concluded_on", "closed_on", "due_on", "last_on")


def _fact(name: str) -> Column:
    path = None if name in _LISTED else ("facts", name)
    return Column("case_id" if name == "id" else name, path, indexed=name in _INDEXED)


def _listed(document: Mapping[str, Any]) -> Mapping[str, Scalar]:
    return {name: json.dumps(document["facts"][name], ensure_ascii=False, sort_keys=True) for name in _LISTED}


def _copied(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, (name,)) for name in names)


SHAPES_3 = (
    TableShape(
        "cases",
        columns=(*map(_fact, _FACTS.split()), *_copied("search", "number_key")),
        fill=_listed,
        indexes=(("registered_on", "year", "serial"), ("committee", "year", "serial")),
        unique=(("case_id",), ("number_key", "committee")),
    ),
    TableShape(
        "events",
        columns=(Column("case_id", ("case_id",), indexed=True), *_copied("origin", "sequence")),
        immutable=True,
        unique=(("origin", "sequence"),),
    ),
    TableShape("chains", columns=_copied("origin", "sequence", "hash", "ours"), unique=(("origin",),)),
    TableShape("places"),
    TableShape("people"),
    TableShape("settings", columns=_copied("name", "version"), unique=(("name",),)),
    TableShape(
        "reports",
        columns=(
            *_copied(
                "report_id", "number", "state", "actor", "at", "signer", "signed_on", "digest", "supersedes"
            ),
            *(Column(name, ("report", name)) for name in ("kind", "title", "first", "last")),
        ),
        immutable=True,
        unique=(("report_id", "number"),),
    ),
)
