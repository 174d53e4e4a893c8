"""From the material of the made-up town to what stands in a book's roster: places, committees, people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mediation_tui.demo.folk import Townsperson
from mediation_tui.demo.offices import MediatorSpec, OfficesSpec
from mediation_tui.demo.places import TownSpec, VillageSpec
from mediation_tui.model.people import Person
from mediation_tui.model.places import Committee, Grid, Town, Village
from mediation_tui.model.vocabulary import Role
from mediation_tui.pinyin import initials

_NUMBERS = "（{year}）共和民调字第{serial}号"
"""One series for the whole town (domain handbook §6.2)."""


def town_of(spec: TownSpec, offices: OfficesSpec) -> Town:
    """The town as the book knows it: villages v01, v02 …, their committees c01, c02 …, the town's c00."""
    villages = tuple(_village(number, village) for number, village in enumerate(spec.villages, start=1))
    ids = {str(village.name): village.id for village in villages}
    committees = tuple(
        Committee(
            id=f"c{ids[body.village][1:]}" if body.village else "c00",
            name=body.name,
            kind=body.kind,
            village=ids[body.village] if body.village else None,
            number_template=_NUMBERS,
        )
        for body in offices.committees
    )
    return Town(name=spec.name, office=f"{spec.name}司法所", villages=villages, committees=committees)


def _village(number: int, spec: VillageSpec) -> Village:
    village_id = f"v{number:02}"
    return Village(
        id=village_id,
        name=spec.name,
        kind=spec.kind,
        aliases=spec.old_names,
        initials=_initials(spec.name),
        households=spec.households,
        phone=spec.phone,
        grids=tuple(
            Grid(id=f"{village_id}-{place}", name=grid.name, households=grid.households)
            for place, grid in enumerate(spec.grids, start=1)
        ),
    )


def people_of(spec: TownSpec, offices: OfficesSpec, town: Town) -> tuple[Person, ...]:
    """Everybody on the roster: the justice office with its head first, mediators, grid workers, advisers."""
    return (*_staff(offices), *_mediators(offices, town), *_workers(spec, town), *_advisers(offices, town))


def _staff(offices: OfficesSpec) -> Iterator[Person]:
    for number, member in enumerate(offices.staff, start=1):
        yield _person(f"o{number}", member.role, member.person, {"full_time": True})


def _mediators(offices: OfficesSpec, town: Town) -> Iterator[Person]:
    """Those of each committee, the director first."""
    for body, committee in zip(offices.committees, town.committees, strict=True):
        for place, member in enumerate(body.mediators, start=1):
            yield _mediator(f"m{committee.id[1:]}-{place}", member, committee)


def _mediator(person_id: str, member: MediatorSpec, committee: Committee) -> Person:
    seat = {
        "village": committee.village,
        "committee": committee.id,
        "post": member.post,
        "full_time": member.full_time,
        "term_from": member.term.first,
        "term_to": member.term.last,
    }
    return _person(person_id, Role.MEDIATOR, member.person, seat)


def _workers(spec: TownSpec, town: Town) -> Iterator[Person]:
    for entry, village in zip(spec.villages, town.villages, strict=True):
        for made, grid in zip(entry.grids, village.grids, strict=True):
            beat = {"village": village.id, "grid": grid.id}
            yield _person(f"w{grid.id[1:]}", Role.GRID_WORKER, made.worker, beat)


def _advisers(offices: OfficesSpec, town: Town) -> Iterator[Person]:
    """One for each village: a lawyer who advises three stands on the roster three times."""
    advising = {name: adviser.person for adviser in offices.advisers for name in adviser.villages}
    for village in town.villages:
        lawyer = advising[village.name]
        yield _person(f"a{village.id[1:]}", Role.LEGAL_ADVISER, lawyer, {"village": village.id})


def _person(person_id: str, role: Role, made: Townsperson, service: Mapping[str, Any]) -> Person:
    """Somebody with what they are and where they serve."""
    return Person.model_validate(
        {
            "id": person_id,
            "role": role,
            "name": made.name,
            "gender": made.gender,
            "ethnicity": made.nationality,
            "birth_year": made.born.year,
            "phone": made.phone,
            "initials": _initials(made.name),
            **service,
        }
    )


def _initials(name: str) -> str:
    return " ".join(initials(name))
