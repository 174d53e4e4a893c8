"""From system calls, which speak of paths and descriptors, to what is asked of the files in one folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.powercut.calls import FOLDER, Call, Named, Noted, Resized, Synced, Wrote
from tests.faults.powercut.strace import UNMODELLED, SystemCall

_STANDARD_OUTPUT = 1
_UNMODELLED = frozenset(UNMODELLED.split(","))
PASSING = ("-shm", ".lock")
"""What files end in that say nothing any more once the machine has stopped."""


@dataclass
class _Open:
    """What a descriptor stands for, shared by its duplicates."""

    file: int
    position: int = 0
    appending: bool = False


class Descriptors:
    """Follows a program's descriptors to the files of a folder.

    The program is one process, with as many threads as it likes; the folder has no folders inside.

    Args:
        folder: The folder.
        there: The names of the files in it, which get the numbers from 0 on in that order.
    """

    def __init__(self, folder: Path, there: Iterable[str]) -> None:
        self._folder = str(folder)
        self._names = {name: number for number, name in enumerate(there)}
        self._sizes = {number: (folder / name).stat().st_size for name, number in self._names.items()}
        self._open: dict[int, _Open] = {}

    def calls(self, lines: Iterable[SystemCall]) -> Iterator[Call]:
        """What the system calls that succeeded asked of the folder's files."""
        for line in lines:
            if line.result >= 0:
                yield from self._asked(line)

    def _asked(self, call: SystemCall) -> Iterator[Call]:
        match call.name, call.arguments:
            case "openat", (_, path, flags, *_):
                yield from self._opened(path, flags, call.result)
            case "open", (path, flags, *_):
                yield from self._opened(path, flags, call.result)
            case "write", (descriptor, text, *_) if int(descriptor) == _STANDARD_OUTPUT:
                yield Noted(_bytes(text).decode())
            case (("link" | "rename"), (old, new)):
                yield from self._named(old, new, keeps_old=call.name == "link")
            case (("linkat" | "renameat" | "renameat2"), (_, old, _, new, *_)):
                yield from self._named(old, new, keeps_old=call.name == "linkat")
            case ("unlink", (path,)) | ("unlinkat", (_, path, _)):
                yield from self._unnamed(path)
            case name, _ if name in _UNMODELLED:
                self._require_elsewhere(call)
            case name, (descriptor, *others) if int(descriptor, 0) in self._open:
                yield from self._on_open(int(descriptor, 0), name, others, call.result)

    def _on_open(self, descriptor: int, name: str, others: list[str], result: int) -> Iterator[Call]:
        """What a call on an open file asked of it."""
        there = self._open[descriptor]
        match name, others:
            case "write", (text, *_):
                offset = self._sizes[there.file] if there.appending else there.position
                there.position = offset + result
                yield self._wrote(there.file, offset, _bytes(text)[:result])
            case "pwrite64", (text, _, offset):
                yield self._wrote(there.file, int(offset), _bytes(text)[:result])
            case "ftruncate", (size,):
                self._sizes[there.file] = int(size)
                yield Resized(there.file, int(size))
            case (("fsync" | "fdatasync"), _):
                yield Synced(there.file)
            case "read", _:
                there.position += result
            case "lseek", _:
                there.position = result
            case "close", _:
                del self._open[descriptor]
            case (("dup" | "dup2" | "dup3"), _) | ("fcntl", ("F_DUPFD" | "F_DUPFD_CLOEXEC", *_)):
                self._open[result] = there

    def _opened(self, path: str, flags: str, descriptor: int) -> Iterator[Call]:
        self._open.pop(descriptor, None)
        if _text(path) == self._folder:
            self._open[descriptor] = _Open(FOLDER)
        if not (name := self._name(path)):
            return
        if name not in self._names:
            yield self._enter({name: self._fresh()})
        file = self._names[name]
        self._open[descriptor] = _Open(file, appending="O_APPEND" in flags)
        if "O_TRUNC" in flags and self._sizes[file]:
            self._sizes[file] = 0
            yield Resized(file, 0)

    def _fresh(self) -> int:
        number = len(self._sizes)
        self._sizes[number] = 0
        return number

    def _named(self, old: str, new: str, *, keeps_old: bool) -> Iterator[Call]:
        before, after = self._name(old), self._name(new)
        assert bool(before) == bool(after), "a file came from another folder, or went there"
        if before and after:
            yield self._enter(({} if keeps_old else {before: None}) | {after: self._names[before]})

    def _unnamed(self, path: str) -> Iterator[Call]:
        if name := self._name(path):
            yield self._enter({name: None})

    def _enter(self, names: dict[str, int | None]) -> Named:
        for name, file in names.items():
            if file is None:
                self._names.pop(name)
            else:
                self._names[name] = file
        return Named(names)

    def _wrote(self, file: int, offset: int, data: bytes) -> Wrote:
        self._sizes[file] = max(self._sizes[file], offset + len(data))
        return Wrote(file, offset, data)

    def _name(self, path: str) -> str:
        """The name of a file of the folder that a power cut leaves something of; empty for any other."""
        parent, name = os.path.split(_text(path))
        return name if parent == self._folder and not name.endswith(PASSING) else ""

    def _require_elsewhere(self, call: SystemCall) -> None:
        """Make sure that a call the model does not know concerns no file of the folder."""
        if call.name == "mmap" and not any("MAP_SHARED" in argument for argument in call.arguments):
            return
        touched = [there for there in call.arguments if there.isdigit() and int(there) in self._open]
        named = [there for there in call.arguments if there.startswith('"') and self._name(there)]
        assert not touched + named, f"the disk model does not know {call}"


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.strip('"').replace("\\x", ""))


def _text(path: str) -> str:
    return os.fsdecode(_bytes(path))
