"""What keeps a case in order: closing and filing, decisions, notes, and taking things back."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.text import Line, Story, StoryRequired
from mediation_tui.model.vocabulary import Paper


class Closed(Frozen):
    """The matter is performed or otherwise dealt with (结案); not when it was signed.

    Attributes:
        told_to_sue: Where an obligation was not met: the other side was told it may sue or ask for enforcement.
    """

    kind: Literal[EventKind.CLOSED] = EventKind.CLOSED
    note: Story = ""
    told_to_sue: bool = False


class Reopened(Frozen):
    """The same dispute is mediated again (重新调解): a new round, not a new case."""

    kind: Literal[EventKind.REOPENED] = EventKind.REOPENED
    reason: StoryRequired


class Gap(Frozen):
    """A paper the file lacks, and why (无凭证原因)."""

    paper: Paper
    reason: Line = Field(min_length=1)


class Archived(Frozen):
    """The file is bound and put away; read only from now on.

    Attributes:
        retention: How long it is kept (保管期限), chosen by the office: no national period is known.
        place: Box or shelf.
        gaps: Each missing paper with its reason.
    """

    kind: Literal[EventKind.ARCHIVED] = EventKind.ARCHIVED
    retention: Line = Field(min_length=1)
    place: Line = ""
    gaps: tuple[Gap, ...] = ()


class DecisionMade(Frozen):
    """What a review decided on the case (研判意见).

    Attributes:
        text: What is to be done.
        owner: Who is to do it (承办人).
        due: By when.
        meeting: The meeting that decided it; none where it was decided between meetings.
    """

    kind: Literal[EventKind.DECISION_MADE] = EventKind.DECISION_MADE
    text: StoryRequired
    owner: Line = Field(min_length=1)
    due: date
    meeting: str | None = None


class DecisionDone(Frozen):
    """What came of a decision.

    Attributes:
        decision: Which one, by its place among the case's, from 1.
        done: Whether it was done; where it was not, the note says why.
    """

    kind: Literal[EventKind.DECISION_DONE] = EventKind.DECISION_DONE
    decision: int = Field(ge=1)
    done: bool
    note: Story = ""


class DocumentAttached(Frozen):
    """A paper was put into the file; the paper itself stays in the cabinet."""

    kind: Literal[EventKind.DOCUMENT_ATTACHED] = EventKind.DOCUMENT_ATTACHED
    paper: Paper
    title: Line = ""
    pages: int | None = Field(default=None, ge=1, le=9999)


class NoteAdded(Frozen):
    """Anything worth writing down that is none of the other kinds."""

    kind: Literal[EventKind.NOTE_ADDED] = EventKind.NOTE_ADDED
    text: StoryRequired


class Voided(Frozen):
    """Entered in error; it never counts, and its number is never used again."""

    kind: Literal[EventKind.VOIDED] = EventKind.VOIDED
    reason: StoryRequired


class MergedInto(Frozen):
    """The same dispute already had a case: this one is void and points to the older (作废并案)."""

    kind: Literal[EventKind.MERGED_INTO] = EventKind.MERGED_INTO
    target: str
    reason: Story = ""


class Undone(Frozen):
    """The actor's own last act is taken back; both stay on record and the fold skips the pair."""

    kind: Literal[EventKind.UNDONE] = EventKind.UNDONE
    event: UUID
