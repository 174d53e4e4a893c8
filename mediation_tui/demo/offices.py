"""Who mediates, advises and keeps the book in the made-up town: committees, lawyers, the justice office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from mediation_tui.demo.folk import Home, Namer, Townsperson
from mediation_tui.demo.names import HAN, HUI, TIBETAN, TU
from mediation_tui.demo.places import TownSpec, VillageSpec
from mediation_tui.model.vocabulary import CommitteeKind, Gender, Post, Role, VillageKind

TERM_YEARS = 3
"""A committee's term (人民调解法 Art 9)."""

_PEOPLES = ((HAN, 6), (HUI, 2), (TIBETAN, 1), (TU, 1))
_FIRMS = ("河滨律师事务所", "北山律师事务所", "湟谷律师事务所", "昆岗律师事务所")
_OLDEST_TERM_DAYS = 1_050
_EXPIRED_TERM_DAYS = 1_150


@dataclass(frozen=True)
class Term:
    """A mediator's term of office.

    Attributes:
        first: First day.
        last: Last day, three years on.
    """

    first: date
    last: date

    @classmethod
    def of(cls, first: date) -> Term:
        """The three years from a day (人民调解法 Art 9)."""
        return cls(first, first.replace(year=first.year + TERM_YEARS) - timedelta(days=1))


@dataclass(frozen=True)
class MediatorSpec:
    """A mediator to be.

    Attributes:
        person: Who.
        post: Director, deputy, member, or hired.
        term: The present term.
        full_time: 专职; part-time otherwise.
    """

    person: Townsperson
    post: Post
    term: Term
    full_time: bool = False


@dataclass(frozen=True)
class CommitteeSpec:
    """A people's mediation committee to be.

    Attributes:
        name: Full name, as on its seal.
        kind: Village, community or town.
        village: The village's name; none for the town's.
        mediators: Three to nine members (Art 8), and at the town the hired ones after them.
    """

    name: str
    kind: CommitteeKind
    village: str | None
    mediators: tuple[MediatorSpec, ...]


@dataclass(frozen=True)
class AdviserSpec:
    """A village's legal adviser (村法律顾问) to be.

    Attributes:
        person: The lawyer.
        firm: The law firm.
        villages: Names of the two to four villages advised.
    """

    person: Townsperson
    firm: str
    villages: tuple[str, ...]


@dataclass(frozen=True)
class StaffSpec:
    """Somebody of the justice office to be.

    Attributes:
        person: Who.
        role: Head of the office, or officer.
        post: 所长 or 司法助理员.
    """

    person: Townsperson
    role: Role
    post: str


@dataclass(frozen=True)
class OfficesSpec:
    """Everybody on the town's roster beside the grid workers.

    Attributes:
        committees: One a village in the villages' order, then the town's.
        advisers: So many that every village has one.
        staff: The head first.
    """

    committees: tuple[CommitteeSpec, ...]
    advisers: tuple[AdviserSpec, ...]
    staff: tuple[StaffSpec, ...]


def make_offices(random: Random, namer: Namer, town: TownSpec, today: date) -> OfficesSpec:
    """The committees, advisers and staff of a town.

    One village's term has run out, as it does somewhere every year; the others end at different times.

    Args:
        random: Decides sizes and terms.
        namer: Makes up the people.
        town: Whose offices.
        today: Terms run around this day.
    """
    late = random.randrange(len(town.villages))
    committees = [
        _village_committee(random, namer, village, _term(random, today, expired=index == late))
        for index, village in enumerate(town.villages)
    ]
    committees.append(_town_committee(random, namer, town, _term(random, today)))
    return OfficesSpec(tuple(committees), _advisers(random, namer, town), _staff(namer, town))


def _term(random: Random, today: date, *, expired: bool = False) -> Term:
    """A term around today; one that has run out begins more than three years ago."""
    ago = _EXPIRED_TERM_DAYS if expired else random.randint(60, _OLDEST_TERM_DAYS)
    started = today - timedelta(days=ago)
    return Term.of(started.replace(day=1))


def _village_committee(random: Random, namer: Namer, village: VillageSpec, term: Term) -> CommitteeSpec:
    community = village.kind is VillageKind.COMMUNITY
    people = _members(random.choice((3, 3, 5, 5, 5, 7)), namer, village.home(), village.largest_people)
    return CommitteeSpec(
        name=f"{village.name}人民调解委员会",
        kind=CommitteeKind.COMMUNITY if community else CommitteeKind.VILLAGE,
        village=village.name,
        mediators=tuple(_seated(people, term)),
    )


def _town_committee(random: Random, namer: Namer, town: TownSpec, term: Term) -> CommitteeSpec:
    """Seven members, and two or three hired mediators who do nothing else."""
    home = Home("", peoples=_PEOPLES, town=town.name)
    hired = [namer.person(home, ages=(40, 62)) for _ in range(random.choice((2, 3)))]
    return CommitteeSpec(
        name=f"{town.name}人民调解委员会",
        kind=CommitteeKind.TOWN,
        village=None,
        mediators=(
            *_seated(_members(7, namer, home, HAN), term),
            *(MediatorSpec(person, Post.HIRED, term, full_time=True) for person in hired),
        ),
    )


def _members(count: int, namer: Namer, home: Home, largest: str) -> list[Townsperson]:
    """A committee as the law wants it: a woman, and somebody of a smaller nationality (Art 8)."""
    smaller = next((people for people, _weight in home.peoples if people not in (largest, HAN)), None)
    nationality = smaller or (largest if largest != HAN else TIBETAN)
    return [
        namer.person(home, gender=Gender.MALE, ages=(38, 64)),
        namer.person(home, gender=Gender.FEMALE, ages=(28, 58)),
        namer.person(home, nationality=nationality, ages=(30, 64)),
        *(namer.person(home, ages=(28, 66)) for _ in range(count - 3)),
    ]


def _seated(people: Sequence[Townsperson], term: Term) -> Iterator[MediatorSpec]:
    """A director, a deputy where there are five or more, and members."""
    for seat, person in enumerate(people):
        deputy = seat == 1 and len(people) >= 5
        post = Post.DIRECTOR if seat == 0 else Post.DEPUTY if deputy else Post.MEMBER
        yield MediatorSpec(person, post, term)


def _advisers(random: Random, namer: Namer, town: TownSpec) -> tuple[AdviserSpec, ...]:
    """Lawyers from the district, each with two to four neighbouring villages."""
    home = Home("", peoples=_PEOPLES, town=town.county)
    return tuple(
        AdviserSpec(
            person=namer.person(home, ages=(27, 52), occupation="律师"),
            firm=random.choice(_FIRMS),
            villages=villages,
        )
        for villages in _handfuls(random, [village.name for village in town.villages])
    )


def _handfuls(random: Random, names: list[str]) -> Iterator[tuple[str, ...]]:
    """The names in runs of two to four, never leaving one alone."""
    while names:
        sizes = [size for size in (2, 3, 4) if len(names) - size != 1 and size <= len(names)]
        size = random.choice(sizes)
        yield tuple(names[:size])
        names = names[size:]


def _staff(namer: Namer, town: TownSpec) -> tuple[StaffSpec, ...]:
    home = Home("", peoples=_PEOPLES, town=town.name)
    head = namer.person(home, ages=(36, 54), occupation="公务员")
    assistants = [namer.person(home, ages=(26, 45), occupation="公务员") for _ in range(2)]
    return (
        StaffSpec(head, Role.HEAD, "所长"),
        *(StaffSpec(person, Role.OFFICER, "司法助理员") for person in assistants),
    )
