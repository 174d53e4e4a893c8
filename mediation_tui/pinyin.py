"""Finding Chinese text by its pinyin: every reading of every character counts.

A surname is often read unlike the word (单 shàn, 仇 qiú, 曾 zēng, 解 xiè, 查 zhā), and no dictionary of phrases
knows which; so a text is found under all of its readings, the first characters' being varied first.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product

INITIALS_LIMIT = 16
WHOLE_LIMIT = 8
"""The most ways one text is read; beyond them the later characters' rarer readings are left out."""


@lru_cache(maxsize=8192)
def initials(text: str) -> tuple[str, ...]:
    """The first letters of the text in each of its readings, most usual first: 单小山 gives dxs, sxs, cxs.

    Letters and digits stand for themselves in lower case; everything else is left out.
    """
    letters = [tuple(dict.fromkeys(reading[0] for reading in each)) for each in _readings(text)]
    return _combined(letters, INITIALS_LIMIT)


@lru_cache(maxsize=8192)
def search_text(text: str) -> str:
    """What a search looks into: the text in lower case, its initials and its whole pinyin."""
    whole = _combined(_readings(text), WHOLE_LIMIT)
    return " ".join(dict.fromkeys((text.lower(), *initials(text), *whole)))


def _readings(text: str) -> list[tuple[str, ...]]:
    """The readings of each character that has one."""
    return [_readings_of(character) for character in text.lower() if _is_read(character)]


def _is_read(character: str) -> bool:
    """Letters, digits, and the Han characters Python does not know: private ones and newer extensions."""
    return character.isalnum() or unicodedata.category(character) in ("Co", "Cn")


@lru_cache(maxsize=8192)
def _readings_of(character: str) -> tuple[str, ...]:
    if character.isascii():
        return (character,)
    # The dictionary of phrases is large, and a guess at the one right reading is not wanted.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="default")
    return tuple(dict.fromkeys(found[0])) if found else (character,)


def _combined(choices: Sequence[Iterable[str]], limit: int) -> tuple[str, ...]:
    """The choices put together in order, at most `limit` of them, the first choice varied fastest."""
    backwards = islice(product(*reversed(choices)), limit)
    return tuple(dict.fromkeys("".join(reversed(parts)) for parts in backwards))
