"""Ledgers of the archive kind, made cell by cell."""

from __future__ import annotations

import csv
from pathlib import Path

HEADINGS = (
    "序号", "申请人*", "被申请人*", "案由*", "受理时间*", "承办人员*", "适用程序*", "结案时间*", "结案方式*", "案号*", "村（社区）",
)  # fmt: skip


def a_row(serial: int, **cells: str) -> dict[str, str]:
    """A row that can be taken in, with changes."""
    usual = {
        "order": f"{serial}",
        "applicant": "赵家宝",
        "respondent": "孙有福",
        "cause": "邻里纠纷",
        "accepted": "2026-01-05",
        "handler": "王生财",
        "procedure": "简易程序",
        "closed": "2026-01-09",
        "manner": "调解成功",
        "number": f"（2026）共和民调字第{100 + serial}号",
        "village": "上庄村",
    }
    return usual | cells


def a_ledger(folder: Path, *rows: dict[str, str]) -> Path:
    """A sheet of such rows, as an office saves it."""
    file = folder / "台账.csv"
    with file.open("w", newline="", encoding="gb18030") as out:
        csv.writer(out).writerows([HEADINGS, *(row.values() for row in rows)])
    return file
