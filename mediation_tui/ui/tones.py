"""What a piece of text asks of the reader; the palette decides how that looks."""

from __future__ import annotations

from typing import Literal, get_args

Tone = Literal["plain", "muted", "strong", "accent", "warn", "late", "green", "blue", "orange"]
TONES: tuple[Tone, ...] = get_args(Tone)
