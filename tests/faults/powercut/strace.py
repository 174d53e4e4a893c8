"""Running a program under strace, and reading what it writes down."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

MODELLED = (
    "open,openat,close,dup,dup2,dup3,fcntl,lseek,read,write,pwrite64,ftruncate,fsync,fdatasync,"
    "link,linkat,rename,renameat,renameat2,unlink,unlinkat"
)
UNMODELLED = (
    "creat,writev,pwritev,pwritev2,sendfile,copy_file_range,splice,fallocate,truncate,mmap,ioctl,"
    "symlink,symlinkat,io_uring_setup,io_submit"
)
"""Calls that could change a file as well; a program that makes one on a recorded file needs a richer model."""

_STRACE = (
    *("strace", "--follow-forks", "--seccomp-bpf", "--strings-in-hex=all", "--string-limit=10000000"),
    *("-e", f"trace={MODELLED},{UNMODELLED}", "-e", "raw=read", "-e", "signal=none"),
)
_FINISHED = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\w+)")
_UNFINISHED, _RESUMED = " <unfinished ...>", re.compile(r"<\.\.\. \w+ resumed>")


@dataclass(frozen=True)
class SystemCall:
    """One system call that has returned, its arguments as strace spells them."""

    name: str
    arguments: tuple[str, ...]
    result: int


def why_not() -> str:
    """The reason why this machine cannot record a program; empty where it can."""
    if not shutil.which("strace"):
        return "strace, which records what a program asks of the disk, is not installed"
    attempt = _run((*_STRACE, "-o", os.devnull, "true"))
    return f"this machine lets nobody trace a program: {attempt.stderr.strip()}" if attempt.returncode else ""


def system_calls(module: str, folder: Path, log: Path) -> Iterator[SystemCall]:
    """What a program asked of the system, in order.

    Args:
        module: The program, a module of the tests.
        folder: Its only argument: the folder it works in.
        log: Where strace may write.
    """
    command = (*_STRACE, "-o", str(log), sys.executable, "-m", module, str(folder))
    done = _run(command)
    assert done.returncode == 0, done.stderr
    with log.open(encoding="ascii") as lines:
        yield from read(lines)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def read(lines: Iterable[str]) -> Iterator[SystemCall]:
    """The system calls in a log; one that was interrupted by another thread counts when it returned."""
    begun: dict[str, str] = {}
    for line in lines:
        thread, _, told = line.rstrip("\n").partition(" ")
        told = told.lstrip()
        if told.endswith(_UNFINISHED):
            begun[thread] = told.removesuffix(_UNFINISHED)
            continue
        if resumed := _RESUMED.match(told):
            told = begun.pop(thread) + told[resumed.end() :]
        if finished := _FINISHED.match(told):
            arguments = tuple(finished["arguments"].split(", "))
            yield SystemCall(finished["name"], arguments, int(finished["result"], 0))
