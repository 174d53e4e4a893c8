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
    ("tests", (_PYTHON, "-m", "pytest", "-n", "2")),
)


def provide_tmux() -> None:
    """See that the tests in a real terminal can run; where tmux cannot be installed they say so and are skipped."""
    if shutil.which("tmux"):
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(("apt-get", "-qq", "update"), check=False)
        subprocess.run(("apt-get", "-qq", "install", "-y", "tmux"), check=False)


def main() -> int:
    """Run every step; the last line printed is pytest's."""
    provide_tmux()
    for name, command in STEPS:
        print(f"== {name}", flush=True)
        if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"{name} failed: {' '.join(command)}", file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
