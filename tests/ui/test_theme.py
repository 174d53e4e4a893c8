from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from textual.theme import Theme

from mediation_tui.ui.theme import DARK, LIGHT

READ_TOGETHER = [
    ("foreground", "background"),
    ("text-muted", "background"),
    ("accent", "background"),
    ("warning", "background"),
    ("error", "background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("foreground", "surface-active"),
    ("foreground", "block-cursor-blurred-background"),
    ("block-cursor-background", "background"),
    ("surface-active", "background"),
]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("over", "under"), READ_TOGETHER)
def test_sixteen_colours_keep_them_apart(theme: Theme, over: str, under: str) -> None:
    colours = theme.to_color_system().generate()
    first, second = (
        Color.parse(colours[name][:7]).downgrade(ColorSystem.STANDARD).number for name in (over, under)
    )
    assert first != second


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("over", "under"), READ_TOGETHER[:8])
def test_text_is_readable(theme: Theme, over: str, under: str) -> None:
    """WCAG's 4.5 to 1."""
    colours = theme.to_color_system().generate()
    light, dark = sorted((_luminance(colours[name][:7]) for name in (over, under)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
