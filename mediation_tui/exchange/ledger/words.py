"""What the words in a sheet's cells mean: tables an office can read and add to."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mediation_tui.model.vocabulary import Category, Entruster, Source

_DATA = Path(__file__).parents[1] / "data"
_TAIL = re.compile("(的|类|责任|引发的|引起的)?(矛盾纠纷|民间纠纷|纠纷|矛盾|争议案|案件|案|问题)$")


def table(name: str) -> dict[str, Any]:
    """One of the tables that come with the program."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))


def plain(text: str) -> str:
    """A text half-width and without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@dataclass(frozen=True)
class Origin:
    """How a dispute came to be mediated.

    Attributes:
        source: Applied for, found or entrusted.
        entruster: Who entrusted it.
    """

    source: Source
    entruster: Entruster | None = None


def category_of(cause: str) -> Category | None:
    """The category a 案由 belongs to; none where no word tells, or words tell different ones."""
    known = _causes()
    text = plain(cause)
    while (shorter := _TAIL.sub("", text)) and shorter != text and text not in known:
        text = shorter
    if text in known:
        return known[text]
    said = {word: category for word, category in known.items() if len(word) > 1 and word in text}
    telling = {
        category
        for word, category in said.items()
        if not any(word in other and word != other for other in said)
    }
    return telling.pop() if len(telling) == 1 else None


def origin_of(text: str) -> Origin | None:
    """What 案件来源 or 适用程序 tells about the source; none where it tells nothing, or two things."""
    said = {origin for word, origin in _origins().items() if word in plain(text)}
    return said.pop() if len(said) == 1 else None


@cache
def _causes() -> dict[str, Category]:
    return {word: Category(code) for code, words in table("causes").items() for word in words}


@cache
def _origins() -> dict[str, Origin]:
    found = table("sources")
    entrusted = found.pop("entrusted")
    simple = {word: Origin(Source(code)) for code, words in found.items() for word in words}
    return simple | {
        word: Origin(Source.ENTRUSTED, Entruster(code)) for code, words in entrusted.items() for word in words
    }
