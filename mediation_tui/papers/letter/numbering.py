"""What stands before a heading: 一、 （一） 1. （1）, counted through the letter (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediation_tui.i18n import language
from mediation_tui.papers.letter.letter import Paragraph

_DIGITS = "零一二三四五六七八九"


def markers(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """The marker of each paragraph, empty before plain text; a heading starts the count below it anew."""
    counts: list[int] = []
    for paragraph in paragraphs:
        depth: int = paragraph.depth
        if depth:
            counts = [*counts[:depth], *[0] * (depth - len(counts))]
            counts[-1] += 1
        yield _marker(counts) if depth else ""


def _marker(counts: list[int]) -> str:
    count = counts[-1]
    if language() == "en":
        return f"{'.'.join(str(max(1, above)) for above in counts)}{'.' * (len(counts) == 1)} "
    return (f"{in_words(count)}、", f"（{in_words(count)}）", f"{count}.", f"（{count}）")[len(counts) - 1]


def in_words(number: int) -> str:
    """A number from 1 to 99 as Chinese counts headings: 三, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
