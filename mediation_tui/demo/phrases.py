"""The sentences in which the mediation of a made-up dispute is written down, and what they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mediation_tui.model.vocabulary import Category, Exit, FailureReason, Partner

Stage = Literal["first", "second", "third", "agreed"]
"""Which session: a first, a second, a later one, or the one that ends in agreement."""

Finding = Literal["done", "partly", "not_done", "not_due", "relapsed"]
"""What a return visit meets."""


@dataclass(frozen=True)
class Failure:
    """Why mediation ended without agreement, and where the dispute went.

    Attributes:
        reason: The coded reason.
        exit: Where it went.
        note: The reason in words.
    """

    reason: FailureReason
    exit: Exit
    note: str


@dataclass(frozen=True)
class Referral:
    """Where a dispute was transferred.

    Attributes:
        partner: The kind of partner.
        exit: Where that counts as having gone.
        unit: The unit's name.
        note: Why, in words.
    """

    partner: Partner
    exit: Exit
    unit: str
    note: str


@dataclass(frozen=True)
class RiskMove:
    """A change of the risk grade.

    Attributes:
        reason: Why.
        measure: What is done about it.
    """

    reason: str
    measure: str


@dataclass(frozen=True)
class FailureKind:
    """A reason mediation fails for, with notes to tell it by; the fields are those of `Failure`."""

    reason: FailureReason
    exit: Exit
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ReferralKind:
    """A unit that takes disputes over, with notes to tell why; the fields are those of `Referral`.

    Attributes:
        categories: What it takes; everything when empty.
    """

    categories: tuple[Category, ...]
    partner: Partner
    exit: Exit
    unit: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """The sentences of `proceedings.toml`, under the headings they have there."""

    places: tuple[str, ...]
    sessions: dict[Stage, tuple[str, ...]]
    absent: tuple[str, ...]
    contact: tuple[str, ...]
    extension: tuple[str, ...]
    withdrawn: tuple[str, ...]
    failed: tuple[FailureKind, ...]
    transferred: tuple[ReferralKind, ...]
    visits: dict[Finding, tuple[str, ...]]
    risk: dict[Literal["raised", "lowered"], tuple[RiskMove, ...]]
    lift: dict[Literal["reasons", "down"], tuple[str, ...]]
