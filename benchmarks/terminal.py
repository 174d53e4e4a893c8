"""A pseudo-terminal to time a program in: first paint, key to first byte, memory at rest."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]")
_LIMIT = 60.0


class Timed:
    """A program running in a pseudo-terminal of 120×40.

    Args:
        command: The program and its arguments.
        painted: Text that is on its first whole screen.
    """

    def __init__(self, command: Sequence[str], painted: str) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        begun = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.seconds_to_paint = self._wait_for(painted.encode()) - begun

    def _wait_for(self, text: bytes) -> float:
        seen = b""
        limit = time.perf_counter() + _LIMIT
        while time.perf_counter() < limit:
            if not select.select([self._master], [], [], 0.5)[0]:
                continue
            seen += os.read(self._master, 65536)
            if text in _ESCAPES.sub(b"", seen):
                return time.perf_counter()
        raise TimeoutError(f"{text!r} was not painted; got {seen[-2000:]!r}")

    def rest(self, quiet: float = 0.3) -> None:
        """Read whatever comes until nothing has come for a while."""
        while select.select([self._master], [], [], quiet)[0]:
            os.read(self._master, 65536)

    def seconds_to_first_byte(self, key: bytes) -> float:
        """From a key going in to the first byte coming out."""
        self.rest(0.1)
        begun = time.perf_counter()
        os.write(self._master, key)
        select.select([self._master], [], [], 5)
        return time.perf_counter() - begun

    def resident_mb(self) -> float:
        """Resident memory, MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)


@contextlib.contextmanager
def timed(command: Sequence[str], painted: str) -> Iterator[Timed]:
    """A timed program, ended afterwards."""
    program = Timed(command, painted)
    try:
        yield program
    finally:
        program.close()
