"""Walking an agenda: where one stands, where a key leads from there, and how far the meeting has come.

Nothing here reads the book; an agenda is walked as it was read until somebody changes something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mediation_tui.model.meeting import SeenLine
from mediation_tui.review.sections import Line, Section

Mark = tuple[str, str | None, str | None]
"""What tells a line from every other: its section, its case, its place."""


def mark_of(line: SeenLine) -> Mark:
    """What tells a line from every other."""
    return line.section, line.case, line.place


@dataclass(frozen=True)
class Walk:
    """The lines of a meeting in the order they are walked, and which of them were looked at.

    Attributes:
        sections: Those that have lines; what was raised in the meeting comes last.
        seen: What was looked at.
    """

    sections: tuple[Section, ...]
    seen: frozenset[Mark]

    @classmethod
    def of(cls, sections: Iterable[Section], seen: Iterable[SeenLine]) -> Walk:
        """A walk over sections; those without lines are passed by."""
        return cls(tuple(each for each in sections if each.lines), frozenset(map(mark_of, seen)))

    def seeing(self, seen: Iterable[SeenLine]) -> Walk:
        """The same walk when other lines have been looked at."""
        return replace(self, seen=frozenset(map(mark_of, seen)))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line."""
        return tuple(line for section in self.sections for line in section.lines)

    @cached_property
    def _places(self) -> dict[Mark, int]:
        return {mark_of(line.seen): place for place, line in enumerate(self.lines)}

    def place_of(self, line: SeenLine) -> int | None:
        """Where a line stands, if it does."""
        return self._places.get(mark_of(line))

    def is_seen(self, line: Line) -> bool:
        """Whether a line was looked at."""
        return mark_of(line.seen) in self.seen

    def seen_among(self, lines: Iterable[Line]) -> int:
        """How many of some lines were looked at."""
        return sum(map(self.is_seen, lines))

    @cached_property
    def done(self) -> int:
        """How many lines were looked at."""
        return self.seen_among(self.lines)

    @property
    def left(self) -> int:
        """How many were not."""
        return len(self.lines) - self.done

    def section_at(self, place: int) -> Section:
        """The section a line stands in."""
        code = self.lines[place].section
        return next(section for section in self.sections if section.code is code)

    def village_at(self, place: int) -> tuple[Line, ...]:
        """The lines of the same section about the same village."""
        village = self.lines[place].village
        return tuple(line for line in self.section_at(place).lines if line.village == village)

    # Where a key leads

    def unseen_from(self, place: int) -> int | None:
        """The first line from a place on that nobody has looked at, else the first before it; none if all were."""
        order = (*range(place, len(self.lines)), *range(place))
        return next((each for each in order if not self.is_seen(self.lines[each])), None)

    def step(self, place: int, way: int) -> int:
        """The next line or the one before; the ends hold."""
        return min(max(0, place + way), len(self.lines) - 1)

    def village_from(self, place: int, way: int) -> int:
        """The first line of the next village, or of the one before; the ends hold."""
        return self._block(place, way, lambda line: (line.section, line.village))

    def section_from(self, place: int, way: int) -> int:
        """The first line of the next section, or of the one before; the ends hold."""
        return self._block(place, way, lambda line: line.section)

    def _block(self, place: int, way: int, kind: Callable[[Line], object]) -> int:
        kinds = [kind(line) for line in self.lines]
        starts = [each for each, here in enumerate(kinds) if not each or here != kinds[each - 1]]
        at = max(number for number, start in enumerate(starts) if start <= place)
        return starts[min(max(0, at + way), len(starts) - 1)]

    def place_after(self, before: Sequence[Line], place: int) -> int:
        """Where one stands once the agenda has changed: on the same line, else on what followed it and is still there."""
        following = (*before[place:], *reversed(before[:place]))
        return next((here for line in following if (here := self.place_of(line.seen)) is not None), 0)
