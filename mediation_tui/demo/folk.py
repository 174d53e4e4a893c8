"""The people and organisations of the made-up town, with addresses and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from mediation_tui.demo.names import HAN, NameMaker, PersonName
from mediation_tui.demo.numbers import PhoneBook, id_number
from mediation_tui.model.vocabulary import Gender

_ID_SHARE = 0.25
_REDRAWS = 6


@dataclass(frozen=True)
class Home:
    """Where someone lives, and who lives there.

    Attributes:
        village: Full name with 村 or 社区.
        grid: The grid's name, empty when it does not matter.
        peoples: Nationalities of the village with their weights.
        clan: The surname most common there, empty for none.
        town: The town's name, for addresses.
    """

    village: str
    grid: str = ""
    peoples: tuple[tuple[str, int], ...] = ((HAN, 1),)
    clan: str = ""
    town: str = "共和镇"


@dataclass(frozen=True)
class Townsperson:
    """Somebody invented.

    Attributes:
        name: As written on papers.
        surname: Its Han surname, empty for a name without one.
        gender: Man or woman.
        nationality: 民族, such as 回族.
        born: Date of birth.
        occupation: 职业.
        phone: A number that is nobody's.
        address: Town, village, grid and door.
        village: The village's name.
        id_number: For a quarter of the people; empty for the others, as in a real book.
    """

    name: str
    surname: str
    gender: Gender
    nationality: str
    born: date
    occupation: str
    phone: str
    address: str
    village: str
    id_number: str = ""


@dataclass(frozen=True)
class Organisation:
    """An invented firm, shop, school or committee as a party.

    Attributes:
        name: Full name.
        kind: A key of the organisations in `names.toml`.
        representative: Who acts for it.
        post: The representative's post.
        phone: Its number.
        address: Town and village.
    """

    name: str
    kind: str
    representative: Townsperson
    post: str
    phone: str
    address: str


class Namer:
    """Makes up whoever is needed. The same seed makes the same people.

    Args:
        random: The only source of chance.
        today: The day the town is made up on; ages count from it.
    """

    def __init__(self, random: Random, today: date) -> None:
        self._random = random
        self._today = today
        self._names = NameMaker(random)
        self._phones = PhoneBook(random)
        self._used: set[str] = set()

    def person(
        self,
        home: Home,
        *,
        gender: Gender | None = None,
        nationality: str | None = None,
        surname: str | None = None,
        ages: tuple[int, int] = (22, 74),
        occupation: str | None = None,
    ) -> Townsperson:
        """Somebody of a village.

        Args:
            home: Where they live.
            gender: Man or woman; either when not given.
            nationality: 民族; as the village's people are when not given.
            surname: The family's; the village's clan or any other when not given.
            ages: Youngest and oldest, in full years.
            occupation: 职业; one usual at that age when not given.
        """
        gender = gender or self._random.choice((Gender.MALE, Gender.FEMALE))
        nationality = nationality or self._nationality(home)
        family = self._surname(home, nationality) if surname is None else surname
        name = self._name(gender, nationality, family)
        born = self._birthday(ages)
        return Townsperson(
            name=name.full,
            surname=name.surname,
            gender=gender,
            nationality=nationality,
            born=born,
            occupation=occupation or self._names.occupation(self._today.year - born.year),
            phone=self._phones.mobile(),
            address=f"{home.town}{home.village}{home.grid}{self._random.randint(1, 280)}号",
            village=home.village,
            id_number=id_number(self._random, born, gender) if self._random.random() < _ID_SHARE else "",
        )

    def kin(self, of: Townsperson, home: Home, *, younger: int = 0) -> Townsperson:
        """A brother, sister or child of somebody: the same people and, where there is one, surname.

        Args:
            of: Whose kin.
            home: Where the kin lives.
            younger: About how many years younger, 0 for brothers and sisters.
        """
        age = max(20, self._today.year - of.born.year - younger)
        return self.person(
            home, nationality=of.nationality, surname=of.surname, ages=(max(20, age - 4), age + 2)
        )

    def spouse(self, of: Townsperson, home: Home) -> Townsperson:
        """Somebody of about the same age and of the other gender."""
        age = self._today.year - of.born.year
        other = Gender.FEMALE if of.gender is Gender.MALE else Gender.MALE
        return self.person(home, gender=other, nationality=of.nationality, ages=(max(20, age - 4), age + 4))

    def organisation(self, kind: str, home: Home) -> Organisation:
        """An organisation of that kind.

        Args:
            kind: A key of the organisations in `names.toml`, such as `"cooperative"` or `"builder"`.
            home: The village it sits in.
        """
        head = self.person(home, ages=(30, 60))
        return Organisation(
            name=self._names.organisation(kind, home.village),
            kind=kind,
            representative=head,
            post=_POSTS.get(kind, "经理"),
            phone=self._phones.landline() if kind in _OFFICES else head.phone,
            address=f"{home.town}{home.village}",
        )

    def office_phone(self) -> str:
        """A landline for a village office."""
        return self._phones.landline()

    def _name(self, gender: Gender, nationality: str, family: str) -> PersonName:
        """A name seldom given before; namesakes happen, as they do."""
        for _attempt in range(_REDRAWS):
            name = self._names.person(gender, nationality, family)
            if name.full not in self._used:
                break
        self._used.add(name.full)
        return name

    def _nationality(self, home: Home) -> str:
        peoples, weights = zip(*home.peoples, strict=True)
        chosen: str = self._random.choices(peoples, weights)[0]
        return chosen

    def _surname(self, home: Home, nationality: str) -> str:
        """The clan's for half of the village's largest people."""
        largest = max(home.peoples, key=lambda entry: entry[1])[0]
        return home.clan if nationality == largest and self._random.random() < 0.5 else ""

    def _birthday(self, ages: tuple[int, int]) -> date:
        days = self._random.randint(ages[0] * 366, (ages[1] + 1) * 365)
        return self._today - timedelta(days=days)


_POSTS = {
    "cooperative": "理事长",
    "committee": "村委会主任",
    "school": "校长",
    "clinic": "负责人",
    "shop": "经营者",
    "appliance_shop": "经营者",
    "builders_shop": "经营者",
    "farm_shop": "经营者",
    "inn": "经营者",
    "works": "厂长",
    "farm": "场长",
    "quarry": "厂长",
    "webshop": "经营者",
    "courier": "站点负责人",
}
_OFFICES = frozenset({"committee", "school", "builder", "company"})
