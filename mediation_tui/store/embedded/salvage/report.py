"""What came of salvaging a book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Left(StrEnum):
    """How much of something is left."""

    WHOLE = auto()
    """All of it."""
    DOUBTFUL = auto()
    """Something, and nothing tells whether that is all."""
    INCOMPLETE = auto()
    """Something, and it is known that more was there."""
    LOST = auto()
    """Nothing that could be used."""


@dataclass(frozen=True)
class CaseLeft:
    """What is left of one case.

    Attributes:
        case_id: The case.
        number: Its number; empty where that is lost.
        left: Whole: folded from all its events. Doubtful: folded from those found. Incomplete: as it was last
            stored, or folded from those found. Lost: its events are kept, and make no case.
        events: How many of its events were found.
        missing: How many were not, as far as is known.
    """

    case_id: str
    number: str
    left: Left
    events: int
    missing: int = 0


@dataclass(frozen=True)
class Gap:
    """Events of a chain that were not found.

    Attributes:
        origin: Whose chain.
        first: The number of the first one missing.
        last: The number of the last one missing.
    """

    origin: str
    first: int
    last: int

    @property
    def events(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class ReportLeft:
    """What is left of one report.

    Attributes:
        report_id: The report.
        title: What it is called; empty where that is lost.
        steps: How many of its steps were found.
        missing: How many were not; steps after the last one found are not known of.
    """

    report_id: str
    title: str
    steps: int
    missing: int = 0


@dataclass(frozen=True)
class RecordLeft:
    """What is left of one screening round, legal question or meeting.

    Attributes:
        table: The table of its kind.
        record_id: The record.
        steps: How many of its steps were found.
        missing: How many were not; steps after the last one found are not known of.
    """

    table: str
    record_id: str
    steps: int
    missing: int = 0


@dataclass(frozen=True)
class Salvaged:
    """What was got out of a damaged book, and what was not.

    Attributes:
        origin: The id the book writes its events under.
        origin_found: Whether that was found; else it was told from the events.
        events: How many events were found.
        cases: Every case of which anything was found.
        gaps: The events that are missing, chain by chain.
        open_ends: Chains whose last event is not known; there may have been more, so no more is written into them.
        roster: What is left of places and people.
        rules: Whether the office's rules of time were found; else the book has those the program comes with.
        reports: Every report of which anything was found.
        records: Every screening round, legal question and meeting of which anything was found.
    """

    origin: str
    origin_found: bool
    events: int
    cases: tuple[CaseLeft, ...]
    gaps: tuple[Gap, ...]
    open_ends: tuple[str, ...]
    roster: Left
    rules: bool
    reports: tuple[ReportLeft, ...] = ()
    records: tuple[RecordLeft, ...] = ()

    @property
    def missing(self) -> int:
        """How many events are known to be missing."""
        return sum(gap.events for gap in self.gaps)

    @property
    def unplaced(self) -> int:
        """How many of them belong to nobody knows which case, so that a whole case may be lost."""
        return max(0, self.missing - sum(case.missing for case in self.cases))

    @property
    def complete(self) -> bool:
        """Whether everything was got out."""
        whole = all(case.left is Left.WHOLE for case in self.cases) and self.roster is Left.WHOLE
        steps = sum(report.missing for report in self.reports) + sum(left.missing for left in self.records)
        return whole and self.origin_found and self.rules and not (self.gaps or self.open_ends or steps)
