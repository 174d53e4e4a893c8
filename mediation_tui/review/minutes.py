"""What a meeting leaves behind: who sat together, the numbers, what was looked at, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mediation_tui.clock import Clock as Now
from mediation_tui.model.case import Case
from mediation_tui.model.course import Decision
from mediation_tui.model.meeting import HeadNumber, Meeting, SeenLine, meeting_of
from mediation_tui.model.places import Town
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of
from mediation_tui.review.sections import SectionCode
from mediation_tui.rules.registers import MEETINGS
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter


@dataclass(frozen=True)
class Decided:
    """A decision as the minutes have it.

    Attributes:
        case: The case, by its id.
        number: Its number.
        village: The village's name; empty for a dispute from outside.
        text: What is to be done.
        owner: By whom.
        due: By when.
    """

    case: str
    number: str
    village: str
    text: str
    owner: str
    due: date


@dataclass(frozen=True)
class LookedAt:
    """How much of a section was looked at.

    Attributes:
        section: Which.
        numbers: The numbers of the cases.
        places: The names of the places.
    """

    section: SectionCode
    numbers: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.numbers) + len(self.places)


@dataclass(frozen=True)
class Minutes:
    """The minutes of a meeting (会议记录); a draft until it is closed.

    Attributes:
        meeting: The meeting as it stands.
        town: The town's places.
        numbers: The numbers signed at its end; as they are now while it goes on.
        looked: What was looked at, section by section.
        decisions: What it decided, case by case in the order of their numbers.
    """

    meeting: Meeting
    town: Town
    numbers: tuple[HeadNumber, ...]
    looked: tuple[LookedAt, ...]
    decisions: tuple[Decided, ...]


def read_minutes(book: Book, now: Now, meeting_id: str) -> Minutes:
    """The minutes of a meeting.

    Raises:
        NotFound: There is no such meeting.
    """
    meeting = meeting_of(book.steps(MEETINGS, meeting_id))
    ids = frozenset(line.case for line in meeting.seen if line.case)
    cases = {case.id: case for case in book.cases(CaseFilter(ids=ids))} if ids else {}
    if meeting.closed:
        numbers = meeting.closed.numbers
    else:
        numbers = tuple(head.signed for head in heads_of(read_docket(book, now, meeting.week)))
    decided = sorted(_decided(cases.values(), meeting_id, book.town), key=lambda pair: pair[0])
    return Minutes(
        meeting=meeting,
        town=book.town,
        numbers=numbers,
        looked=tuple(_looked(meeting.seen, cases, book.town)),
        decisions=tuple(each for _turn, each in decided),
    )


def _decided(
    cases: Iterable[Case], meeting_id: str, town: Town
) -> Iterator[tuple[tuple[int, int, str, int], Decided]]:
    for case in cases:
        for place, decision in enumerate(case.decisions):
            if decision.meeting == meeting_id:
                turn = (case.year, case.serial or 0, case.number, place)
                yield turn, _of(case, decision, town)


def _of(case: Case, decision: Decision, town: Town) -> Decided:
    village = town.village_name(case.village)
    return Decided(case.id, case.number, village, decision.text, decision.owner, decision.due)


def _looked(seen: Iterable[SeenLine], cases: Mapping[str, Case], town: Town) -> Iterator[LookedAt]:
    """What was looked at, in the order sections are walked; what an earlier version called otherwise comes last."""
    known = {code.value: code for code in SectionCode}
    by_section: dict[SectionCode, list[SeenLine]] = {code: [] for code in SectionCode}
    for line in seen:
        by_section[known.get(line.section, SectionCode.RAISED)].append(line)
    for code, here in by_section.items():
        numbers = tuple(cases[line.case].number for line in here if line.case and line.case in cases)
        places = tuple(place_name(town, line.place) for line in here if line.place is not None)
        if here:
            yield LookedAt(code, numbers, places)


def place_name(town: Town, place: str) -> str:
    """What a village or a grid is called, with the village of a grid; the town's own name for its desk."""
    if not place:
        return town.name
    for village in town.villages:
        if any(grid.id == place for grid in village.grids):
            return village.name + town.grid_name(village.id, place)
    return town.village_name(place)
