"""Names of tabs, within what Excel and WPS accept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mediation_tui.papers.sheet import Sheet

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def tab_names(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """A legal name for every sheet, no two alike: `台账`, `台账 2`."""
    names: list[str] = []
    for sheet in sheets:
        wanted = _legal(sheet.name or sheet.title)
        taken = {name.casefold() for name in names}
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = _cut(wanted, f" {number}")
        names.append(name)
    return tuple(names)


def _legal(text: str) -> str:
    name = _cut(_FORBIDDEN.sub(" ", text).strip(" '"))
    return f"{name}_" if name.casefold() in {"", "history"} else name


def _cut(text: str, ending: str = "") -> str:
    """The text and its ending within 31 UTF-16 units, the measure Excel counts in."""
    while len(f"{text}{ending}".encode("utf-16-le")) > 2 * _LONGEST:
        text = text[:-1]
    return text.rstrip(" '") + ending
