"""Telling the same people from namesakes (domain handbook §11): a name alone never makes two parties one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from mediation_tui.figures.measures.opened import Known
from mediation_tui.model.party import Party
from mediation_tui.model.personal import IdNumber, Personal
from mediation_tui.model.vocabulary import Side


class Likeness(IntEnum):
    """How sure it is that two are the same; of several the least sure holds."""

    DIFFERENT = 0
    NAMESAKES = 1
    SAME = 2


class Identity(NamedTuple):
    """What a party can be known by again.

    Attributes:
        id_end: The last four signs of the identity document, or a unit's credit code.
    """

    name: str
    birth_year: int | None
    id_end: str | None
    phone: str | None


Sides = tuple[tuple[Identity, ...], tuple[Identity, ...]]
"""Applicants and respondents."""


def identity_of(party: Party | Known) -> Identity:
    """What a party can be known by; the birth year is also in a resident's identity number."""
    number = _text(party.id_number)
    return Identity(
        name=party.name,
        birth_year=party.birth_year or _birth_year(number),
        id_end=number[-4:] if number else _text(party.credit_code),
        phone=_text(party.phone),
    )


def _text(said: Personal | str | None) -> str | None:
    return said.reveal() if isinstance(said, Personal) else said


def _birth_year(number: str | None) -> int | None:
    born = IdNumber(number).birth_date if number else None
    return born.year if born else None


def sides_of(parties: Iterable[Party | Known]) -> Sides:
    """Who stands against whom; third parties left out."""
    listed = tuple(parties)
    applicants, respondents = (
        tuple(identity_of(party) for party in listed if party.side is side)
        for side in (Side.APPLICANT, Side.RESPONDENT)
    )
    return applicants, respondents


def alike(one: Identity, other: Identity) -> Likeness:
    """Name and one more sign make the same; two different documents, or birth years and nothing else, two people."""
    if one.name != other.name or _differ(one.id_end, other.id_end):
        return Likeness.DIFFERENT
    if any(mine and mine == theirs for mine, theirs in zip(one[1:], other[1:], strict=True)):
        return Likeness.SAME
    return Likeness.DIFFERENT if _differ(one.birth_year, other.birth_year) else Likeness.NAMESAKES


def _differ(mine: object, theirs: object) -> bool:
    """Both are known, and they are not the same."""
    return bool(mine and theirs and mine != theirs)


def same_quarrel(here: Sides, there: Sides) -> Likeness:
    """Whether somebody of one side stands against somebody of the other again, whichever of them applied."""
    straight = min(_meet(here[0], there[0]), _meet(here[1], there[1]))
    crossed = min(_meet(here[0], there[1]), _meet(here[1], there[0]))
    return max(straight, crossed)


def _meet(here: tuple[Identity, ...], there: tuple[Identity, ...]) -> Likeness:
    """The surest likeness between anybody of one side and anybody of another."""
    return max((alike(one, other) for one in here for other in there), default=Likeness.DIFFERENT)
