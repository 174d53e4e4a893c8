"""What a power cut may make of changes that hang in the air: dropped, torn, reordered, scattered, stretched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from tests.faults.powercut.calls import Change, Wrote
from tests.faults.powercut.disk import EVERYTHING_SURVIVES, NOTHING_SURVIVES, Luck

SECTOR = 512


def power_cuts(seed: str, throws: int) -> Iterator[Luck]:
    """The two plain cases, and so many mixed ones; the same for the same seed."""
    yield NOTHING_SURVIVES
    yield EVERYTHING_SURVIVES
    dice = Random(seed)
    for _throw in range(throws):
        yield _mixed(dice)


def _mixed(dice: Random) -> Luck:
    """Each file, and the folder, fares in its own way."""

    def survivors(changes: Sequence[Change]) -> Iterator[Change]:
        return dice.choice(_WAYS)(changes, dice)

    return Luck(survivors, dice.choice((bytes, dice.randbytes)))


def dropped(changes: Sequence[Change], dice: Random) -> Iterator[Change]:
    """Nothing arrived."""
    yield from ()


def arrived(changes: Sequence[Change], dice: Random) -> Iterator[Change]:
    """Everything arrived."""
    yield from changes


def torn(changes: Sequence[Change], dice: Random) -> Iterator[Change]:
    """What came first arrived, up to a byte inside one write."""
    if changes:
        last = dice.randrange(len(changes))
        yield from changes[:last]
        if isinstance(write := changes[last], Wrote):
            yield replace(write, data=write.data[: dice.randrange(len(write.data) + 1)])


def reordered(changes: Sequence[Change], dice: Random) -> Iterator[Change]:
    """Some arrived, later ones perhaps without earlier ones."""
    share = dice.random()
    return (change for change in changes if dice.random() < share)


def scattered(changes: Sequence[Change], dice: Random) -> Iterator[Change]:
    """Some sectors arrived."""
    return reordered([piece for change in changes for piece in sectors(change)], dice)


def stretched(changes: Sequence[Change], dice: Random) -> Iterator[Change]:
    """The file grew to its new size before its contents arrived, of which some sectors did."""
    if writes := [change for change in changes if isinstance(change, Wrote)]:
        yield Wrote(writes[0].file, max(write.end for write in writes), b"")
    yield from scattered(changes, dice)


def sectors(change: Change) -> Iterator[Change]:
    """A write as the sectors it consists of; any other change is whole."""
    if not isinstance(change, Wrote):
        yield change
        return
    start = change.offset
    while start < change.end:
        end = min(change.end, (start // SECTOR + 1) * SECTOR)
        yield Wrote(change.file, start, change.data[start - change.offset : end - change.offset])
        start = end


_WAYS = (dropped, arrived, torn, reordered, scattered, stretched)
