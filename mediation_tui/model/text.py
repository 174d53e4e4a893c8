"""Text as it is recorded: free of invisible characters, in one Unicode form, of bounded length.

Lengths are counted in characters. A text already in order passes unchanged, so that validating what was
stored gives back what was stored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit

LINE_LIMIT = 200
STORY_LIMIT = 5_000
NAME_LIMIT = 60
CODE_LIMIT = 40

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff"))
"""Zero-width spaces, marks and hyphens that come along when text is copied; dropped."""
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that make text read differently from what it says."""
_BREAK = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_DOTS = str.maketrans(dict.fromkeys("•‧・･∙⋅", "·"))
_AROUND_DOT = re.compile(" ?· ?")
_STAND_INS = frozenset("+×○□△〓")
"""Symbols that stand in a name for a character that is hidden or cannot be typed, and the plus of a firm."""


def line(text: str) -> str:
    """One line in order: NFC, no spaces around it, at most 200 characters.

    Raises:
        Unfit: It has a line break or a control character (the sentence names the place), or is too long.
    """
    return _within(_one_line(text), LINE_LIMIT)


def words(text: str) -> str:
    """A line that says something.

    Raises:
        Unfit: It is empty, or no line.
    """
    return _required(line(text))


def story(text: str) -> str:
    r"""Several lines in order: NFC, `\n` between lines, at most 5,000 characters.

    Raises:
        Unfit: It has a control character (the sentence names the place), or is too long.
    """
    if not text.replace("\n", "").isprintable():
        text = _BREAK.sub("\n", text).replace("\t", " ").translate(_UNSEEN)
        for number, row in enumerate(text.split("\n"), start=1):
            _refuse_controls(row, number)
    return _within(unicodedata.normalize("NFC", text).strip(), STORY_LIMIT)


def told_story(text: str) -> str:
    """A story that says something.

    Raises:
        Unfit: It is empty, or no story.
    """
    return _required(story(text))


def name(text: str) -> str:
    """The name of a person or a unit: one to 60 characters, `·` for every dot between parts, single spaces.

    Rare Han characters, those of the private use area included, are kept as they are.

    Raises:
        Unfit: It is empty, too long, or has an emoji or another symbol.
    """
    text = _AROUND_DOT.sub("·", " ".join(_required(_one_line(text)).translate(_DOTS).split()))
    if text.isalpha():
        return _within(text, NAME_LIMIT)
    for position, character in enumerate(text, start=1):
        if not _may_name(character):
            raise Unfit(
                N_("名称里不能有符号“{character}”（第 {position} 个字）"),
                character=character,
                position=position,
            )
    if not any(_carries_name(character) for character in text):
        raise Unfit(N_("名称里没有文字"))
    return _within(text, NAME_LIMIT)


def code(text: str) -> str:
    """A code: half-width, upper case, no spaces, one to 40 characters.

    Raises:
        Unfit: It is empty, too long, or no line.
    """
    compact = "".join(unicodedata.normalize("NFKC", _one_line(text)).split()).upper()
    return _within(_required(unicodedata.normalize("NFKC", compact)), CODE_LIMIT)


def _one_line(text: str) -> str:
    """The line in NFC without anything unseen; ordinary text takes the short way."""
    if not text.isprintable():
        text = text.translate(_UNSEEN).replace("\t", " ").strip()
        if found := _BREAK.search(text):
            raise Unfit(N_("只能写一行，第 {position} 个字后有换行"), position=found.start())
        _refuse_controls(text)
    return unicodedata.normalize("NFC", text).strip()


def _refuse_controls(text: str, row: int | None = None) -> None:
    """Refuse characters that are commands to a machine, naming the first one's place."""
    if text.isprintable():
        return
    for position, character in enumerate(text, start=1):
        if _is_control(character):
            place = {"position": position, "mark": f"U+{ord(character):04X}"}
            if row is None:
                raise Unfit(N_("第 {position} 个字是看不见的控制符（{mark}），请删去"), **place)
            raise Unfit(
                N_("第 {row} 行第 {position} 个字是看不见的控制符（{mark}），请删去"), row=row, **place
            )


def _is_control(character: str) -> bool:
    point = ord(character)
    noncharacter = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return noncharacter or character in _REORDERING or unicodedata.category(character) in ("Cc", "Cs")


def _may_name(character: str) -> bool:
    """Whether a name may have it: no symbols, emoji or enclosing marks.

    Characters Python's Unicode tables do not know yet may be Han of a newer extension, and are kept.
    """
    if character in _STAND_INS or 0x2FF0 <= ord(character) <= 0x2FFF:
        return True
    kind = unicodedata.category(character)
    return kind[0] not in "SM" or (kind in ("Mn", "Mc") and character != "\ufe0f")


def _carries_name(character: str) -> bool:
    return character in _STAND_INS or unicodedata.category(character)[0] in "LNC"


def _required(text: str) -> str:
    if not text:
        raise Unfit(N_("必填"))
    return text


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Unfit(N_("最多 {limit:,} 字，现有 {length:,} 字"), limit=limit, length=len(text))
    return text


def _annotation(
    reading: Callable[[str], str], least: int, most: int
) -> tuple[AfterValidator, WithJsonSchema]:
    bounds = {"minLength": least} if least else {}
    return AfterValidator(reading), WithJsonSchema({"type": "string", **bounds, "maxLength": most})


Line = Annotated[str, *_annotation(line, 0, LINE_LIMIT)]
"""One line of text, perhaps empty."""
Words = Annotated[str, *_annotation(words, 1, LINE_LIMIT)]
"""One line of text that must say something."""
Story = Annotated[str, *_annotation(story, 0, STORY_LIMIT)]
"""A text of several lines, perhaps empty."""
StoryRequired = Annotated[str, *_annotation(told_story, 1, STORY_LIMIT)]
"""A text of several lines that must say something."""
Name = Annotated[str, *_annotation(name, 1, NAME_LIMIT)]
"""The name of a person or a unit."""
Code = Annotated[str, *_annotation(code, 1, CODE_LIMIT)]
"""A code, such as a grid's."""
