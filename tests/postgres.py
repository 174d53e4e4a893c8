"""A PostgreSQL server of the tests' own, on a socket in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def server(*, lasting: bool = False) -> Iterator[str]:
    """A running server; gives the URL of a database on it.

    Args:
        lasting: Whether a commit is on the disk before it returns; tests that kill nothing are quicker without.
    """
    programs = binaries()
    if programs is None:
        _missing("the shared book is tested against a PostgreSQL server: install Debian's postgresql")
    assert programs
    folder = Path(mkdtemp(prefix="mtpg"))
    try:
        if not os.geteuid():
            shutil.chown(folder, _OWNER)
        data = folder / "data"
        _run(
            (
                programs / "initdb",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "-U",
                _OWNER,
                "-D",
                data,
            ),
            folder,
        )
        options = f"-k {folder} -c listen_addresses='' {_LASTING if lasting else _QUICK}"
        control = (programs / "pg_ctl", "-D", data, "-w")
        _run((*control, "-l", folder / "log", "-o", options, "start"), folder)
        try:
            yield f"postgresql://{_OWNER}@/postgres?host={folder}"
        finally:
            _run((*control, "-m", "immediate", "stop"), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
