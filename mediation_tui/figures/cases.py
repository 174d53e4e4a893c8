"""Some of a population's disputes as a set of one bit each, joined, cut and counted without being looked through.

A table has more than a thousand figures, each with its cases, and nearly all of them are never opened: which cases
they are is told when somebody asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, reduce
from itertools import compress
from operator import and_, or_, xor
from typing import Any, TypeVar

from mediation_tui.figures.figure import NONE, CaseIds

_Value = TypeVar("_Value", bound=Hashable)

_ZERO, _ONE = b"01"
_AS_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_AS_FLAGS = bytes.maketrans(b"01", b"\x00\x01")


class Roll:
    """Disputes in an order, so that each has a place.

    Args:
        ids: Their ids, each once.
    """

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = ids

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each stands, from 0."""
        return {case: place for place, case in enumerate(self.ids)}

    @cached_property
    def everybody(self) -> Cases:
        """All of them."""
        return Cases(self, (1 << len(self.ids)) - 1)

    def sorted_by(self, values: Iterable[_Value]) -> Mapping[_Value, Cases]:
        """Those that have each value; one value for each, in their order."""
        gathered: dict[_Value, list[int]] = defaultdict(list)
        for place, value in enumerate(values):
            gathered[value].append(place)
        return {value: self._at(places) for value, places in gathered.items()}

    def where(self, holds: Iterable[bool]) -> Cases:
        """Those for which something holds; one answer for each, in their order."""
        return self._of(bytes(holds).translate(_AS_DIGITS))

    def _at(self, places: Iterable[int]) -> Cases:
        digits = bytearray([_ZERO]) * len(self.ids)
        for place in places:
            digits[place] = _ONE
        return self._of(digits)

    def _of(self, digits: bytes | bytearray) -> Cases:
        """Those that have a 1 among binary digits, the first one's first."""
        return Cases(self, int(digits[::-1] or b"0", 2))


class Cases(AbstractSet[str]):
    """Some of the disputes on a roll, by id.

    Args:
        roll: All of them.
        bits: One for each of these, at its place.
    """

    __slots__ = ("_bits", "_roll")

    def __init__(self, roll: Roll, bits: int) -> None:
        self._roll = roll
        self._bits = bits

    def __contains__(self, case: object) -> bool:
        place = self._roll.places.get(case) if isinstance(case, str) else None
        return place is not None and bool(self._bits >> place & 1)

    def __iter__(self) -> Iterator[str]:
        flags = f"{self._bits:b}"[::-1].encode().translate(_AS_FLAGS)
        return compress(self._roll.ids, flags)

    def __len__(self) -> int:
        return self._bits.bit_count()

    def __bool__(self) -> bool:
        return self._bits != 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Cases) and other._roll is self._roll:
            return self._bits == other._bits
        return isinstance(other, AbstractSet) and frozenset(self) == other

    __hash__ = AbstractSet._hash

    def __and__(self, other: AbstractSet[object]) -> CaseIds:
        return self._with(other, and_)

    def __or__(self, other: CaseIds) -> CaseIds:  # type: ignore[override]
        return self._with(other, or_)

    def __xor__(self, other: CaseIds) -> CaseIds:  # type: ignore[override]
        return self._with(other, xor)

    def __sub__(self, other: AbstractSet[object]) -> CaseIds:
        return self._with(other, _without)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def __rsub__(self, other: CaseIds) -> CaseIds:
        return self._with(other, lambda mine, theirs: _without(theirs, mine))

    def __repr__(self) -> str:
        return f"Cases({sorted(self)})"

    def _with(self, other: AbstractSet[Any], done: Callable[[Any, Any], Any]) -> CaseIds:
        """What becomes of these and others: of bits where the others are of the same roll or none, else of plain sets."""
        if isinstance(other, Cases) and other._roll is self._roll:
            return Cases(self._roll, done(self._bits, other._bits))
        if not other:
            return Cases(self._roll, done(self._bits, 0))
        plain: CaseIds = done(frozenset(self), frozenset(other))
        return plain


def together(sets: Iterable[CaseIds]) -> CaseIds:
    """The cases that are in any of some sets."""
    return reduce(or_, sets, NONE)


def _without(these: Any, those: Any) -> Any:
    """What is in one set and not in the other, be they sets or bits."""
    return these ^ (these & those)
