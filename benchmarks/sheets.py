"""A long ledger as a workbook: ours, and a bare XlsxWriter loop that writes the same cells with the same formats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path

import xlsxwriter

from benchmarks.timing import medians
from mediation_tui.figures.figure import UNKNOWN
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import About, Row, RowKind, Sheet
from mediation_tui.papers.styles import HEAD, TITLE, Styles
from mediation_tui.papers.workbook import write_rows
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING

_HEADINGS = (
    "案号", "村（社区）", "网格", "类别", "来源", "当事人", "人数", "涉及金额", "登记日期", "受理日期", "调结日期",
    "结案日期", "状态", "办理层级",
)  # fmt: skip
_SHEET = Sheet("人民调解案件台账", tuple(map(Head, _HEADINGS)))


def written(folder: Path, book: EmbeddedBook, cases: int) -> dict[str, float]:
    """How long each takes, in milliseconds; the rows lie ready."""
    rows = [_row(facts, book.town) for facts in islice(book.facts(EVERYTHING), cases)]
    about = About(_SHEET.title, book.town.office, datetime.now(UTC))
    ours, plain = folder / "ours.xlsx", folder / "plain.xlsx"
    taken = medians(
        {
            "ours": lambda: write_rows(ours, _SHEET, iter(rows), about, overwrite=True),
            "bare": lambda: _bare(plain, rows),
        },
        1,
    )
    ours.unlink()
    plain.unlink()
    return taken


def _row(facts: CaseFacts, town: Town) -> Row:
    places = town.village_name(facts.village) or None, town.grid_name(facts.village, facts.grid) or None
    days = facts.registered_on, facts.accepted_on, facts.concluded_on, facts.closed_on
    return Row((
        facts.number, *places, facts.category.label, facts.source.label, facts.versus, facts.people, facts.amount, *days,
        facts.state.label, facts.level.label,
    ))  # fmt: skip


def _bare(path: Path, rows: Sequence[Row]) -> None:
    """What anybody would write who has the rows and knows XlsxWriter."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        styles, sheet = Styles(book), book.add_worksheet(_SHEET.title)
        text, number, day, nothing = (styles.of_cell(some, RowKind.BODY) for some in ("", 1, date.min, None))
        whole, cents = (styles.of_cell(Decimal(some), RowKind.BODY) for some in ("1", "1.00"))
        sheet.write_string(0, 0, _SHEET.title, styles.of(TITLE))
        for column, heading in enumerate(_HEADINGS):
            sheet.write_string(1, column, heading, styles.of(HEAD))
        for place, row in enumerate(rows, 2):
            for column, cell in enumerate(row.cells):
                if cell is None:
                    sheet.write_string(place, column, UNKNOWN, nothing)
                elif isinstance(cell, str):
                    sheet.write_string(place, column, cell, text)
                elif isinstance(cell, date):
                    sheet.write_datetime(place, column, cell, day)
                elif isinstance(cell, Decimal):
                    sheet.write_number(place, column, cell, whole if cell == cell.to_integral() else cents)
                else:
                    sheet.write_number(place, column, cell, number)
