"""The archive sheet as offices send it."""

import csv
from collections.abc import Sequence
from pathlib import Path

HEAD = (
    "序号", "申请人*", "被申请人*", "案由*", "受理时间*", "承办人员*", "适用程序*", "结案时间*", "结案方式*", "案号*",
)  # fmt: skip

Row = Sequence[object]


def number(serial: int, year: int = 2026) -> str:
    return f"（{year}）共和民调字第{serial}号"


def row(serial: int = 1, **cells: object) -> list[object]:
    """One row of the archive sheet; cells given by field replace the usual ones."""
    usual: dict[str, object] = {
        "order": serial,
        "applicants": "马某龙",
        "respondents": "李某",
        "cause": "邻里纠纷",
        "accepted": "2026-01-05",
        "handlers": "王生财",
        "procedure": "人民调解",
        "closed": "2026-01-20",
        "manner": "调解成功",
        "number": number(serial),
    }
    assert set(cells) <= set(usual)
    return list((usual | cells).values())


def csv_of(
    folder: Path, rows: Sequence[Row], head: Row = HEAD, name: str = "台账.csv", encoding: str = "gb18030"
) -> Path:
    file = folder / name
    with file.open("w", newline="", encoding=encoding) as out:
        csv.writer(out).writerows([head, *rows])
    return file
