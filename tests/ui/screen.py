"""What a running app shows, as plain text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from textual._compositor import LayoutUpdate
from textual.app import App


def dump(app: App[Any]) -> str:
    """The composited screen's lines, screens below a dialog included, without trailing spaces."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(update, LayoutUpdate)
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in update.strips)
    return "\n".join(lines)


def assert_looks_like(app: App[Any], picture: Path) -> None:
    """The screen is what was written to a file before; with UPDATE_DUMPS=1 in the environment, write it."""
    if os.environ.get("UPDATE_DUMPS") == "1":
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_text(dump(app) + "\n", encoding="utf-8")
    assert dump(app) == picture.read_text(encoding="utf-8").removesuffix("\n")
