"""Short lives: a process that has everything imported and forks once for each function it is told to run.

Starting Python takes half a second, a fork a few milliseconds; so hundreds of lives can be begun and ended. What a
life says, and how it ended, comes up one pipe in the order in which it happened. `python -m tests.faults.lives` is
the process that forks.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NoReturn

ROOT = Path(__file__).parents[2]


def say(line: str) -> None:
    """Say one line so that it is either wholly in the pipe or not at all, also when killed meanwhile."""
    os.write(1, f"{line}\n".encode())


class Life:
    """One forked process, seen from the test.

    Attributes:
        pid: Its number.
        lines: What it has said so far.
        ended_by: The signal that ended it, 0 for an end of its own; nothing while it lives.
    """

    def __init__(self, pipe: IO[str]) -> None:
        self._pipe = pipe
        self.lines: list[str] = []
        self.ended_by: int | None = None
        self.pid = int(self._next().removeprefix("born "))

    def hear(self) -> str:
        """The next line it says; empty once it has ended."""
        if self.ended_by is not None:
            return ""
        line = self._next()
        if line.startswith("ended "):
            self.ended_by = int(line.removeprefix("ended "))
            return ""
        self.lines.append(line)
        return line

    def hear_until(self, expected: str) -> None:
        """Listen until it says something."""
        while (line := self.hear()) != expected:
            assert line, f"ended by {self.ended_by} without {expected!r}: {self.lines}"

    def outlive(self, seconds: float) -> None:
        """Let it live for so long, unless it ends before."""
        ended = os.pidfd_open(self.pid)
        try:
            select.select([ended], [], [], seconds)
        finally:
            os.close(ended)

    def send(self, signal_number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, signal_number)

    def kill(self) -> None:
        """End it at once and hear the rest of what it had said."""
        self.send(signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """Hear everything it says until it ends."""
        while self.hear():
            pass

    def _next(self) -> str:
        line = self._pipe.readline()
        assert line, "the process that forks has ended"
        return line.removesuffix("\n")


class Lives:
    """The process that forks, seen from the test; it has one life at a time."""

    def __init__(self, tasks: IO[str], pipe: IO[str]) -> None:
        self._tasks = tasks
        self._pipe = pipe
        self._last: Life | None = None

    def begin(self, function: Callable[..., object], *arguments: Any) -> Life:
        """Let a new process run a function that a module has by its name, with arguments that JSON can carry."""
        assert self._last is None or self._last.ended_by is not None, "the life before has not ended"
        print(json.dumps([function.__module__, function.__name__, *arguments]), file=self._tasks, flush=True)
        self._last = Life(self._pipe)
        return self._last

    def end(self) -> None:
        """End the life there is."""
        if self._last and self._last.ended_by is None:
            self._last.kill()


@contextmanager
def some_lives(rehearse: Callable[[], object]) -> Iterator[Lives]:
    """A process that forks, once it has run a function that makes ready what every life needs."""
    command = [sys.executable, "-m", "tests.faults.lives", rehearse.__module__, rehearse.__name__]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin
        assert server.stdout
        while server.stdout.readline() != "ready\n":
            assert server.poll() is None
        lives = Lives(server.stdin, server.stdout)
        try:
            yield lives
        finally:
            lives.end()


def _serve() -> None:
    """Fork for each task that comes in, and say how each life went on."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _live(*json.loads(line))
        _, status = os.waitpid(pid, os.WUNTRACED)
        while os.WIFSTOPPED(status):
            say("stopped")
            _, status = os.waitpid(pid, os.WUNTRACED)
        say(f"ended {os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}")


def _live(module: str, function: str, *arguments: Any) -> NoReturn:
    """Run a function and end, without a word to whatever the process that forks has open."""
    say(f"born {os.getpid()}")
    try:
        getattr(import_module(module), function)(*arguments)
    except BaseException:
        say(f"failed {traceback.format_exc()!r}")
    os._exit(0)


if __name__ == "__main__":
    getattr(import_module(sys.argv[1]), sys.argv[2])()
    say("ready")
    _serve()
