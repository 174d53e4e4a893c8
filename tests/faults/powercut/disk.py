"""A disk as strict as POSIX lets it be: what was not confirmed may be there, or not, or in part.

A file's contents are safe once the file was synced, its name only once the folder was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.faults.powercut.calls import FOLDER, Call, Change, Named, Noted, Resized, Synced, Wrote

Remains = Mapping[str, bytes]
"""What a power cut leaves of a folder: the contents of each file, by name."""


@dataclass(frozen=True)
class Luck:
    """What becomes of unconfirmed changes in one power cut.

    Attributes:
        survivors: Of the changes to one file, or to the folder's names, the ones that reached the disk.
        fill: So many bytes that a file has grown by without anything having been written there.
    """

    survivors: Callable[[Sequence[Change]], Iterable[Change]]
    fill: Callable[[int], bytes] = bytes


NOTHING_SURVIVES = Luck(lambda changes: ())
EVERYTHING_SURVIVES = Luck(lambda changes: changes)


class Disk:
    """The safe part of a folder, and the changes that still hang in the air.

    Args:
        files: What lies in the folder, safely.
    """

    def __init__(self, files: Remains) -> None:
        self._names: dict[str, int] = {name: number for number, name in enumerate(files)}
        self._contents: dict[int, bytes] = dict(enumerate(files.values()))
        self._pending: dict[int, list[Change]] = {}

    @property
    def settled(self) -> bool:
        """Whether nothing hangs in the air, so that a power cut can leave only one thing."""
        return not self._pending

    def obey(self, call: Call) -> None:
        """Take a change up, or make the changes so far safe."""
        match call:
            case Named():
                self._pending.setdefault(FOLDER, []).append(call)
            case Wrote() | Resized():
                self._pending.setdefault(call.file, []).append(call)
            case Synced():
                self._settle(call.file)
            case Noted():
                pass

    def after_a_power_cut(self, luck: Luck) -> Remains:
        """What is found when the power is back."""
        names = renamed(self._names, luck.survivors(self._pending.get(FOLDER, ())))
        return {name: self._left_of(file, luck) for name, file in names.items()}

    def _left_of(self, file: int, luck: Luck) -> bytes:
        safe = self._contents.get(file, b"")
        pending = self._pending.get(file)
        return rewritten(safe, luck.survivors(pending), luck.fill) if pending else safe

    def _settle(self, file: int) -> None:
        changes = self._pending.pop(file, ())
        if file == FOLDER:
            self._names = renamed(self._names, changes)
        elif changes:
            self._contents[file] = rewritten(self._contents.get(file, b""), changes)


def renamed(names: Mapping[str, int], changes: Iterable[Change]) -> dict[str, int]:
    """A folder's names after some changes."""
    after: dict[str, int | None] = dict(names)
    for change in changes:
        if isinstance(change, Named):
            after |= change.names
    return {name: file for name, file in sorted(after.items()) if file is not None}


def rewritten(content: bytes, changes: Iterable[Change], fill: Callable[[int], bytes] = bytes) -> bytes:
    """A file's contents after some changes; a gap is filled with zeros, or with whatever `fill` gives."""
    after = bytearray(content)
    for change in changes:
        match change:
            case Resized(size=size):
                del after[size:]
                after += fill(size - len(after))
            case Wrote(offset=offset, data=data):
                after += fill(max(0, offset - len(after)))
                after[offset : change.end] = data
            case Named():
                pass
    return bytes(after)
