"""The people and units in dispute."""

from __future__ import annotations

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.personal import Address, CreditCode, IdNumber, Phone
from mediation_tui.model.text import Line, Name
from mediation_tui.model.vocabulary import Gender, PartyKind, Side


class Agent(Frozen):
    """Somebody who acts for a party (委托代理人).

    Attributes:
        relation: To the party: 配偶, 律师 …
        powers: What the power of attorney covers.
    """

    name: Name
    relation: Line = ""
    phone: Phone | None = None
    powers: Line = ""


class Party(Frozen):
    """A person or unit on one side of a dispute; the seven fields of the ministry's forms and a few more.

    Attributes:
        id: Unique within the case: `p1`, `p2` …
        ethnicity: 民族, asked by the forms, restricted in exports.
        birth_year: For the age on the forms, and to tell namesakes apart.
        unit: A person's work unit.
        occupation: 职业或职务; for a unit, its representative's post.
        representative: A unit's legal representative.
        village: Where the party lives, if in this town.
        minor: Under 18: never shown by name in lists.
        agent: Who acts for the party.
    """

    id: str = Field(pattern=r"^p[1-9][0-9]*$")
    side: Side
    kind: PartyKind = PartyKind.PERSON
    name: Name
    gender: Gender | None = None
    ethnicity: Line = ""
    birth_year: int | None = Field(default=None, ge=1900, le=2100)
    occupation: Line = ""
    unit: Line = ""
    phone: Phone | None = None
    address: Address | None = None
    id_number: IdNumber | None = None
    credit_code: CreditCode | None = None
    representative: Line = ""
    village: str | None = None
    minor: bool = False
    agent: Agent | None = None

    @property
    def listed_name(self) -> str:
        """The name as lists show it: minors by their surname alone."""
        return listed(self.name, minor=self.minor)


def listed(name: str, *, minor: bool) -> str:
    """A name as lists show it: a minor's by the surname alone."""
    return f"{name[:1]}某" if minor else name


def versus(parties: tuple[Party, ...]) -> str:
    """The parties in one line, `甲、乙 ↔ 丙`: applicants against respondents, third parties left out."""
    sides = (
        "、".join(party.listed_name for party in parties if party.side is side)
        for side in (Side.APPLICANT, Side.RESPONDENT)
    )
    return " ↔ ".join(filter(None, sides))
