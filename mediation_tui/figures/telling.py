"""Sentences whose every number is a figure that can be footnoted and opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from mediation_tui.figures.figure import Figure, Ratio
from mediation_tui.i18n import _

Piece = str | Figure
"""Words, or a number among them."""


@dataclass(frozen=True)
class Telling:
    """One sentence or paragraph.

    Attributes:
        source: The Chinese sentence, with `{name}` where a figure or a word goes; marked with `N_` at its place.
        figures: The figures, by name.
        words: What else stands in it, by name.
    """

    source: str
    figures: Mapping[str, Figure]
    words: Mapping[str, Any] = field(default_factory=dict)

    def pieces(self) -> Iterator[Piece]:
        """Words and figures in the order of the language spoken now."""
        for before, name, _spec, _conversion in Formatter().parse(_(self.source)):
            if before:
                yield before
            if name is not None:
                yield self.figures[name] if name in self.figures else str(self.words[name])

    def __str__(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces())

    def marked(self, numbers: Mapping[Figure, int]) -> str:
        """The sentence with the number of its footnote behind each figure."""
        return "".join(
            piece if isinstance(piece, str) else f"{piece.text}[{numbers[piece]}]" for piece in self.pieces()
        )


def note_of(figure: Figure) -> str:
    """What a footnote says of a number: what it is, how it is made, of which period, as known when."""
    facts = {
        "name": figure.name,
        "number": figure.text,
        "formula": figure.formula,
        "period": figure.basis.period,
        "dates": figure.basis.dates,
        "known_on": figure.basis.known_on,
    }
    if figure.value is None and figure.whole is None:
        return _("{name}：{formula}；期间 {period}，截止 {known_on}。").format(**facts)
    if isinstance(figure.value, Ratio):
        return _("{name} {number}：{formula}；期间 {period}，{dates}；截止 {known_on}。").format(**facts)
    return _("{name} {number} 件：{formula}；期间 {period}，{dates}；截止 {known_on}。").format(**facts)


def numbered(tellings: Iterable[Telling]) -> Mapping[Figure, int]:
    """The number of each figure's footnote, as a reader meets them; a figure met again keeps its number."""
    met: dict[Figure, int] = {}
    for telling in tellings:
        for piece in telling.pieces():
            if isinstance(piece, Figure):
                met.setdefault(piece, len(met) + 1)
    return met
