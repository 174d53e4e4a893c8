"""Telephone and identity numbers that are well formed and plainly nobody's."""

from __future__ import annotations

from datetime import date
from random import Random

from mediation_tui.model.vocabulary import Gender

AREAS = ("990101", "990102", "990103")
"""No province has the code 99, so these identity numbers belong to nobody (GB/T 2260)."""

_PREFIXES = ("1380000", "1390000", "1500000", "1890000")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def check_digit(body: str) -> str:
    """The eighteenth character of an identity number, from its first seventeen digits (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def id_number(random: Random, born: date, gender: Gender) -> str:
    """An identity number with a right check digit and a wrong place.

    Args:
        random: Where the place and the serial come from.
        born: Date of birth, digits 7–14.
        gender: The serial is odd for men, even for women.
    """
    serial = random.randrange(0, 500) * 2 + (1 if gender is Gender.MALE else 0)
    body = f"{random.choice(AREAS)}{born:%Y%m%d}{serial:03d}"
    return body + check_digit(body)


class PhoneBook:
    """Hands out telephone numbers, each once: mobiles 1380000xxxx and the like, landlines 0971-0000xxx.

    Args:
        random: Where the order comes from.
    """

    def __init__(self, random: Random) -> None:
        self._mobiles = iter(random.sample(range(len(_PREFIXES) * 10_000), len(_PREFIXES) * 10_000))
        self._landlines = iter(random.sample(range(1_000), 1_000))

    def mobile(self) -> str:
        """A mobile number nobody else in the town has."""
        prefix, line = divmod(next(self._mobiles), 10_000)
        return f"{_PREFIXES[prefix]}{line:04d}"

    def landline(self) -> str:
        """An office's number; no Chinese local number begins with 0."""
        return f"0971-0000{next(self._landlines):03d}"
