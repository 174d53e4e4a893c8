"""The two palettes: a quiet ground, one accent, and colour only for what wants attention.

Every pair of colours stays apart when a terminal reduces them to its sixteen.
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme

from mediation_tui.ui import skin

_SHARED = {
    "block-cursor-text-style": "none",
    "block-cursor-blurred-text-style": "none",
    "input-cursor-text-style": "none",
    "footer-background": "transparent",
    "footer-item-background": "transparent",
    "footer-key-background": "transparent",
}

DARK = Theme(
    name="mediation-dark",
    primary="#4fa3d9",
    secondary="#7d8f9c",
    accent="#5fb8e8",
    warning="#e0b13c",
    error="#f0605a",
    success="#7cc474",
    foreground="#dcdfe2",
    background="#101315",
    surface="#1e252a",
    panel="#262d33",
    dark=True,
    variables={
        **_SHARED,
        "text-muted": "#8b959d",
        "text-warning": "#e8894a",
        "surface-active": "#0b3d5c",
        "border-blurred": "#48535b",
        "block-cursor-blurred-background": "#2b3339",
        "block-cursor-background": "#0a4d78",
        "block-cursor-foreground": "#ffffff",
        "input-cursor-background": "#dcdfe2",
        "input-cursor-foreground": "#101315",
        "input-selection-background": "#2d6f9e",
        "scrollbar": "#48535b",
        "scrollbar-hover": "#5c6972",
        "scrollbar-active": "#4fa3d9",
        "scrollbar-background": "#171b1e",
        "scrollbar-background-hover": "#171b1e",
        "scrollbar-background-active": "#171b1e",
        "scrollbar-corner-color": "#171b1e",
    },
)

LIGHT = Theme(
    name="mediation-light",
    primary="#0b5f94",
    secondary="#5a6770",
    accent="#0b5f94",
    warning="#8a5a00",
    error="#b3201a",
    success="#2d7a2a",
    foreground="#1a1d20",
    background="#f6f6f4",
    surface="#e7e7e3",
    panel="#e2e2df",
    dark=False,
    variables={
        **_SHARED,
        "text-muted": "#63696e",
        "text-warning": "#9a4300",
        "surface-active": "#b5d8ef",
        "border-blurred": "#a3a8ab",
        "block-cursor-blurred-background": "#d9dcdd",
        "block-cursor-background": "#b5d8ef",
        "block-cursor-foreground": "#101214",
        "input-cursor-background": "#1a1d20",
        "input-cursor-foreground": "#f6f6f4",
        "input-selection-background": "#8cc0e2",
        "scrollbar": "#a3a8ab",
        "scrollbar-hover": "#888e92",
        "scrollbar-active": "#0b5f94",
        "scrollbar-background": "#e7e7e3",
        "scrollbar-background-hover": "#e7e7e3",
        "scrollbar-background-active": "#e7e7e3",
        "scrollbar-corner-color": "#e7e7e3",
    },
)


class WholeCellBar(ScrollBarRender):
    """A scrollbar of coloured spaces; eighth blocks are two cells wide on old Chinese consoles."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def dress(app: App[Any], *, dark: bool = True) -> None:
    """Give an app both palettes, whole-cell scrollbars, and the class of its skin for borders to follow."""
    for theme in (DARK, LIGHT):
        app.register_theme(theme)
    app.theme = (DARK if dark else LIGHT).name
    app.set_class(skin.marks() is skin.ASCII, "-ascii")
    ScrollBar.renderer = WholeCellBar
