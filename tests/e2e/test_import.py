"""Two years of a town's ledger, brought in by command and counted twice: by the program and by hand."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import openpyxl

from tests.e2e.office import cases, command

ROWS = 2_000
FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)
SPANS = ((FIRST, LAST), (date(2024, 1, 1), LAST))

HEADINGS = (
    "序号", "申请人*", "被申请人*", "案由*", "受理时间*", "承办人员*", "适用程序*", "结案时间*", "结案方式*", "案号*", "村（社区）",
)  # fmt: skip
VILLAGES = ("上庄村", "盘道村", "苏尔吉村", "南坡社区", "")
CAUSES = ("邻里纠纷", "婚姻家庭纠纷", "山林土地纠纷", "合同纠纷", "损害赔偿纠纷", "劳动争议")
MANNERS = {
    "调解成功": ("agreed", None), "口头协议": ("agreed", None), "撤回申请": ("withdrawn", None),
    "双方自行和解": ("withdrawn", None), "调解不成（已告知），起诉": ("failed", "court"),
    "调解不成（已告知）": ("failed", "nowhere"), "移送派出所处理": ("transferred", "police"),
    "移送信访局": ("transferred", "petition"), "调解中": (None, None),
}  # fmt: skip
"""What a sheet says under 结案方式, and what that means."""
WEIGHTS = (60, 12, 4, 4, 7, 3, 3, 2, 5)
SURNAMES, GIVEN = "马李韩才王祁张", "占福秀兰文玉海生有贵"

Row = Sequence[str]


def ledger() -> list[Row]:
    """The rows of a made-up ledger, the same every time."""
    chance, serials = Random(7), Counter[int]()
    days = sorted(chance.randrange((LAST - FIRST).days + 1) for _ in range(ROWS))
    rows: list[Row] = []
    for order, day in enumerate(days, start=1):
        accepted = FIRST + timedelta(days=day)
        serials[accepted.year] += 1
        (manner,) = chance.choices(tuple(MANNERS), WEIGHTS)
        closed = accepted + timedelta(days=chance.randrange(45))
        number = f"（{accepted.year}）共和民调字第{serials[accepted.year]}号"
        names = ("".join((chance.choice(SURNAMES), *chance.choices(GIVEN, k=2))) for _ in range(2))
        ended = "" if MANNERS[manner][0] is None else closed.isoformat()
        known = (f"{order}", *names, chance.choice(CAUSES), f"{accepted:%Y.%m.%d}", "马文才", "简易程序")
        rows.append((*known, ended, manner, number, chance.choice(VILLAGES)))
    return rows


def as_csv(folder: Path, rows: list[Row]) -> Path:
    file = folder / "台账.csv"
    with file.open("w", newline="", encoding="gb18030") as out:
        csv.writer(out).writerows([HEADINGS, *rows])
    return file


def as_xlsx(folder: Path, rows: list[Row]) -> Path:
    file = folder / "台账.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    for row in (HEADINGS, *rows):
        sheet.append(row)
    book.save(file)
    return file


def an_office(home: Path) -> str:
    """A new book with the ledger's villages on its roster."""
    command(home, "new", "office.book", "--town", "共和镇")
    people = "".join(f"{village},马文才,人民调解员\n" for village in VILLAGES if village)
    Path(home, "名册.csv").write_text(f"村（社区）,姓名,身份\n{people}", "utf-8")
    command(home, "--book", "office.book", "roster", "import", "名册.csv")
    return "office.book"


def counted(listed: list[dict[str, Any]], first: date, last: date) -> Counter[str]:
    """How many disputes came in and went out in a span, counted by nobody's rules but these lines."""
    found: Counter[str] = Counter()
    for case in listed:
        came = date.fromisoformat(case["registered_on"])
        went = date.fromisoformat(case["concluded_on"]) if case["concluded_on"] else date.max
        if came <= last and went >= first:
            found["received" if came >= first else "carried"] += 1
            found[_left_by(case) if went <= last else "open"] += 1
    return found


def _left_by(case: dict[str, Any]) -> str:
    outcome, gone = case["outcome"], case["exit"]
    if outcome == "agreed":
        return f"by_{case['level_resolved']}"
    if outcome == "withdrawn":
        return "withdrawn"
    return {"court": "to_court", "petition": "to_petition", "police": "to_others"}.get(gone, "nowhere")


def stated(home: Path, book: str, first: date, last: date) -> dict[str, int]:
    """The figures of the statement for a span."""
    period = ("--from", f"{first}", "--to", f"{last}")
    read = json.loads(command(home, "--book", book, "report", "statement", *period, "--json"))
    return {figure["column"]: figure["n"] for figure in read["total"]["figures"]}


def told(rows: list[Row]) -> Iterator[tuple[str, str, str | None, str | None]]:
    """What the list must say of each row: number, village, outcome, exit."""
    for row in rows:
        outcome, gone = MANNERS[row[8]]
        yield row[9], row[10], outcome, gone


def test_two_years_of_a_ledger_come_in_once_and_are_counted_alike(tmp_path: Path) -> None:
    rows, book = ledger(), an_office(tmp_path)
    bring = ("--book", book, "import", as_csv(tmp_path, rows).name)
    tried = command(tmp_path, *bring, "--dry-run")
    assert tried.startswith(f"新增 {ROWS} 件，更改 0 件，相同 0 件，不能导入 0 行。")
    assert cases(tmp_path, book) == []
    assert command(tmp_path, *bring).startswith(f"新增 {ROWS} 件，更改 0 件，相同 0 件")
    assert command(tmp_path, *bring).startswith(f"新增 0 件，更改 0 件，相同 {ROWS} 件")
    retyped = as_xlsx(tmp_path, rows).name
    said = command(tmp_path, "--book", book, "import", retyped)
    assert said.startswith(f"新增 0 件，更改 0 件，相同 {ROWS} 件")

    listed = cases(tmp_path, book)
    known = ((case["number"], case["village_name"], case["outcome"], case["exit"]) for case in listed)
    assert sorted(known, key=str) == sorted(told(rows), key=str)
    for first, last in SPANS:
        figures, own = stated(tmp_path, book, first, last), counted(listed, first, last)
        assert {column: figures[column] for column in own} == own
        assert len(own) >= 8
    assert command(tmp_path, "--book", book, "check")
