"""Made-up people and units as the parties of a dispute."""

from __future__ import annotations

from mediation_tui.demo.folk import Organisation, Townsperson
from mediation_tui.model.party import Agent, Party
from mediation_tui.model.vocabulary import PartyKind, Side

Somebody = Townsperson | Organisation
"""Who may stand on a side."""


def party_of(
    somebody: Somebody, side: Side, place: int, village: str | None, *, minor: bool = False
) -> Party:
    """Somebody as the party of that place in a case.

    Args:
        somebody: A person or a unit.
        side: Where they stand.
        place: From 1; it becomes the party's id.
        village: The id of the village they live or sit in, none outside the town.
        minor: Under 18.
    """
    facts = _unit(somebody) if isinstance(somebody, Organisation) else _person(somebody)
    return Party.model_validate(
        {"id": f"p{place}", "side": side, "village": village, "minor": minor, "name": somebody.name, **facts}
    )


def agent_of(person: Townsperson, relation: str) -> Agent:
    """A person as the agent of a party, with the usual powers."""
    return Agent.model_validate(
        {"name": person.name, "relation": relation, "phone": person.phone, "powers": "代为参加调解、签收文书"}
    )


def _person(person: Townsperson) -> dict[str, object]:
    return {
        "gender": person.gender,
        "ethnicity": person.nationality,
        "birth_year": person.born.year,
        "occupation": person.occupation,
        "phone": person.phone,
        "address": person.address,
        "id_number": person.id_number or None,
    }


def _unit(unit: Organisation) -> dict[str, object]:
    return {
        "kind": PartyKind.ORGANISATION,
        "representative": unit.representative.name,
        "occupation": unit.post,
        "phone": unit.phone,
        "address": unit.address,
    }
