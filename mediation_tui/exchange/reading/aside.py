"""Reading an old xls in a process of its own, for a torn one can bring the reader down.

The library that reads them asks for absurd amounts of memory, or stops dead, over a file that was cut off on
its way; the program and whatever is being worked on must outlive that. Run as a module, this file is the
other process: it reads a file's contents from its standard input and answers on its standard output.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.raw import RawSheet
from mediation_tui.exchange.reading.spreadsheet import locked, read_spreadsheet, torn

_PATIENCE = 120
"""Seconds after which a file of at most 50 MB is taken for torn."""
_LOCKED = 3


def read_aside(data: bytes, path: Path) -> tuple[RawSheet, ...]:
    """Every worksheet of an xls file.

    Args:
        data: The file's contents.
        path: Its name, for the sentences.

    Raises:
        SheetError: It is locked by a password, or torn.
    """
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise torn(path) from error
    if done.returncode == _LOCKED:
        raise locked(path)
    if done.returncode:
        raise torn(path)
    sheets: tuple[RawSheet, ...] = pickle.loads(done.stdout)
    return sheets


def main() -> int:
    """Read one file for the other side; the exit code tells why there is no answer."""
    nowhere = Path()
    try:
        sheets = read_spreadsheet(sys.stdin.buffer.read(), nowhere)
    except SheetError as error:
        return _LOCKED if error.sentence == locked(nowhere).sentence else 1
    sys.stdout.buffer.write(pickle.dumps(sheets))
    return 0


if __name__ == "__main__":
    sys.exit(main())
