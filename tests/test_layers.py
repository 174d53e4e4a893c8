"""The rooms of the house: who may import whom, and that the core never needs a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BEFORE_UI = ("model", "rules", "store", "figures", "review", "papers", "exchange", "demo")
MODULES = ("i18n", "errors", "clock", "settings", "pinyin", "desk")

_IMPORT_ALL = """
import importlib, pkgutil, sys
import mediation_tui
names = [f"mediation_tui.{{name}}" for name in {names!r}]
for name in names:
    room = importlib.import_module(name)
    names.extend(f"{{name}}.{{inside.name}}" for inside in pkgutil.iter_modules(getattr(room, "__path__", ())))
assert len(names) > 100, names
print(*(name for name in sys.modules if name.partition(".")[0] == "textual"))
"""


def test_nothing_before_the_terminal_imports_textual() -> None:
    program = _IMPORT_ALL.format(names=(*BEFORE_UI, *MODULES))
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_room_imports_only_the_rooms_before_it() -> None:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        (sys.executable, "-c", program), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
