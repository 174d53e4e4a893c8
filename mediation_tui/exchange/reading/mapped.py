"""A sheet whose columns are known: what each row says about each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.raw import RawRow, RawSheet, Value
from mediation_tui.exchange.reading.values import LostDigits, number_text, text_of
from mediation_tui.i18n import N_


@dataclass(frozen=True)
class Mapped:
    """A sheet with its head recognised.

    Attributes:
        sheet: The sheet as it was found.
        header_row: The number of the (lowest) row of headings.
        columns: Where each recognised field stands, columns counted from 0.
        headings: The heading each of them was recognised by, as it stands in the sheet.
        unmapped: Where each heading stands that means none of the fields; its cells are kept as notes.
        body: The rows that are entries, words of merged cells repeated down.
        skipped: Rows below the head that are not entries: sums, signers, notes, headings repeated.
    """

    sheet: RawSheet
    header_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    unmapped: Mapping[str, int]
    body: tuple[RawRow, ...]
    skipped: tuple[RawRow, ...] = ()

    def value(self, row: RawRow, field: str) -> Value:
        """What the spreadsheet keeps in a field; None where it is empty or the sheet has no such column."""
        column = self.columns.get(field)
        return None if column is None else row.cell(column)

    def text(self, row: RawRow, field: str) -> str | None:
        """What a field shows, as text."""
        return text_of(self.value(row, field))

    def number(self, row: RawRow, field: str) -> str | None:
        """A number that names something, such as a phone or an ID, digit by digit.

        Raises:
            SheetError: Its last digits were lost when it was kept as a number; the row must be mended.
        """
        try:
            return number_text(self.value(row, field))
        except LostDigits as error:
            sentence = N_("第 {row} 行：“{heading}”被存成了数字，末几位已经丢失，请把这一格改成文本重新填写")
            raise SheetError(sentence, row=row.number, heading=self.headings[field], field=field) from error

    def notes(self, row: RawRow) -> tuple[tuple[str, str], ...]:
        """What the row says under headings that mean none of the fields: heading and text."""
        said = ((heading, text_of(row.cell(column))) for heading, column in self.unmapped.items())
        return tuple((heading, text) for heading, text in said if text)
