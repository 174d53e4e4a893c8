"""The frame every recorded value shares."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from mediation_tui.i18n import _

if TYPE_CHECKING:
    from typing import Self


class Frozen(BaseModel):
    """A value: never changed once made, and nothing in it that its description does not name.

    Validators are built at first use, so that starting the program does not pay for records it never shows, and
    an error never repeats the input, which may be personal.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)


class Word(StrEnum):
    """A closed vocabulary: a stable code that is stored, and the Chinese word people read.

    Members are written `CODE = "code", "中文词"`; the label is that word in the language spoken now.
    """

    source: str

    def __new__(cls, code: str, source: str = "") -> Self:
        """A member with its stored code and its Chinese word."""
        word = str.__new__(cls, code)
        word._value_ = code
        word.source = source
        return word

    @property
    def label(self) -> str:
        """The word in the language spoken now."""
        return _(self.source)


@cache
def _scale(vocabulary: type[Word]) -> dict[str, int]:
    """The steps of a vocabulary whose words form a scale."""
    return {word: step for step, word in enumerate(vocabulary)}


class OrderedWord(Word):
    """A vocabulary whose words form a scale, in the order they are written."""

    @property
    def rank(self) -> int:
        """The step on the scale, from 0."""
        return _scale(type(self))[self]

    def __lt__(self, other: str) -> bool:
        return self.rank < type(self)(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= type(self)(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > type(self)(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= type(self)(other).rank


class Grade(IntEnum):
    """A scale stored as its number, because its words are the office's own choice."""

    source: str

    def __new__(cls, rank: int, source: str = "") -> Self:
        """A step with its rank and its Chinese word."""
        grade = int.__new__(cls, rank)
        grade._value_ = rank
        grade.source = source
        return grade

    @property
    def label(self) -> str:
        """The word in the language spoken now."""
        return _(self.source)
