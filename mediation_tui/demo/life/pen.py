"""Finds the words for whatever is written about a case."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeVar

from mediation_tui.demo.dealer import Dealer
from mediation_tui.demo.phrases import Failure, Referral
from mediation_tui.demo.proceedings import Recorder
from mediation_tui.demo.remarks import Lines, remarks
from mediation_tui.demo.tale import Tale
from mediation_tui.model.vocabulary import Channel, Exit

T = TypeVar("T")


class Pen:
    """The recorder's sentences and the office's own remarks.

    Args:
        random: The only source of chance.

    Attributes:
        recorder: Writes what belongs to the talks.
        remarks: What the office says around them.
    """

    def __init__(self, random: Random) -> None:
        self._dealer = Dealer(random)
        self.recorder = Recorder(random)
        self.remarks = remarks()

    def say(self, lines: Lines, tale: Tale, **more: str) -> str:
        """One of some sentences, with the names of this dispute."""
        cast = tale.cast
        return self.one(lines).format(a=cast.a, b=cast.b, village=cast.village, **more)

    def one(self, options: tuple[T, ...]) -> T:
        """One of several options, each in its turn."""
        return self._dealer.deal(options)

    def named_in(self, note: str, tale: Tale) -> str:
        """The side a note speaks of first, both where it names neither."""
        cast = tale.cast
        named = sorted((name for name in (cast.a, cast.b) if name in note), key=note.index)
        return named[0] if named else f"{cast.a}、{cast.b}"

    def failure(self, tale: Tale, exit_wanted: Exit | None) -> Failure:
        """Why there is no agreement, with a certain exit where one is wanted."""
        return _drawn(
            lambda: self.recorder.failure(tale), lambda failure: exit_wanted in (None, failure.exit)
        )

    def referral(self, tale: Tale, exit_wanted: Exit | None) -> Referral:
        """Who takes the dispute over, with a certain exit where one is wanted and possible."""
        return _drawn(
            lambda: self.recorder.referral(tale), lambda referral: exit_wanted in (None, referral.exit)
        )


_TRIES = 100
_SIGNS = (
    ("电话", Channel.PHONE),
    ("微信", Channel.ONLINE),
    ("上门", Channel.VISIT),
    ("走访", Channel.VISIT),
    ("现场", Channel.VISIT),
)


def channel_of(note: str) -> Channel:
    """How people were met, as far as a note says so."""
    return next((channel for sign, channel in _SIGNS if sign in note), Channel.IN_PERSON)


def _drawn(draw: Callable[[], T], fits: Callable[[T], bool]) -> T:
    """The first draw that fits, or failing that the last."""
    for _attempt in range(_TRIES):
        found = draw()
        if fits(found):
            break
    return found
