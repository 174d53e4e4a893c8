"""Sentences whose every number is a figure that can be footnoted and opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import Figure
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
    """What a footnote says of a number: what it is, and how it is made."""
    return _("{name}：{formula}。").format(name=figure.name, formula=figure.formula)


def basis_told(basis: Basis) -> str:
    """What all the figures of a report rest on: which days, by which dates, as known when."""
    return _("以上各数的期间是 {period}；{dates}；按截止 {known_on} 时案件簿所知统计。").format(
        period=basis.period, dates=basis.dates, known_on=basis.known_on
    )


def numbered(tellings: Iterable[Telling]) -> Mapping[Figure, int]:
    """The number of each figure's footnote, as a reader meets them; a figure met again keeps its number."""
    met: dict[Figure, int] = {}
    for telling in tellings:
        for piece in telling.pieces():
            if isinstance(piece, Figure):
                met.setdefault(piece, len(met) + 1)
    return met
