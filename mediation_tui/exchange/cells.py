"""Reading one row of a recognised sheet cell by cell, gathering everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.exchange.reading.mapped import Mapped
from mediation_tui.exchange.reading.raw import RawRow, Value
from mediation_tui.exchange.reading.values import LostDigits, number_text, text_of
from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit
from mediation_tui.model.reading import date_of_serial, read_date

T = TypeVar("T")

_SERIAL = re.compile(r"[1-9]\d{4}(\.\d+)?")
_COMPACT = 10_000_000
"""From here on a number in a cell for a date is one written without strokes, 20240506."""


class Cells:
    """The cells of one row; what cannot be read is kept as a problem and read as nothing.

    Args:
        mapped: The sheet.
        row: The row.
    """

    def __init__(self, mapped: Mapped, row: RawRow) -> None:
        self.number = row.number
        self._mapped = mapped
        self._row = row
        self._problems: list[Problem] = []

    def text(self, field: str) -> str:
        """What a field shows; empty where the cell is empty or the sheet has no such column."""
        return self._mapped.text(self._row, field) or ""

    def required(self, field: str) -> str:
        """What a field shows, an empty cell being a problem."""
        text = self.text(field)
        if not text:
            self.blame(field, Unfit(N_("必填")))
        return text

    def read(self, field: str, reading: Callable[[str], T]) -> T | None:
        """What a field means; nothing for an empty cell or one that cannot be read."""
        text = self.text(field)
        return self._tried(field, lambda: reading(text)) if text else None

    def digits(self, field: str) -> str:
        """A number that names something, digit by digit."""
        return self._tried(field, lambda: _digits(self._value(field))) or ""

    def day(self, field: str) -> date | None:
        """The date in a field."""
        value = self._value(field)
        return None if text_of(value) is None else self._tried(field, lambda: day_of(value))

    def notes(self) -> tuple[tuple[str, str], ...]:
        """What stands under headings that mean none of the fields."""
        return self._mapped.notes(self._row)

    def heading(self, field: str) -> str:
        """The heading a field was recognised by, as it stands in the sheet."""
        return self._mapped.headings[field]

    def blame(self, field: str, error: MediationError) -> None:
        """Keep what is wrong with a field."""
        sentence = N_("“{heading}”{error}")
        self._problems.append(
            Problem(field, MediationError(sentence, heading=self.heading(field), error=error))
        )

    def object(self, error: MediationError) -> None:
        """Keep what is wrong with the row as a whole."""
        self._problems.append(Problem("", error))

    def check(self) -> None:
        """Refuse the row if anything was wrong with it.

        Raises:
            InvalidEntry: With everything that was wrong.
        """
        if self._problems:
            raise InvalidEntry(self._problems)

    def _value(self, field: str) -> Value:
        return self._mapped.value(self._row, field)

    def _tried(self, field: str, reading: Callable[[], T]) -> T | None:
        try:
            return reading()
        except MediationError as error:
            self.blame(field, error)
            return None


def day_of(value: Value) -> date:
    """The date a cell holds, whichever way the spreadsheet or its writer kept it.

    Raises:
        Unfit: It is none, or lacks its year.
    """
    if isinstance(value, date):
        return read_date(value)
    text = text_of(value) or ""
    if isinstance(value, int | float) and not isinstance(value, bool) and value < _COMPACT:
        return date_of_serial(value)
    return date_of_serial(float(text)) if _SERIAL.fullmatch(text) else read_date(text)


def _digits(value: Value) -> str:
    try:
        return number_text(value) or ""
    except LostDigits:
        raise Unfit(N_("被存成了数字，末几位已经丢失，请把这一格改成文本重新填写")) from None
