"""A real terminal for tests: tmux, driven by keys and read as text."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

QUIET = 0.25
"""Seconds without a change after which a screen counts as painted."""
PATIENCE = 30.0
"""Seconds after which something that should have appeared counts as missing."""
_POLL = 0.03


class Terminal:
    """One program in one tmux window.

    Args:
        command: The program and its arguments.
        width: Columns.
        height: Rows.
        environment: Variables set for it besides the test's own.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        width: int = 80,
        height: int = 24,
        environment: dict[str, str] | None = None,
    ) -> None:
        self._socket = f"mediation-{uuid.uuid4().hex[:12]}"
        variables = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "tmux-256color", **(environment or {})}
        settings = [f"{name}={value}" for name, value in variables.items()]
        line = shlex.join(["env", *settings, *command])
        self._tmux(
            "-f", os.devnull, "new-session", "-d", "-x", str(width), "-y", str(height),
            f"{line}; printf '\\nexit %s\\n' $?; sleep 600",
        )  # fmt: skip

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout

    def screen(self) -> str:
        """The screen as text, trailing spaces cut."""
        return "\n".join(line.rstrip() for line in self._tmux("capture-pane", "-p").split("\n"))

    def settled(self) -> str:
        """The screen once nothing has changed on it for so long."""
        last, since, limit = self.screen(), time.monotonic(), time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            time.sleep(_POLL)
            now = self.screen()
            if now != last:
                last, since = now, time.monotonic()
            elif now.strip() and time.monotonic() - since >= QUIET:
                return now
        raise AssertionError(f"the screen did not come to rest:\n{last}")

    def shows(self, *texts: str, within: float = PATIENCE) -> str:
        """The screen once all these texts are on it and it has come to rest.

        Args:
            *texts: What must be on it.
            within: Seconds it may take until they are.

        Raises:
            AssertionError: One of them did not appear.
        """
        limit = time.monotonic() + within
        while time.monotonic() < limit:
            now = self.settled()
            if all(text in now for text in texts):
                return now
        missing = [text for text in texts if text not in now]
        raise AssertionError(f"{missing} did not appear on:\n{now}")

    def press(self, *keys: str) -> str:
        """Press keys, by tmux's names, one after another; the screen after them."""
        for key in keys:
            self.send(key)
            self.settled()
        return self.screen()

    def send(self, *keys: str, text: str = "") -> None:
        """Type characters and then press keys as one who knows the way, not waiting for the screen."""
        if text:
            self._tmux("send-keys", "-l", text)
        if keys:
            self._tmux("send-keys", *keys)

    def type(self, text: str) -> str:
        """Type characters as an input method commits them; the screen after them."""
        self.send(text=text)
        return self.settled()

    def paste(self, text: str) -> str:
        """Paste text as a terminal does, bracketed where the program asked for that."""
        subprocess.run(
            ["tmux", "-u", "-L", self._socket, "load-buffer", "-"], input=text, text=True, check=True
        )
        self._tmux("paste-buffer", "-p")
        return self.settled()

    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's own cursor, from 0."""
        column, row = self._tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split()
        return int(column), int(row)

    def resize(self, width: int, height: int) -> str:
        """Make the window another size; the screen after that."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))
        return self.settled()

    def kill_program(self) -> None:
        """Kill the program in the window at once, as a power cut would."""
        shell = int(self._tmux("display-message", "-p", "#{pane_pid}"))
        children = subprocess.run(["pgrep", "-P", str(shell)], capture_output=True, text=True, check=True)
        for child in children.stdout.split():
            subprocess.run(["kill", "-9", child], check=True)

    def close(self) -> None:
        """Close the window."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], capture_output=True, check=False)


@contextmanager
def program(
    home: Path,
    *arguments: str,
    width: int = 80,
    height: int = 24,
    day: date | None = None,
    **environment: str,
) -> Iterator[Terminal]:
    """The program as installed, with a home of its own.

    Args:
        home: An empty folder for its settings and logs.
        *arguments: Its command line.
        width: Columns.
        height: Rows.
        day: The day it takes for today; the machine's unless given.
        **environment: Further variables.
    """
    variables = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    started = ["mediation_tui"] if day is None else ["tests.e2e.on", day.isoformat()]
    command = [sys.executable, "-m", *started, *arguments]
    terminal = Terminal(command, width=width, height=height, environment={**variables, **environment})
    try:
        yield terminal
    finally:
        terminal.close()


def tmux_is_there() -> bool:
    """Whether this machine has a terminal to test in."""
    return shutil.which("tmux") is not None
