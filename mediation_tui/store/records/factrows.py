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
from functools import lru_cache
from types import NoneType
from typing import Any, get_args

from pydantic import AwareDatetime, TypeAdapter

from mediation_tui.errors import DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.model.facts import CaseFacts, PastRound
from mediation_tui.model.prevention import Prevention

UNREADABLE = (ValueError, LookupError, TypeError)
"""What reading a row raises where it is not what we write."""

_Read = Callable[[Any], Any]


def facts_from(row: Sequence[Any]) -> CaseFacts:
    """The facts in a row of `FACT_COLUMNS`."""
    values = dict(zip(_NAMES, row, strict=True))
    for name, read in _REQUIRED:
        values[name] = read(values[name])
    for name, read in _OPTIONAL:
        if (value := values[name]) is not None:
            values[name] = read(value)
    return _made(values)


def read_facts(rows: Iterable[Sequence[Any]], location: str) -> Iterator[CaseFacts]:
    """The facts in rows of `FACT_COLUMNS`.

    Args:
        rows: The rows.
        location: Where the book is, for the sentence.

    Raises:
        DamagedBook: One of them is not what we write; `facts["number"]` is the case's number.
    """
    for row in rows:
        try:
            facts = facts_from(row)
        except UNREADABLE as error:
            raise DamagedBook(
                N_("“{path}”损坏了，{number}的记录读不出来；请先不要写入，运行 check 检查。"),
                path=location,
                number=number_in(row),
            ) from error
        yield facts


def number_in(row: Sequence[Any]) -> str:
    """The number of the case in a row that may be damaged; its id where that is lost."""
    return str(row[_NUMBER] or row[_ID])


def _made(values: dict[str, Any]) -> CaseFacts:
    """Facts of these values, all of them given and each of its kind: what `model_construct` makes, ten times as fast."""
    facts = CaseFacts.__new__(CaseFacts)
    object.__setattr__(facts, "__dict__", values)
    object.__setattr__(facts, "__pydantic_fields_set__", _ALL)
    object.__setattr__(facts, "__pydantic_extra__", None)
    object.__setattr__(facts, "__pydantic_private__", None)
    return facts


def _text(stored: Any) -> str:
    if type(stored) is not str:
        raise TypeError(stored)
    return stored


def _number(stored: Any) -> int:
    if type(stored) is not int:
        raise TypeError(stored)
    return stored


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
    try:
        amount = Decimal(_text(stored))
    except InvalidOperation as error:
        raise ValueError(stored) from error
    if not amount.is_finite():
        raise ValueError(stored)
    return amount


def _people(stored: Any) -> tuple[str, ...]:
    return tuple(map(_text, json.loads(stored)))


def _listed(kinds: Any) -> _Read:
    """What reads a list of values; nearly always it is empty."""
    adapter: TypeAdapter[tuple[Any, ...]] = TypeAdapter(kinds, config={"defer_build": True})
    return lambda stored: () if stored == "[]" else adapter.validate_json(stored)


_MANY_DAYS = 20_000
_BY_TYPE: Mapping[type[Any], _Read] = {
    str: _text,
    int: _number,
    bool: {0: False, 1: True}.__getitem__,
    date: lru_cache(_MANY_DAYS)(_day),
    AwareDatetime: _instant,
    Decimal: _money,
}
_BY_NAME: Mapping[str, _Read] = {
    "mediators": lru_cache(_MANY_DAYS)(_people),
    "preventions": _listed(tuple[Prevention, ...]),
    "earlier_rounds": _listed(tuple[PastRound, ...]),
}


def _reader(name: str, annotation: Any) -> _Read:
    """What reads a column of a type."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    kinds = [kind for kind in get_args(annotation) or (annotation,) if kind is not NoneType]
    if issubclass(kinds[0], Enum):
        return {member.value: member for member in kinds[0]}.__getitem__
    return _BY_TYPE[kinds[0]]


_FIELDS = {name: field.annotation for name, field in CaseFacts.model_fields.items()}
_NAMES = tuple(_FIELDS)
_ALL = set(_NAMES)
_ID, _NUMBER = _NAMES.index("id"), _NAMES.index("number")
_READERS = {name: _reader(name, annotation) for name, annotation in _FIELDS.items()}
_OPTIONAL = tuple((name, read) for name, read in _READERS.items() if NoneType in get_args(_FIELDS[name]))
_REQUIRED = tuple((name, read) for name, read in _READERS.items() if NoneType not in get_args(_FIELDS[name]))
