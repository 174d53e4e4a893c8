"""What the reading commands print as JSON; `schemas/` describes each."""

from __future__ import annotations

from datetime import datetime

from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.rules.workyears import WorkYear
from mediation_tui.store.embedded.salvage.report import Left


class ListedCase(CaseFacts):
    """A case in one line, with the names of its places.

    Attributes:
        village_name: As it is on the roster now; empty for a dispute the town took in from outside.
        grid_name: Empty without a grid.
        committee_name: Whose case it is.
    """

    village_name: str
    grid_name: str
    committee_name: str


class ShownCase(Frozen):
    """A case in full: its facts in one line, and everything its events fold to.

    Personal facts are masked unless they were asked for.
    """

    facts: ListedCase
    case: Case


class KnownYear(WorkYear):
    """A year whose working days are known; all others are taken for Monday to Friday.

    Attributes:
        own: The office wrote it down itself; the program has it otherwise or not at all.
    """

    own: bool


class CheckFinding(Frozen):
    """One thing a check found, in the language it was run in.

    Attributes:
        sentence: What is wrong.
        case_id: The case concerned, if one is.
        number: Its number, where the book still knows it; empty otherwise.
        advice: What to do about it.
    """

    sentence: str
    case_id: str | None
    number: str
    advice: str


class ChainEndRecord(Frozen):
    """Where one chain of events ends.

    Attributes:
        origin: Whose chain.
        events: How many events it has.
        hash: The hash of the last one; noted down elsewhere, it shows later whether the chain is still the same.
    """

    origin: str
    events: int
    hash: str


class NewestBackup(Frozen):
    """The newest automatic backup.

    Attributes:
        path: Its file.
        made_at: When it was made, in UTC.
    """

    path: str
    made_at: datetime


class BookInfo(Frozen):
    """What a book is and what holds it.

    Attributes:
        location: Its path or URL.
        engine: SQLite or PostgreSQL.
        engine_version: The engine's version.
        format: The format of its records.
        journal: How a file is written safely; empty for a database.
        file_bytes: The file's size; nothing for a database.
        log_bytes: The size of the log beside it; nothing for a database.
        resets_log_wrongly: Whether this version of SQLite may lose a commit when programs other than this one have
            the file open too.
        cases: How many cases it has.
        events: How many events its chains have.
        chains: Where each of them ends.
        newest_backup: The newest automatic backup, if there is one.
    """

    location: str
    engine: str
    engine_version: str
    format: int
    journal: str
    file_bytes: int | None
    log_bytes: int | None
    resets_log_wrongly: bool
    cases: int
    events: int
    chains: tuple[ChainEndRecord, ...]
    newest_backup: NewestBackup | None


class SalvagedCase(Frozen):
    """What is left of one case.

    Attributes:
        case_id: The case.
        number: Its number; empty where that is lost.
        left: Whole: made from all its events. Doubtful: made from the events found, which may not be all.
            Incomplete: events are known to be missing. Lost: its events, if any, are kept but make no case.
        events: How many of its events were found.
        missing: How many were not, as far as is known.
    """

    case_id: str
    number: str
    left: Left
    events: int
    missing: int


class MissingEvents(Frozen):
    """Events of one chain that were not found.

    Attributes:
        origin: Whose chain.
        first: The number of the first one missing.
        last: The number of the last one missing.
    """

    origin: str
    first: int
    last: int


class SalvagedReport(Frozen):
    """What is left of one report.

    Attributes:
        report_id: The report.
        title: What it is called; empty where that is lost.
        steps: How many of its steps were found.
        missing: How many were not, as far as is known.
    """

    report_id: str
    title: str
    steps: int
    missing: int


class SalvagedRecord(Frozen):
    """What is left of one screening round, legal question or meeting.

    Attributes:
        table: `screenings`, `consultations` or `meetings`.
        record_id: The record.
        steps: How many of its steps were found.
        missing: How many were not, as far as is known.
    """

    table: str
    record_id: str
    steps: int
    missing: int


class SalvageReport(Frozen):
    """What was got out of a damaged book, and what was not.

    Attributes:
        complete: Whether everything was got out.
        origin: The id the new book writes its events under.
        origin_found: Whether that was found; else it was told from the events.
        events: How many events were found.
        cases: Every case of which anything was found.
        gaps: The events that are missing.
        unplaced: How many of them belong to nobody knows which case; whole cases may be lost.
        open_ends: Chains whose last event is not known; no more is written into them.
        roster: What is left of places and people; incomplete or lost, it has to be imported again.
        rules: Whether the office's rules of time were found; else the book has those the program comes with.
        reports: Every report of which anything was found.
        records: Every screening round, legal question and meeting of which anything was found.
    """

    complete: bool
    origin: str
    origin_found: bool
    events: int
    cases: tuple[SalvagedCase, ...]
    gaps: tuple[MissingEvents, ...]
    unplaced: int
    open_ends: tuple[str, ...]
    roster: Left
    rules: bool
    reports: tuple[SalvagedReport, ...]
    records: tuple[SalvagedRecord, ...]


def listed(facts: CaseFacts, town: Town) -> ListedCase:
    """A case with the names of its places, as the roster has them now."""
    committees = {committee.id: str(committee.name) for committee in town.committees}
    return ListedCase.model_construct(
        **dict(facts),
        village_name=town.village_name(facts.village),
        grid_name=town.grid_name(facts.village, facts.grid),
        committee_name=committees.get(facts.committee, facts.committee),
    )
