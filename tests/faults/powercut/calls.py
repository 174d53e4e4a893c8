"""What a program asks of the disk, as far as a power cut can undo it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FOLDER = -1
"""The folder itself, where a call may concern it or a file."""


@dataclass(frozen=True)
class Wrote:
    """Bytes were put into a file; a file is known by a number, since its names may change."""

    file: int
    offset: int
    data: bytes

    @property
    def end(self) -> int:
        return self.offset + len(self.data)


@dataclass(frozen=True)
class Resized:
    """A file was cut short, or grew by zeros."""

    file: int
    size: int


@dataclass(frozen=True)
class Named:
    """Names were given to files or taken away, together: by creating, linking, renaming or unlinking."""

    names: Mapping[str, int | None]


@dataclass(frozen=True)
class Synced:
    """The disk has confirmed all that was written into a file, or all names in the folder."""

    file: int


@dataclass(frozen=True)
class Noted:
    """The program told the person waiting for it how far it is."""

    text: str


Change = Wrote | Resized | Named
Call = Change | Synced | Noted
