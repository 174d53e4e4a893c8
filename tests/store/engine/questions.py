"""Documents and questions by the thousand: the same ones for the same seed, and cheaper than Hypothesis makes them."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from tinydb.queries import QueryInstance

from tests.store.engine.forms import (
    COLUMN_PATHS,
    COMPARISONS,
    FORMS,
    FRACTIONS,
    NEGATIVES,
    NEVER_STORED,
    NUMBERS,
    PATHS,
    WORDS,
)

ALL_NUMBERS: tuple[Any, ...] = (*NUMBERS, *NEGATIVES, *FRACTIONS, True, False)
MIXED: tuple[Any, ...] = (*WORDS, *ALL_NUMBERS, None)
KINDS: tuple[tuple[Any, ...], ...] = (WORDS, ALL_NUMBERS, MIXED)


class Questioner:
    """Makes up documents and questions about them.

    In a batch of documents each field mostly holds values of one kind, so that it can be asked what is smaller. Half
    of the questions are simple enough for SQL.

    Attributes:
        asked: How often each form was asked.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.asked: Counter[str] = Counter()

    def documents(self, count: int) -> list[dict[str, Any]]:
        """A batch of documents."""
        kinds = {name: self._random.choice(KINDS) for name in ("state", "days", "village", "grid", "age")}
        return [self._document(kinds) for _ in range(count)]

    def query(self, depth: int = 0) -> QueryInstance:
        """A question, or up to some tens of them tied together."""
        turn = self._random.random() + depth * 0.15
        if turn < 0.15:
            return self.query(depth + 1) & self.query(depth + 1)
        if turn < 0.3:
            return self.query(depth + 1) | self.query(depth + 1)
        if turn < 0.4:
            return ~self.query(depth + 1)
        simple = self._random.random() < 0.5
        name = self._random.choice(COMPARISONS if simple else tuple(FORMS))
        self.asked[name] += 1
        return FORMS[name](
            self._random.choice(COLUMN_PATHS if simple else PATHS), self._asked_for(), self._several()
        )

    def _document(self, kinds: dict[str, tuple[Any, ...]]) -> dict[str, Any]:
        """One document, with something missing or odd now and then."""
        one = self._random.choice
        place = {name: one(kinds[name]) for name in ("village", "grid") if self._often()}
        whole = {
            "state": one(kinds["state"]) if self._often() else self._odd(),
            "days": one(kinds["days"]) if self._often() else self._odd(),
            "place": place if self._often() else self._odd(),
            "tags": self._several(),
            "parties": [
                {"name": one(WORDS), "age": one(kinds["age"]), "also": self._several()} for _ in range(2)
            ],
            "": one(MIXED),
        }
        return {name: value for name, value in whole.items() if self._often()}

    def _often(self) -> bool:
        """Nine times out of ten."""
        return self._random.random() < 0.9

    def _several(self) -> list[Any]:
        """A few scalars, mostly of one kind."""
        return self._random.choices(self._random.choice(KINDS), k=self._random.randrange(5))

    def _odd(self) -> Any:
        """A value where another kind is expected."""
        return self._random.choice(
            [None, [], self._several(), {"deeper": {"still": 1}}, {"village": "a"}, "a"]
        )

    def _asked_for(self) -> Any:
        """What a question asks for, mostly something that can be there."""
        if self._often():
            return self._random.choice(self._random.choice([*KINDS, *KINDS, (None,)]))
        several = self._random.choices(MIXED, k=self._random.randrange(4))
        odd = (several, {"village": self._random.choice(MIXED)}, float("nan"))
        return self._random.choice([*NEVER_STORED, *odd])
