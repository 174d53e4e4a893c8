"""What a cell says, as text; and numbers that are names, such as phones, read only where no digit is lost."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from mediation_tui.exchange.reading.raw import Value

_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; from here on the last ones are made up."""
_CROSSED_OUT = frozenset({"—", "——", "-", "－", "/"})
"""What offices put into a cell to say that there is nothing to say."""
_WITH_POINT = re.compile(r"\d+\.0+")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d+")


class LostDigits(ValueError):
    """The cell shows a number whose last digits are gone."""


def text_of(value: Value) -> str | None:
    """What the cell shows, as text: 13900001234.0 as its digits, a date as 2024-05-06, nothing or a dash as None.

    A whole number too long to be exact keeps the shape it is shown in, 6.30122199001011E+17.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    text = str(value).strip().removeprefix("'").strip()
    return None if not text or text in _CROSSED_OUT else text


def number_text(value: Value) -> str | None:
    """A number that names something (phone, ID, case number), digit by digit.

    `13900001234.0` and `1.3900001234E+10` are repaired, for nothing of them is lost.

    Raises:
        LostDigits: It was kept as a number of more than fifteen digits, or shown as 1.39E+10.
    """
    if isinstance(value, int | float) and abs(value) >= _EXACT:
        raise LostDigits
    text = text_of(value)
    if text is None:
        return None
    if _WITH_POINT.fullmatch(text):
        return text.partition(".")[0]
    return _unfolded(text) if _SCIENTIFIC.fullmatch(text) else text


def _number(value: int | float) -> str:
    if abs(value) >= _EXACT:
        return f"{value:.14E}"
    if value == int(value):
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def _unfolded(text: str) -> str:
    """A number in scientific writing, if every digit of it is there."""
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    if number >= _EXACT or exponent != 0:
        raise LostDigits
    return f"{number:f}"
