"""Everything that must hold before a change goes in, in one command; it stops at the first thing that does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PYTHON = sys.executable
_LINT_IMPORTS = str(Path(_PYTHON).with_name("lint-imports"))

STEPS = (
    ("style", (_PYTHON, "-m", "ruff", "check")),
    ("layout", (_PYTHON, "-m", "ruff", "format", "--check")),
    ("types", (_PYTHON, "-m", "mypy")),
    ("rooms", (_LINT_IMPORTS,)),
    ("catalogue", (_PYTHON, "tools/messages.py", "check")),
    ("catalogue, compiled", (_PYTHON, "tools/messages.py", "compile")),
    ("tests", (_PYTHON, "-m", "pytest", "-n", "3")),
)


NEEDED = {
    "tmux": ("tmux", "the tests in a real terminal"),
    "strace": ("strace", "the simulated power cuts"),
    "initdb": ("postgresql", "the tests of the shared book"),
}
"""By program: Debian's package of it, and what cannot be tested without."""


def there(program: str) -> bool:
    """Whether a program is installed; Debian keeps a database server's out of the way."""
    return bool(shutil.which(program) or list(Path("/usr/lib/postgresql").glob(f"*/bin/{program}")))


def provide() -> None:
    """Install what the tests start; where that cannot be done, those tests say so and are skipped."""
    missing = [package for program, (package, _tests) in NEEDED.items() if not there(program)]
    if missing and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(("apt-get", "-qq", "update"), check=False)
        subprocess.run(("apt-get", "-qq", "install", "-y", *missing), check=False)
    for program, (package, tests) in NEEDED.items():
        if not there(program):
            print(f"without Debian's {package}, {tests} are skipped", file=sys.stderr)


def main() -> int:
    """Run every step; the last line printed is pytest's."""
    provide()
    for name, command in STEPS:
        print(f"== {name}", flush=True)
        if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"{name} failed: {' '.join(command)}", file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
