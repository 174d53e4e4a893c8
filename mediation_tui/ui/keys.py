"""Keys as they arrive while a Chinese input method is on.

Punctuation then comes full-width, and letters may too; a binding names both forms.
"""

from __future__ import annotations

from textual.keys import _character_to_key

_FULL_WIDTH = 0xFF00 - 0x20
_ALSO = {"/": "、", ".": "。", "[": "【", "]": "】", "\\": "、", "<": "《", ">": "》", "_": "—", "^": "…"}
"""What the same key gives with Chinese punctuation on, where that is not simply the wide form."""

_TYPED = {_character_to_key(chr(code)): chr(code) for code in range(ord(" "), ord("~") + 1)}
"""The character behind each of Textual's names; its own way back does not know all it renamed, `slash` among them."""


def twins(key: str) -> tuple[str, ...]:
    """Other names, in Textual's spelling, under which the same key press may arrive.

    Args:
        key: A character (`?`) or Textual's name of it (`question_mark`). Keys that are no characters, such
            as `f5` or `ctrl+s`, have no twins.
    """
    character = _TYPED.get(_character_to_key(key) if len(key) == 1 else key)
    if character is None:
        return ()
    wide = "\u3000" if character == " " else chr(ord(character) + _FULL_WIDTH)
    return tuple(_character_to_key(twin) for twin in (wide, *_ALSO.get(character, "")))


def with_twins(keys: str) -> str:
    """A binding's comma-separated keys, each followed by its twins."""
    return ",".join(name for key in keys.split(",") for name in (key.strip(), *twins(key.strip())))
