"""From rows of narrow columns to the facts of cases: tens of thousands at a time, so without Pydantic for each.

What each column holds is told from the fields of `CaseFacts`, once. A word nobody knows, a text where a number should
be, or nothing where something must be is refused as a `ValueError`, a `LookupError` or a `TypeError`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache, lru_cache, partial
from itertools import islice
from types import NoneType
from typing import Any, Generic, TypeVar, get_args

from pydantic import AwareDatetime, TypeAdapter

from mediation_tui.errors import DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.model.facts import CaseFacts, CountedFacts, PastRound
from mediation_tui.model.prevention import Prevention
from mediation_tui.store.records.documents import FACT_NAMES

UNREADABLE = (ValueError, LookupError, TypeError)
"""What reading a row raises where it is not what we write."""

_Read = Callable[[Any], Any]
"""From what is stored in one place to its value."""

_Reader = Callable[[Sequence[Any]], Iterable[Any]]
"""From what is stored in a column to its values."""

Made = TypeVar("Made", CaseFacts, CountedFacts)

_TOGETHER = 500
"""Rows read at a time."""


def facts_from(row: Sequence[Any]) -> CaseFacts:
    """The facts in a row of `FACT_COLUMNS`."""
    (facts,) = _FACTS.read([row])
    return facts


def read_facts(rows: Iterable[Sequence[Any]], location: str) -> Iterator[CaseFacts]:
    """The facts in rows of `FACT_COLUMNS`.

    Args:
        rows: The rows.
        location: Where the book is, for the sentence.

    Raises:
        DamagedBook: One of them is not what we write; `facts["number"]` is the case's number.
    """
    return _FACTS.each(rows, location)


def read_counted(rows: Iterable[Sequence[Any]], location: str) -> Iterator[CountedFacts]:
    """What figures count by, in rows of `COUNTED_COLUMNS`; see `read_facts`."""
    return _COUNTED.each(rows, location)


def number_in(row: Sequence[Any]) -> str:
    """The number of the case in a row of `FACT_COLUMNS` that may be damaged; its id where that is lost."""
    return _FACTS.number(row)


class _Form(Generic[Made]):
    """A choice of facts, and what is made of them.

    Args:
        names: Which facts a row holds, in their order; id and number are among them.
        made: Makes the facts of many cases of their values.
    """

    def __init__(
        self, names: Sequence[str], made: Callable[[Iterable[tuple[Any, ...]]], Iterable[Made]]
    ) -> None:
        self._readers = [_reader(name, CaseFacts.model_fields[name].annotation) for name in names]
        self._made: Callable[[Iterable[tuple[Any, ...]]], Iterable[Made]] = made
        self._id, self._number = names.index("id"), names.index("number")

    def read(self, rows: Sequence[Sequence[Any]]) -> list[Made]:
        """The facts in some rows, read column by column: what is the same for a whole column is done once."""
        stored = zip(*rows, strict=True)
        read = [reader(column) for reader, column in zip(self._readers, stored, strict=True)]
        return list(self._made(zip(*read, strict=True)))

    def each(self, rows: Iterable[Sequence[Any]], location: str) -> Iterator[Made]:
        """The facts in all rows, up to one that is not what we write."""
        coming = iter(rows)
        while some := list(islice(coming, _TOGETHER)):
            try:
                facts = self.read(some)
            except UNREADABLE:
                yield from (self._one(row, location) for row in some)
            else:
                yield from facts

    def number(self, row: Sequence[Any]) -> str:
        """The number of the case in a row that may be damaged; its id where that is lost."""
        return str(row[self._number] or row[self._id])

    def _one(self, row: Sequence[Any], location: str) -> Made:
        """The facts in a row, or a sentence that names the case."""
        try:
            (facts,) = self.read([row])
        except UNREADABLE as error:
            raise DamagedBook(
                N_("“{path}”损坏了，{number}的记录读不出来；请先不要写入，运行 check 检查。"),
                path=location,
                number=self.number(row),
            ) from error
        return facts


def _case_facts(rows: Iterable[tuple[Any, ...]]) -> Iterator[CaseFacts]:
    """The facts of many cases."""
    return (_made(dict(zip(FACT_NAMES, values, strict=True))) for values in rows)


def _made(values: dict[str, Any]) -> CaseFacts:
    """Facts of these values, all of them given and each of its kind: what `model_construct` makes, ten times as fast."""
    facts = CaseFacts.__new__(CaseFacts)
    object.__setattr__(facts, "__dict__", values)
    object.__setattr__(facts, "__pydantic_fields_set__", _ALL)
    object.__setattr__(facts, "__pydantic_extra__", None)
    object.__setattr__(facts, "__pydantic_private__", None)
    return facts


def _only(*kinds: type[Any]) -> _Reader:
    """What reads a column whose values are kept as they are, and are all of these kinds."""
    allowed = frozenset(kinds)

    def read(column: Sequence[Any]) -> Sequence[Any]:
        if not allowed.issuperset(map(type, column)):
            raise TypeError(column)
        return column

    return read


def _each(read: _Read) -> _Reader:
    """What reads a column value by value."""
    return lambda column: map(read, column)


def _day(stored: Any) -> date:
    day = date.fromisoformat(stored)
    if day.isoformat() != stored:
        raise ValueError(stored)
    return day


def _instant(stored: Any) -> datetime:
    instant = datetime.fromisoformat(stored)
    if instant.tzinfo is not UTC:
        raise ValueError(stored)
    return instant


def _money(stored: Any) -> Decimal:
    if type(stored) is not str:
        raise TypeError(stored)
    try:
        amount = Decimal(stored)
    except InvalidOperation as error:
        raise ValueError(stored) from error
    if not amount.is_finite():
        raise ValueError(stored)
    return amount


def _people(stored: Any) -> tuple[str, ...]:
    people = tuple(json.loads(stored))
    if not _TEXT.issuperset(map(type, people)):
        raise TypeError(stored)
    return people


def _listed(kinds: Any) -> _Read:
    """What reads a list of values; nearly always it is empty."""
    adapter: TypeAdapter[tuple[Any, ...]] = TypeAdapter(kinds, config={"defer_build": True})
    return lambda stored: () if stored == "[]" else adapter.validate_json(stored)


def _or_nothing(read: _Read) -> _Read:
    """What reads a value that need not be there."""
    return lambda stored: None if stored is None else read(stored)


_MANY = 20_000
_TEXT = frozenset({str})
_BY_TYPE: Mapping[type[Any], _Read] = {
    bool: {0: False, 1: True}.__getitem__,
    date: _day,
    AwareDatetime: _instant,
    Decimal: lru_cache(_MANY)(_money),
}
_BY_NAME: Mapping[str, _Read] = {
    "mediators": lru_cache(_MANY)(_people),
    "preventions": _listed(tuple[Prevention, ...]),
    "earlier_rounds": _listed(tuple[PastRound, ...]),
}


def _reader(name: str, annotation: Any) -> _Reader:
    """What reads a column of a type."""
    if name in _BY_NAME:
        return _each(_BY_NAME[name])
    kinds = get_args(annotation) or (annotation,)
    kind = next(kind for kind in kinds if kind is not NoneType)
    if kind in (str, int):
        return _only(*kinds)
    if issubclass(kind, Enum):
        words = {member.value: member for member in kind}
        return _each({**words, **({None: None} if NoneType in kinds else {})}.__getitem__)
    read = _or_nothing(_BY_TYPE[kind]) if NoneType in kinds else _BY_TYPE[kind]
    return _each(cache(read) if kind is date else read)


_ALL = set(FACT_NAMES)
_FACTS = _Form(FACT_NAMES, _case_facts)
_COUNTED = _Form(CountedFacts._fields, partial(map, CountedFacts._make))
