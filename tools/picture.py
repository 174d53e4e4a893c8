"""A picture of a running app, to be looked at.

Rich writes a screenshot's text in runs whose length it takes for their number of characters, which squeezes
Chinese to half its width; here every character is put where its cells are. Needs a monospaced font and a
Chinese one, such as DejaVu Sans Mono and Noto Sans CJK (on Debian: fonts-dejavu, fonts-noto-cjk).
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import resvg_py
from rich.cells import cell_len
from textual.app import App

CELL = 12.2
"""The width of one cell in Rich's drawings."""

_RUN = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"'
    r'(?P<clip> clip-path="[^"]*")?>(?P<text>[^<]*)</text>',
    re.DOTALL,
)
_FONTS = "font-family: 'DejaVu Sans Mono', 'Noto Sans CJK SC', monospace;"


def widened(svg: str) -> str:
    """The drawing with every character on its own cells."""
    return _RUN.sub(_spread, svg).replace("font-family: Fira Code, monospace;", _FONTS)


def save(app: App[Any], path: Path, zoom: float = 1.0) -> None:
    """Write what an app shows to a PNG file."""
    path.write_bytes(resvg_py.svg_to_bytes(svg_string=widened(app.export_screenshot()), zoom=zoom))


def _spread(run: re.Match[str]) -> str:
    """One `text` element for each character of a run."""
    cells, spread = 0, []
    for character in html.unescape(run["text"]):
        width = cell_len(character)
        if character.strip("\u00a0 \n"):
            x = float(run["x"]) + cells * CELL + (2.2 if width == 2 else 0)
            spread.append(
                f'<text class="{run["style"]}" x="{x:.1f}" y="{run["y"]}">{html.escape(character)}</text>'
            )
        cells += width
    return "".join(spread)
