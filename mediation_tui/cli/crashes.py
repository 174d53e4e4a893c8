"""The log of the program's own failures, fit to be sent to whoever mends it: nothing personal is in it."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from mediation_tui import __version__

_LONG_NUMBER = re.compile(r"\d{6,}[\dXx]?", re.ASCII)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def write_down(error: BaseException, at: datetime, log: Path) -> None:
    """Add an error to the log with the way it came.

    The lines of code it passed through are the program's own; what the error says may quote a record, so long
    numbers and Chinese words in it are blacked out.

    Raises:
        OSError: The log cannot be written.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as lines:
        lines.write(f"{at.isoformat(timespec='seconds')} mediation-tui {__version__}\n")
        lines.writelines(_told(error))
        lines.write("\n")


def _told(error: BaseException) -> Iterator[str]:
    """An error and what led to it, innermost cause first."""
    if earlier := error.__cause__ or (None if error.__suppress_context__ else error.__context__):
        yield from _told(earlier)
        yield "which led to:\n"
    yield from traceback.format_tb(error.__traceback__)
    yield from map(masked, traceback.format_exception_only(error))


def masked(text: str) -> str:
    """The text without anything that may tell who is meant."""
    return _HAN.sub("某", _LONG_NUMBER.sub("******", text))
