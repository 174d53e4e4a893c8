"""Invented names for a town of many peoples: Han, 回, 藏, 土 and 蒙古.

Names are put together from parts, so nobody is meant by any of them. They keep every habit that breaks a
program which takes a name for two or three common characters: no Han surname, a `·` in the middle,
compound surnames, long names, and characters outside the old code pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from mediation_tui.demo.shelf import read
from mediation_tui.model.vocabulary import Gender

HAN, HUI, TIBETAN, TU, MONGOL = "汉族", "回族", "藏族", "土族", "蒙古族"
NATIONALITIES = (HAN, HUI, TIBETAN, TU, MONGOL)

_OLD = 68
_RARE = 0.015
_COMPOUND = 0.02
_DOTTED = 0.12


@dataclass(frozen=True)
class PersonName:
    """What someone is called.

    Attributes:
        full: The name as written on papers.
        surname: Its Han surname, empty for a name without one.
    """

    full: str
    surname: str = ""


class NameMaker:
    """Makes up names of persons and organisations.

    Args:
        random: The only source of chance.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._parts = read("names")
        self._makers: dict[str, Callable[[Gender, str], PersonName]] = {
            HAN: self._han,
            HUI: self._hui,
            TIBETAN: self._tibetan,
            TU: self._tu,
            MONGOL: self._mongol,
        }

    def person(self, gender: Gender, nationality: str, surname: str = "") -> PersonName:
        """A name as that people gives it.

        Args:
            gender: Man or woman.
            nationality: One of `NATIONALITIES`.
            surname: The family's surname, where the people has surnames; any when empty.
        """
        return self._makers[nationality](gender, surname)

    def organisation(self, kind: str, village: str) -> str:
        """An invented organisation's full name.

        Args:
            kind: Such as `"cooperative"`, `"builder"`, `"school"`, `"shop"`: a key of `names.toml`.
            village: The full name of the village or community, for the kinds that bear it.
        """
        if kind == "committee":
            return village + ("居民委员会" if village.endswith("社区") else "民委员会")
        bare = village.removesuffix("村").removesuffix("社区")
        return self._one("organisations", kind).format(village=bare, word=self._one("organisations", "words"))

    def occupation(self, age: int) -> str:
        """What somebody of that age, in full years, does for a living."""
        return self._one("occupations", "old" if age >= _OLD else "common")

    def _one(self, people: str, part: str) -> str:
        choice: str = self._random.choice(self._parts[people][part])
        return choice

    def _given(self, people: str, gender: Gender) -> str:
        return self._one(people, "men" if gender is Gender.MALE else "women")

    def _surname(self, people: str) -> str:
        if people == "han" and self._happens(_COMPOUND):
            return self._pick("compound_surnames")
        return self._one(people, "surnames")

    def _han(self, gender: Gender, surname: str) -> PersonName:
        family = surname or self._surname("han")
        return PersonName(family + self._han_given(gender), family)

    def _han_given(self, gender: Gender) -> str:
        if self._happens(_RARE):
            return self._pick("rare")
        return self._one("han", "first") + self._given("han", gender)

    def _hui(self, gender: Gender, surname: str) -> PersonName:
        family = surname or self._surname("hui")
        if self._happens(_DOTTED):
            return PersonName(f"{self._arabic(gender)}·{family}")
        given = self._han_given(gender) if self._happens(0.5) else self._given("hui", gender)
        return PersonName(family + given, family)

    def _arabic(self, gender: Gender) -> str:
        return self._one("hui", "arabic" if gender is Gender.MALE else "arabic_women")

    def _tibetan(self, gender: Gender, surname: str) -> PersonName:
        first, given = self._one("tibetan", "first"), self._given("tibetan", gender)
        dot = "·" if self._happens(_DOTTED) else ""
        return PersonName(first + dot + given)

    def _tu(self, gender: Gender, surname: str) -> PersonName:
        if not surname and self._happens(0.3):
            return PersonName(self._given("tu", gender))
        family = surname or self._surname("tu")
        return PersonName(family + self._given("tu", gender), family)

    def _mongol(self, gender: Gender, surname: str) -> PersonName:
        given = self._given("mongol", gender)
        if self._happens(_DOTTED):
            return PersonName(f"{self._one('mongol', 'first')}·{given}")
        return PersonName(self._one("mongol", "first") + given if self._happens(0.5) else given)

    def _pick(self, part: str) -> str:
        choice: str = self._random.choice(self._parts[part])
        return choice

    def _happens(self, share: float) -> bool:
        return self._random.random() < share
