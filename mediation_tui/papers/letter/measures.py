"""The measures of the page in GB/T 9704-2012: A4 with a text block of 156 by 225 mm, 22 lines of 28 characters.

Word counts in twentieths of a point (twips). The text block is a little narrower than 28 characters of
16 points, so every character gives up a quarter of a point; the grid has lines only, so that digits and
English keep their own widths.
"""

from __future__ import annotations

from unicodedata import east_asian_width


def twips(millimetres: float) -> int:
    """Millimetres as Word counts them."""
    return round(millimetres / 25.4 * 1440)


LINES, CHARACTERS = 22, 28
PAGE_WIDTH, PAGE_HEIGHT = twips(210), twips(297)
TOP, LEFT, RIGHT, BOTTOM = twips(37), twips(28), twips(26), twips(35)
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TURNED_WIDTH = PAGE_HEIGHT - TOP - BOTTOM
"""The width of the text block of a page that is turned for a wide table, its head at the binding."""
LEAF_TOP, LEAF_SIDE, LEAF_BOTTOM = twips(16), twips(15), twips(18)
"""The margins of a leaf that is hung up, which is no letter: as narrow as any printer allows."""
LEAF_WIDTH = PAGE_HEIGHT - 2 * LEAF_SIDE
LINE = (PAGE_HEIGHT - TOP - BOTTOM) // LINES
"""From one line to the next."""

BODY_POINTS, TITLE_POINTS, FOLIO_POINTS = 16, 22, 14
"""3号, 2号 and 4号."""
TIGHTER = -5
"""What every character gives up, in twips."""
CHARACTER = BODY_POINTS * 20 + TIGHTER
"""The room one character of the text takes."""
TITLE_ROOM = TEXT_WIDTH // (TITLE_POINTS * 20) - 1
"""How many characters a line of the title holds without touching both edges."""

FOLIO_LINE = FOLIO_POINTS * 20
FOLIO_REACH = twips(7) + FOLIO_LINE // 2
"""From the text block down to the foot of the page number: its dashes are 7 mm under the block."""
HEADER = twips(15)


def width_of(said: str) -> float:
    """A text's width in characters of the body; what both scripts share, such as “, is as wide as Chinese."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in said)
