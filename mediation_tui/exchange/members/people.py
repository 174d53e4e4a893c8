"""The people of a roster as its rows name them: found again, added, put right, never taken away."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_tui.errors import MediationError
from mediation_tui.exchange.members.ids import next_code
from mediation_tui.exchange.members.row import Member
from mediation_tui.i18n import N_, _
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Role
from mediation_tui.pinyin import initials


class People:
    """The people on the roster while a sheet is read.

    Two rows or records are the same person where role, name and village agree and no two birth years contradict.

    Args:
        people: The roster as the book has it.
        town: The town with all its places and committees.

    Attributes:
        named: Where each person the rows have named was named first, by id.
        namesakes: What to say of people who may or may not be somebody on the roster already.
    """

    def __init__(self, people: Sequence[Person], town: Town) -> None:
        self.named: dict[str, int] = {}
        self.namesakes: list[str] = []
        self._people = {person.id: person for person in people}
        self._town = town

    @property
    def everyone(self) -> tuple[Person, ...]:
        """The roster as it stands now, new people last."""
        return tuple(self._people.values())

    def take(self, said: Member, village: str | None, grid: str | None, row: int) -> None:
        """Take in what a row says of a person.

        Raises:
            MediationError: Several people may be meant, or an earlier row said something else of this one.
        """
        alike = [
            p for p in self._people.values() if (p.role, p.name, p.village) == (said.role, said.name, village)
        ]
        found = [p for p in alike if said.birth_year is None or p.birth_year in (None, said.birth_year)]
        if len(found) > 1:
            raise MediationError(N_("名册里有几位{name}，请填出生年加以区分"), name=said.name)
        known = found[0] if found else self._newcomer(said, village, strange=bool(alike))
        right = self._put_right(known, said, grid)
        earlier = self.named.setdefault(known.id, row)
        if earlier != row and right != known:
            sentence = N_("与第 {row} 行是同一个{name}，内容却不同；不是同一人的，请填出生年加以区分")
            raise MediationError(sentence, row=earlier, name=said.name)
        self._people[known.id] = right

    def _newcomer(self, said: Member, village: str | None, *, strange: bool) -> Person:
        if strange:
            sentence = _("名册里已有同名的{name}，出生年不同，按另一人添加")
            self.namesakes.append(sentence.format(name=said.name))
        mediates = said.role is Role.MEDIATOR
        return Person(
            id=next_code("m", 3, self._people),
            role=said.role,
            name=said.name,
            village=village,
            committee=self._town.committee_of(village).id if mediates else None,
            initials=" ".join(initials(said.name)),
        )

    def _put_right(self, known: Person, said: Member, grid: str | None) -> Person:
        """The person with everything the row says; an empty cell says nothing."""
        changes = {name: value for name in Member.model_fields if (value := getattr(said, name)) is not None}
        if grid and said.role is Role.GRID_WORKER:
            changes["grid"] = grid
        return known.model_copy(update=changes)
