"""A record that is its steps, as a case is its events: a step is never changed or removed, and a correction is another.

Reports, screening rounds, legal questions and meetings are kept so. Each step names the hash of the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.instant import Instant

Hash = Annotated[str, Field(min_length=64, max_length=64)]


class Kept(Frozen):
    """What is stored as it is and hashed as it is stored.

    What a later version adds does not change the hash of what is there: only what was written is in the document.
    """

    @property
    def document(self) -> dict[str, Any]:
        """It as it is stored."""
        return self.model_dump(mode="json", exclude_unset=True)


class Step(Kept):
    """One step of a record.

    Attributes:
        number: Its place among the record's steps, from 1.
        actor: Who took it: a roster id, or a name.
        at: When it was taken, UTC.
        previous: The hash of the step before it, `GENESIS` for the first.
    """

    names_record: ClassVar[str]
    """The field that says whose step it is."""

    number: int = Field(ge=1)
    actor: str
    at: Instant
    previous: Hash

    @property
    def record_id(self) -> str:
        """Whose step it is."""
        return str(getattr(self, self.names_record))

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the step as it is stored."""
        return canonical_hash(self.document)


class Standing(Frozen):
    """How a record stands after its steps.

    Attributes:
        id: The record: UUIDv7 as text.
        version: How many steps it has taken.
        recorded_by: Who took the first.
        recorded_at: When, UTC.
        touched_at: When the last was taken, UTC.
    """

    id: str
    version: int
    recorded_by: str
    recorded_at: datetime
    touched_at: datetime


def standing(steps: Sequence[Step]) -> dict[str, Any]:
    """What every record says of itself, from its steps in their order."""
    first, last = steps[0], steps[-1]
    return {
        "id": first.record_id,
        "version": last.number,
        "recorded_by": first.actor,
        "recorded_at": first.at,
        "touched_at": last.at,
    }
