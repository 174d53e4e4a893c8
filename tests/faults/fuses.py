"""Ways for a process to end itself at a chosen place of its writing."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from dataclasses import dataclass
from typing import Any


def die() -> None:
    """End as suddenly as a process can."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Fuse:
    """Kills this process instead of the statement that comes after so many others; never while none is set."""

    left: int = -1

    def burn(self, _statement: str) -> None:
        """Count one statement."""
        if not self.left:
            die()
        self.left -= 1


def fuse_of_statements() -> Fuse:
    """A fuse on every connection that will be opened from now on."""
    fuse, connect = Fuse(), sqlite3.connect

    def fused(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(fuse.burn)
        return connection

    sqlite3.connect = fused  # type: ignore[assignment]
    return fuse


def let_no_file_outgrow(size: int) -> None:
    """Let the system end this process within the write that would take a file beyond a size.

    What fits is written, then SIGXFSZ ends the process as suddenly as SIGKILL would.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
