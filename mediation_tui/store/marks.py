"""High-water marks: how far a book had come when it was last seen, kept outside the book.

A book whose log was lost, or in whose place an older copy was put, is whole in itself; only somebody who remembers
how far it had come can tell.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_

if TYPE_CHECKING:
    from mediation_tui.store.book import Book

Heads = Mapping[str, int]
"""For each chain of events, the number of its last one."""


@dataclass(frozen=True)
class Gap:
    """Events that were seen once and are no longer in the book.

    Attributes:
        origin: Whose chain.
        first: The number of the first one missing.
        last: The number of the last one that was seen.
    """

    origin: str
    first: int
    last: int


@dataclass(frozen=True)
class Mark:
    """What was seen of a book.

    Attributes:
        seen: How far each chain had come; it only rises.
        fell: Where a chain ended when it was found shorter than that. It stays so, whatever is written since, until
            somebody accepts it: other events under the same numbers do not bring the lost ones back.
    """

    seen: Heads = field(default_factory=dict)
    fell: Heads = field(default_factory=dict)

    def after(self, heads: Heads) -> Mark:
        """The mark after another look at the book."""
        fell = {gap.origin: gap.first - 1 for gap in behind(heads, self)}
        risen = {origin: max(end, self.seen.get(origin, 0)) for origin, end in heads.items()}
        held = {origin: end for origin, end in self.seen.items() if origin in fell or origin not in heads}
        return Mark({**risen, **held}, fell)


def behind(heads: Heads, mark: Mark) -> tuple[Gap, ...]:
    """What a book lacks of what was seen of it, chain by chain."""
    ends = {
        origin: min(heads.get(origin, 0), mark.fell.get(origin, end)) for origin, end in mark.seen.items()
    }
    seen = sorted(mark.seen.items())
    return tuple(Gap(origin, ends[origin] + 1, end) for origin, end in seen if ends[origin] < end)


class FellBack(BookError):
    """The book lacks events that were in it; `facts["gaps"]` says which."""

    def __init__(self, gaps: Iterable[Gap]) -> None:
        missing = tuple(gaps)
        super().__init__(
            N_(
                "案件簿少了以前见过的 {n} 条记录，可能换成了旧文件或丢了日志：先不要写入，运行 mediation-tui check 看怎么办。"
            ),
            n=sum(gap.last - gap.first + 1 for gap in missing),
            gaps=missing,
        )


class MarkFile:
    """What one terminal remembers of one book, wherever it and its copies stand.

    Each place has a mark of its own, so that practising on a copy says nothing of the book. A place seen for the
    first time begins with the most that was seen anywhere: a book moved without its log is noticed.

    It is a help, not a record: what cannot be read counts as never written, and what cannot be written is left.

    Args:
        folder: Where marks are kept.
        origin: The book's id.
        place: Where the book is: a path or a URL.
    """

    def __init__(self, folder: Path, origin: str, place: str) -> None:
        self._file = folder / f"{re.sub(r'[^A-Za-z0-9-]', '_', origin)}.json"
        self._place = place

    @classmethod
    def of(cls, book: Book, folder: Path) -> Self:
        """The memory of an open book in a folder of marks."""
        return cls(folder, book.origin, book.location)

    def look(self, heads: Heads, known: Iterable[Heads] = ()) -> tuple[Gap, ...]:
        """Keep what is seen of the book now, and say what it lacks.

        Args:
            heads: How far it has come.
            known: How far it had come by other witnesses, such as its newest backup; asked where this terminal
                has not seen it before.
        """
        places = self._read()
        before = places.get(self._place) or Mark(_highest((*(mark.seen for mark in places.values()), *known)))
        after = before.after(heads)
        if after != places.get(self._place):
            self._keep(places | {self._place: after})
        return behind(heads, after)

    def accept(self, heads: Heads) -> None:
        """Take the book for what it is now, whatever it was."""
        self._keep(self._read() | {self._place: Mark(heads)})

    def _read(self) -> dict[str, Mark]:
        """The marks kept last, by place; none where they cannot be read."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            return {
                str(place): Mark(_heads(told["seen"]), _heads(told["fell"])) for place, told in found.items()
            }
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return {}

    def _keep(self, places: Mapping[str, Mark]) -> None:
        """Write them so that a reader finds the old ones or the new ones; after a power cut either will do."""
        fresh = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        told = {place: {"seen": dict(mark.seen), "fell": dict(mark.fell)} for place, mark in places.items()}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(told), "utf-8")
            os.replace(fresh, self._file)


def _heads(found: Mapping[str, int]) -> dict[str, int]:
    return {str(origin): int(end) for origin, end in found.items()}


def _highest(looks: Iterable[Heads]) -> dict[str, int]:
    """For each chain, the furthest anyone has seen it come."""
    highest: dict[str, int] = {}
    for heads in looks:
        highest |= {origin: max(end, highest.get(origin, 0)) for origin, end in heads.items()}
    return highest
