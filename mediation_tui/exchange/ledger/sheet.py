"""The rows of an archive file: each read by itself, and a case number that comes twice told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mediation_tui.errors import MediationError, SheetError
from mediation_tui.exchange.cells import Cells
from mediation_tui.exchange.ledger.headings import HEADINGS, REQUIRED
from mediation_tui.exchange.ledger.row import LedgerRow, read_row
from mediation_tui.exchange.ledger.spot import Spot
from mediation_tui.exchange.reading.files import read_sheets
from mediation_tui.exchange.reading.headings import recognise_all
from mediation_tui.exchange.reading.mapped import Mapped
from mediation_tui.exchange.refusals import RowError
from mediation_tui.i18n import N_
from mediation_tui.model.places import Town

_NAME = 120
"""Characters of a file's name that are kept."""


@dataclass(frozen=True)
class ReadRows:
    """What a file holds.

    Attributes:
        rows: The rows that can be read.
        errors: The others.
    """

    rows: tuple[LedgerRow, ...]
    errors: tuple[RowError, ...]


def archive_sheets(file: Path, sheet: str | None) -> tuple[Mapped, ...]:
    """The file's archive sheets, or the one named.

    Raises:
        SheetError: The file cannot be read, has no such sheet, or none with the headings needed.
    """
    sheets = read_sheets(file)
    chosen = [each for each in sheets if sheet in (None, each.name)]
    if not chosen:
        names = tuple(each.name for each in sheets)
        raise SheetError(N_("没有工作表“{sheet}”；这个文件里有：{names}"), sheet=sheet, names=names)
    found = recognise_all(chosen, HEADINGS, REQUIRED)
    if not any(mapped.body for mapped in found):
        raise SheetError(N_("表头下面没有一行案件：{path}"), path=file)
    return found


def read_rows(
    sheets: tuple[Mapped, ...], file: Path, town: Town, given: Spot | None, today: date
) -> ReadRows:
    """Read every row; a bad one spoils no other.

    Args:
        sheets: The recognised sheets of the file.
        file: Where they come from.
        town: Whose villages they may name.
        given: Where the disputes arose whose rows do not say.
        today: Nothing happened later.
    """
    rows: list[LedgerRow] = []
    errors: list[RowError] = []
    name = "".join(filter(str.isprintable, file.name))[-_NAME:]
    for mapped in sheets:
        source = name if len(sheets) == 1 else f"{name}“{mapped.sheet.name[: _NAME // 4]}”"
        for raw in mapped.body:
            try:
                rows.append(read_row(Cells(mapped, raw), f"{source} 第{raw.number}行", town, given, today))
            except MediationError as error:
                errors.append(RowError(raw.number, str(error)))
    return ReadRows(tuple(rows), tuple(errors))


def told_once(
    keyed: Iterable[tuple[tuple[str, str], LedgerRow]],
) -> tuple[list[LedgerRow], list[int], list[RowError]]:
    """Tell rows of one case number apart: the first, the numbers of its repetitions, and contradicting rows."""
    first: dict[tuple[str, str], LedgerRow] = {}
    repeated: list[int] = []
    errors: list[RowError] = []
    for key, row in keyed:
        earlier = first.setdefault(key, row)
        if earlier is row:
            continue
        if dict(earlier.original) == dict(row.original):
            repeated.append(row.row)
        else:
            error = SheetError(N_("与第 {row} 行案号相同，内容却不同"), row=earlier.row)
            errors.append(RowError(row.row, str(error)))
    return list(first.values()), repeated, errors
