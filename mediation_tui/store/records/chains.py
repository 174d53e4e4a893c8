"""The chains a book's events hang in: where each ends, and which one a transaction goes on with.

A book begins with one chain, under its own id. Where several people write at the same moment (only a shared
engine lets them), each transaction goes on with a chain nobody else is using, and begins another if all are in
use; so nobody waits for somebody else's case, and every chain is without gaps.
"""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.model.events import GENESIS, Draft, Event, sealed
from mediation_tui.store.book import ChainEnd
from mediation_tui.store.port import Engine


@dataclass
class Chain:
    """One origin's events, to be gone on with in a transaction.

    Attributes:
        row: Where its end is kept.
        origin: Whose events they are.
        sequence: The number of the last one, 0 if there is none yet.
        previous: The hash of the last one.
    """

    _engine: Engine
    row: int
    origin: str
    sequence: int
    previous: str

    @classmethod
    def taken(cls, engine: Engine, book_origin: str) -> Chain:
        """A chain of the book's own that nobody else is using, held until the transaction ends."""
        tail = f"WHERE ours = 1 ORDER BY id LIMIT 1 {engine.dialect.free}"
        columns = ("id", "origin", "sequence", "hash")
        for row, origin, sequence, digest in engine.rows("chains", columns, tail):
            return cls(engine, row, origin, sequence, digest)
        return cls._begun(engine, book_origin)

    @classmethod
    def _begun(cls, engine: Engine, book_origin: str) -> Chain:
        """A new chain: the first bears the book's id, further ones that id and their own number."""
        engine.hold("chains")
        known = len(heads(engine))
        origin = f"{book_origin}.{known + 1}" if known else book_origin
        row = engine.add("chains", _document(origin, 0, GENESIS))
        return cls(engine, row, origin, 0, GENESIS)

    def seal(self, draft: Draft) -> Event:
        """The draft as the chain's next event."""
        self.sequence += 1
        event = sealed(draft, self.origin, self.sequence, self.previous)
        self.previous = event.hash
        return event

    def keep(self) -> None:
        """Write down where the chain ends now."""
        self._engine.put("chains", self.row, _document(self.origin, self.sequence, self.previous))


def heads(engine: Engine) -> dict[str, int]:
    """The number of each origin's last event, as it was written down with it."""
    return dict(engine.rows("chains", ("origin", "sequence"), "ORDER BY origin"))


def ends(engine: Engine) -> tuple[ChainEnd, ...]:
    """Where each origin's chain ends, as it was written down."""
    return tuple(
        ChainEnd(*end) for end in engine.rows("chains", ("origin", "sequence", "hash"), "ORDER BY origin")
    )


def _document(origin: str, sequence: int, digest: str) -> dict[str, object]:
    return {"origin": origin, "sequence": sequence, "hash": digest, "ours": 1}
