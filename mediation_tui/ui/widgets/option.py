"""The options of a pick field, and which of them what was typed stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One thing to pick.

    Attributes:
        value: What is picked.
        label: How it is called.
        search: Further words it is found by, such as pinyin and its initials, separated by spaces.
    """

    value: Hashable
    label: str
    search: str = ""


@dataclass(frozen=True)
class Numbered:
    """An option with its number in the full list, counted from 1, which narrowing does not change."""

    number: int
    option: Option


def numbered(options: Iterable[Option]) -> tuple[Numbered, ...]:
    """The options with their numbers."""
    return tuple(Numbered(number, option) for number, option in enumerate(options, start=1))


def narrow(options: Sequence[Numbered], typed: str) -> tuple[Numbered, ...]:
    """The options that what was typed may stand for, best first.

    A number is first of all an option's own; then come labels and search words that begin with what was
    typed, then those that hold it. Case and full-width forms make no difference. Nothing typed keeps all.
    """
    wanted = _folded(typed).strip()
    if not wanted:
        return tuple(options)
    ranked = [(_rank(entry, wanted), entry) for entry in options]
    found = [(rank, entry) for rank, entry in ranked if rank is not None]
    return tuple(entry for _rank_, entry in sorted(found, key=lambda pair: pair[0]))


def _rank(entry: Numbered, wanted: str) -> int | None:
    label = _folded(entry.option.label)
    words = _folded(entry.option.search).split()
    grounds = (
        str(entry.number) == wanted or label == wanted,
        label.startswith(wanted) or wanted in words,
        any(word.startswith(wanted) for word in words),
        wanted in label,
        any(wanted in word for word in words) or str(entry.number).startswith(wanted),
    )
    return grounds.index(True) if True in grounds else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
