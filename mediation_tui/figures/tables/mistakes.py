"""What in a description does not hang together, though each part of it is written as it should be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from mediation_tui.figures.tables.description import (
    CODES,
    PLACEHOLDERS,
    Check,
    Conditions,
    Item,
    TableDescription,
)
from mediation_tui.figures.tables.words import Amount, Lines
from mediation_tui.i18n import N_
from mediation_tui.model.tomltext import Step

_WHOLE = frozenset(Amount) - {Amount.MONEY, Amount.MONEY_WAN}
"""What comes in whole numbers, so that a share of it can be said as n/N."""


@dataclass(frozen=True)
class Mistake:
    """One thing wrong.

    Attributes:
        path: Where it stands.
        word: What is wrong there.
        known: What could stand there instead.
        sentence: What is wrong, where it is no misspelt word.
    """

    path: Sequence[Step]
    word: str
    known: tuple[str, ...] = ()
    sentence: str = ""


def mistakes_in(description: TableDescription) -> Iterator[Mistake]:
    """Unknown codes, ids and places, sums and shares of what cannot be added or divided; the first ones first."""
    items = description.items()
    yield from _wrong_codes(("only",), description.only)
    for place in (description.title, description.title_en or ""):
        yield from _wrong_places(("title",), place, PLACEHOLDERS)
    met = set[str]()
    for n, item in enumerate(description.item):
        if item.id in met:
            yield Mistake(("item", n, "id"), item.id, sentence=N_("项目“{word}”写了两次"))
        met.add(item.id)
        yield from _wrong_in_item(("item", n), item, items)
        if description.lines is Lines.ITEMS:
            yield from _numbers_in_headings(("item", n), item)
    for n, check in enumerate(description.check):
        yield from _wrong_in_check(("check", n), check, items)


def _wrong_in_item(path: Sequence[Step], item: Item, items: Mapping[str, Item]) -> Iterator[Mistake]:
    yield from _wrong_codes((*path, "where"), item.where)
    for text in (*item.heading, *item.heading_en):
        yield from _wrong_places((*path, "heading"), text, items)
    for word in item.ratio or ():
        if word not in items:
            yield Mistake((*path, "ratio"), word, tuple(items))
        elif items[word].ratio or items[word].count not in _WHOLE:
            yield Mistake((*path, "ratio"), word, sentence=N_("“{word}”不是件数或人数，不能求比率"))


def _numbers_in_headings(path: Sequence[Step], item: Item) -> Iterator[Mistake]:
    """Where every item has a line of several numbers, none of them can stand in its heading."""
    for text in (*item.heading, *item.heading_en):
        if "{" in text:
            yield Mistake((*path, "heading"), text, sentence=N_("每行是一项内容时，“{word}”里不能有花括号"))


def _wrong_in_check(path: Sequence[Step], check: Check, items: Mapping[str, Item]) -> Iterator[Mistake]:
    named = [
        (key, word) for key, words in (("parts", check.parts), ("equals", check.equals)) for word in words
    ]
    unknown = [Mistake((*path, key), word, tuple(items)) for key, word in named if word not in items]
    yield from unknown
    if unknown:
        return
    for key, word in named:
        if items[word].ratio:
            yield Mistake((*path, key), word, sentence=N_("“{word}”是比率，不能相加"))
        elif items[word].count is not items[check.equals[0]].count:
            yield Mistake((*path, key), word, sentence=N_("“{word}”和别的项单位不同，不能相加"))


def _wrong_codes(path: Sequence[Step], conditions: Conditions) -> Iterator[Mistake]:
    for field, codes in conditions.items():
        known = tuple(CODES[field])
        yield from (Mistake((*path, field.value), code, known) for code in codes if code not in known)


def _wrong_places(path: Sequence[Step], text: str, known: Collection[str]) -> Iterator[Mistake]:
    try:
        places = tuple(Formatter().parse(text))
    except ValueError:
        yield Mistake(path, text, sentence=N_("“{word}”：花括号要成对"))
        return
    for _before, name, form, conversion in places:
        if form or conversion:
            yield Mistake(path, name or "", sentence=N_("花括号里只写名字：“{word}”后面多写了别的"))
        elif name is not None and name not in known:
            yield Mistake(path, name, tuple(known))
