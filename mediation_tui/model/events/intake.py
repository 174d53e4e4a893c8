"""How a dispute comes in: registration, acceptance, assignment, and corrections to what was entered."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Self, cast

from pydantic import Field, JsonValue, TypeAdapter, model_validator

from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.problems import Unfit
from mediation_tui.model.text import Line, Story, StoryRequired, Words
from mediation_tui.model.vocabulary import (
    Category,
    ChosenBy,
    Consent,
    CourtProcedure,
    Discovery,
    Entruster,
    Exit,
    Governance,
    Level,
    MediationKind,
    RefusalGround,
    Risk,
    Side,
    Source,
)

Yuan = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
"""An amount of money in 元."""

Headcount = Annotated[int, Field(ge=1, le=999_999)]
"""A number of persons (人)."""


class Registration(Frozen):
    """What is entered of a dispute when it comes in, before it has a number.

    Attributes:
        village: Where the dispute arose; none only for one the town desk took in from outside.
        level_received: Where it first came in (首接层级).
        procedure: At which stage the court sent it, where the court did; none where that is not known.
        governance: The office's answer where the crosswalk to the governance table asks (综治类别).
        applied_on: When a party asked for mediation: interrupts the limitation period (诉讼时效规定 Art 12).
        found_on: When a screening found it.
        screening: The round that found it, by its id.
        summary: What it is about (纠纷简要情况).
        requests: What the applicant asks for (申请事项).
        amount: Money in dispute, 元.
        people: Persons affected (涉及人数), if more than the parties.
        open_hearing: Whether mediation may be public (公开), the parties' choice (Art 23).
        imported_from: The sheet and row it was read from.
    """

    village: str | None = None
    grid: str | None = None
    level_received: Level
    mediation_kind: MediationKind = MediationKind.PEOPLE
    category: Category
    governance: Governance | None = None
    source: Source
    entruster: Entruster | None = None
    procedure: CourtProcedure | None = None
    discovery: Discovery | None = None
    applied_on: date | None = None
    found_on: date | None = None
    screening: str | None = None
    summary: StoryRequired
    requests: Story = ""
    parties: tuple[Party, ...] = Field(min_length=1)
    amount: Yuan | None = None
    people: Headcount | None = None
    risk: Risk = Risk.ORDINARY
    open_hearing: bool = False
    imported_from: Line = ""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.source is Source.ENTRUSTED and self.entruster is None:
            raise Unfit(N_("委托移送的案件要写明由哪个单位移送"))
        if self.source is not Source.ENTRUSTED and self.entruster is not None:
            raise Unfit(N_("只有委托移送的案件才有移送单位"))
        if self.procedure is not None and self.entruster is not Entruster.COURT:
            raise Unfit(N_("只有法院移送的案件才写委派或委托程序"))
        if self.village is None and self.level_received < Level.TOWN:
            raise Unfit(N_("要写明是哪个村（社区）的纠纷"))
        if self.grid is not None and self.village is None:
            raise Unfit(N_("写了网格就要写村（社区）"))
        if self.source is Source.APPLIED and self.applied_on is None and not self.imported_from:
            raise Unfit(N_("依申请的案件要写明申请日期：它中断诉讼时效"))
        if len({party.id for party in self.parties}) != len(self.parties):
            raise Unfit(N_("当事人编号重复"))
        if self.imported_from == "" and {Side.APPLICANT, Side.RESPONDENT} - {p.side for p in self.parties}:
            raise Unfit(N_("至少要有一名申请方和一名被申请方"))
        return self


class Registered(Registration):
    """A dispute is entered; everything else hangs on this.

    Attributes:
        number: The file number as printed, for ever.
        serial: Its place in the year's series; none for a number that came from elsewhere.
        committee: Whose case it is.
    """

    kind: Literal[EventKind.REGISTERED] = EventKind.REGISTERED
    number: Words
    year: int = Field(ge=1949, le=2200)
    serial: int | None = Field(default=None, ge=1)
    committee: str


class Correctable(Word):
    """The details of a registration that may be corrected, with the reason kept."""

    VILLAGE = "village", N_("村（社区）")
    GRID = "grid", N_("网格")
    CATEGORY = "category", N_("纠纷类别")
    GOVERNANCE = "governance", N_("综治类别")
    SOURCE = "source", N_("案件来源")
    ENTRUSTER = "entruster", N_("移送单位")
    PROCEDURE = "procedure", N_("委派或委托程序")
    DISCOVERY = "discovery", N_("发现方式")
    MEDIATION_KIND = "mediation_kind", N_("调解类型")
    APPLIED_ON = "applied_on", N_("申请日期")
    FOUND_ON = "found_on", N_("发现日期")
    SCREENING = "screening", N_("排查记录")
    SUMMARY = "summary", N_("纠纷简要情况")
    REQUESTS = "requests", N_("申请事项")
    AMOUNT = "amount", N_("涉及金额")
    PEOPLE = "people", N_("涉及人数")

    def read(self, stored: JsonValue) -> Any:
        """The stored detail as the value it is.

        Raises:
            ValidationError: It is not one this field can hold.
        """
        return _detail(self).validate_json(json.dumps(stored))

    def accept(self, value: Any) -> JsonValue:
        """A typed or written value, checked, as it is stored.

        Raises:
            ValidationError: It is not one this field can hold.
        """
        return self.write(_detail(self).validate_python(value))

    def write(self, value: Any) -> JsonValue:
        """The detail as it is stored."""
        stored: JsonValue = _detail(self).dump_python(value, mode="json")
        return stored


@cache
def _detail(field: Correctable) -> TypeAdapter[Any]:
    """What checks and converts one detail, exactly as registering does."""
    description = Registration.model_fields[field.value]
    return TypeAdapter(cast("Any", Annotated[description.annotation, description]))


class DetailsCorrected(Frozen):
    """One detail was wrong and is put right; what it said before stays here.

    Attributes:
        before: The value replaced, as stored.
        after: The value that holds from now on, as stored.
    """

    kind: Literal[EventKind.DETAILS_CORRECTED] = EventKind.DETAILS_CORRECTED
    field: Correctable
    before: JsonValue
    after: JsonValue
    reason: StoryRequired


class PartyAdded(Frozen):
    """Another party joins."""

    kind: Literal[EventKind.PARTY_ADDED] = EventKind.PARTY_ADDED
    party: Party


class PartyCorrected(Frozen):
    """What was entered of a party was wrong or has changed."""

    kind: Literal[EventKind.PARTY_CORRECTED] = EventKind.PARTY_CORRECTED
    before: Party
    after: Party
    reason: StoryRequired


class Accepted(Frozen):
    """The committee accepts the dispute, both bars of Art 22 having been asked.

    Attributes:
        reserved_elsewhere: Whether the law reserves it to a special organ or forbids mediating it.
        taken_elsewhere: Whether a court, the police or another organ has accepted or resolved it.
        consent: On what footing mediation begins.
        agreed_until: The last day for mediating the parties agreed on, where the office's rules have such a term
            (约定期限).
    """

    kind: Literal[EventKind.ACCEPTED] = EventKind.ACCEPTED
    reserved_elsewhere: bool
    taken_elsewhere: bool
    consent: Consent
    agreed_until: date | None = None


class NotAccepted(Frozen):
    """The committee may not or will not take it, and has said where to go (若干规定 Arts 22, 23).

    Attributes:
        told_where_to_go: None where a ledger that was brought in does not say.
    """

    kind: Literal[EventKind.NOT_ACCEPTED] = EventKind.NOT_ACCEPTED
    ground: RefusalGround
    explanation: Story = ""
    exit: Exit = Exit.NOWHERE
    told_where_to_go: bool | None


class MediatorsAssigned(Frozen):
    """Who mediates, assigned or chosen by the parties (Art 19)."""

    kind: Literal[EventKind.MEDIATORS_ASSIGNED] = EventKind.MEDIATORS_ASSIGNED
    mediators: tuple[str, ...] = Field(min_length=1)
    chosen_by: ChosenBy = ChosenBy.ASSIGNED
