"""The marks drawn on the screen, and plain letters for terminals that cannot draw them.

A mark never stands alone for a meaning: a word is always beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

SkinChoice = Literal["auto", "marks", "ascii"]


@dataclass(frozen=True)
class Marks:
    """One mark for each thing that is drawn.

    Attributes:
        name: The skin's own name, also the class of screens drawn with it.
        bar: A whole cell of a bar; `eighths` are one to seven eighths of it, `track` what is left of its length.
        tick: A place on a bar, such as last year's.
        levels: Seven heights of a column in a row of small ones.
    """

    name: str = "marks"
    registered: str = "○"
    accepted: str = "◔"
    mediating: str = "◑"
    performing: str = "◕"
    closed: str = "●"
    archived: str = "▣"
    failed: str = "✕"
    transferred: str = "↗"
    raised: str = "▲"
    here: str = "▸"
    upright: str = "│"
    rule: str = "─"
    bar: str = "█"
    eighths: str = "▏▎▍▌▋▊▉"
    track: str = "·"
    tick: str = "│"
    levels: str = "▁▂▃▄▅▆▇"
    more: str = "…"
    dot: str = "·"
    dash: str = "—"
    chosen: str = "●"
    open: str = "○"
    ticked: str = "[✓]"
    unticked: str = "[ ]"
    done: str = "✓"
    reported: str = "●"
    zero: str = "○"
    missing: str = "✕"
    not_due: str = "·"


MARKS = Marks()
ASCII = Marks(
    name="ascii",
    registered="o",
    accepted="A",
    mediating="M",
    performing="P",
    closed="C",
    archived="R",
    failed="X",
    transferred="T",
    raised="!",
    here=">",
    upright="|",
    rule="-",
    bar="#",
    eighths="...####",
    track=".",
    tick="|",
    levels="_.-=+*#",
    more="~",
    dot="-",
    dash="-",
    chosen="*",
    open="o",
    ticked="[x]",
    unticked="[ ]",
    done="x",
    reported="+",
    zero="o",
    missing="!",
    not_due=".",
)

_current = MARKS


def marks() -> Marks:
    """The marks drawn now."""
    return _current


def use(skin: Marks) -> None:
    """Draw with these marks from now on; whatever is already on screen has to be drawn again."""
    global _current
    _current = skin


def choose(environment: Mapping[str, str], encoding: str, wanted: SkinChoice = "auto") -> Marks:
    """The skin for a terminal.

    Args:
        environment: The process's environment; `MEDIATION_TUI_ASCII` set to 1 or 0 decides before all else.
        encoding: What the terminal is written in.
        wanted: The book's or the user's own setting.
    """
    asked = environment.get("MEDIATION_TUI_ASCII", "")
    if asked in ("0", "1"):
        return ASCII if asked == "1" else MARKS
    if wanted != "auto":
        return ASCII if wanted == "ascii" else MARKS
    return MARKS if _can_draw(environment.get("TERM", ""), encoding) else ASCII


def _can_draw(terminal: str, encoding: str) -> bool:
    """Whether a terminal has the glyphs, each one cell wide, as far as can be told without asking it."""
    if terminal in ("linux", "dumb"):
        return False
    try:
        "".join(str(getattr(MARKS, field.name)) for field in fields(MARKS)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return encoding.lower().replace("-", "").replace("_", "") in ("utf8", "gb18030")
