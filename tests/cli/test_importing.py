from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Say

HEADINGS = "序号,申请人*,被申请人*,案由*,受理时间*,承办人员*,适用程序*,结案时间*,结案方式*,案号*,村（社区）"
GOOD = (
    "1,赵家宝,孙有福,邻里纠纷,2026-01-05,王生财,简易程序,2026-01-09,调解成功,（2026）共和民调字第101号,上庄村"
)
BAD = (
    "2,赵家宝,孙有福,邻里纠纷,2026-02-31,王生财,简易程序,2026-03-01,调解成功,（2026）共和民调字第102号,上庄村"
)


def a_ledger(folder: Path, *rows: str) -> Path:
    file = folder / "台账.csv"
    file.write_text("\n".join((HEADINGS, *rows)), "gb18030")
    return file


def serials(say: Say, book: str) -> list[int]:
    return [case["serial"] for case in json.loads(say("--book", book, "case", "list", "--json").out)]


def test_a_dry_run_says_what_would_come_and_writes_nothing(say: Say, book: str, tmp_path: Path) -> None:
    said = say("--book", book, "import", a_ledger(tmp_path, GOOD), "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("新增 1 件，更改 0 件，相同 0 件，不能导入 0 行。")
    assert "什么都没有写入" in said.out
    assert serials(say, book) == [1, 2, 3, 4]


def test_a_ledger_is_taken_in_once_however_often_it_is_brought(say: Say, book: str, tmp_path: Path) -> None:
    file = a_ledger(tmp_path, GOOD)
    assert say("--book", book, "import", file).out.startswith("新增 1 件")
    assert say("--book", book, "import", file).out.startswith("新增 0 件，更改 0 件，相同 1 件")
    assert serials(say, book) == [1, 2, 3, 4, 101]


def test_one_bad_row_keeps_the_whole_sheet_out(say: Say, book: str, tmp_path: Path) -> None:
    said = say("--book", book, "import", a_ledger(tmp_path, GOOD, BAD))
    assert said.code == 1
    assert "第 3 行：" in said.err
    assert "整张表都没有导入" in said.err
    assert serials(say, book) == [1, 2, 3, 4]


def test_a_file_that_is_not_there_is_told_in_one_sentence(say: Say, book: str, tmp_path: Path) -> None:
    said = say("--book", book, "import", tmp_path / "nothing.xlsx")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
