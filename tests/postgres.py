"""A PostgreSQL server of the tests' own, on a socket in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from tempfile import mkdtemp

import pytest

_OWNER = "postgres"
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_LASTING = "-c fsync=on"


def binaries() -> Path | None:
    """The folder of the newest server programs there are."""
    found = shutil.which("initdb") or max(glob("/usr/lib/postgresql/*/bin/initdb"), default=None)
    return Path(found).resolve().parent if found else None


def _missing(what: str) -> None:
    """Skip for want of something; a run that must be complete fails instead."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def _run(command: Sequence[str | Path], folder: Path) -> None:
    """Run one of the server's programs; it refuses to be run by the superuser."""
    user = pwd.getpwnam(_OWNER).pw_uid if not os.geteuid() else None
    done = subprocess.run(command, cwd=folder, user=user, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@dataclass(frozen=True)
class Server:
    """A database server with its data in a folder, reached by a socket there.

    Attributes:
        programs: Where PostgreSQL's programs are.
        folder: Its folder.
        options: What it is started with.
    """

    programs: Path
    folder: Path
    options: str

    @property
    def url(self) -> str:
        """The URL of a database on it."""
        return f"postgresql://{_OWNER}@/postgres?host={self.folder}"

    def set_up(self) -> None:
        """Make its files."""
        kinds = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        _run((self.programs / "initdb", *kinds, "-U", _OWNER, "-D", self._data), self.folder)

    def start(self) -> None:
        """Start it, and wait until it answers; what a crash left is recovered first."""
        options = f"-k {self.folder} -c listen_addresses='' {self.options}"
        self._control("-l", self.folder / "log", "-o", options, "start")

    def crash(self) -> None:
        """End it at once, as a power cut would end its programs."""
        self._control("-m", "immediate", "stop")

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _control(self, *arguments: str | Path) -> None:
        _run((self.programs / "pg_ctl", "-D", self._data, "-w", *arguments), self.folder)


@contextmanager
def server(*, lasting: bool = False) -> Iterator[Server]:
    """A running server.

    Args:
        lasting: Whether a commit is on the disk before it returns; tests that crash nothing are quicker without.
    """
    programs = binaries()
    if programs is None:
        _missing("the shared book is tested against a PostgreSQL server: install Debian's postgresql")
    assert programs
    folder = Path(mkdtemp(prefix="mtpg"))
    try:
        if not os.geteuid():
            shutil.chown(folder, _OWNER)
        made = Server(programs, folder, _LASTING if lasting else _QUICK)
        made.set_up()
        made.start()
        try:
            yield made
        finally:
            made.crash()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
