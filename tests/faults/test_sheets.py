"""Sheets with rows that cannot be, and with texts that broke programs before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Say
from tests.faults.conftest import Refusal
from tests.faults.sheets import a_ledger, a_row


def cases(say: Say, book: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(say("--book", book, "case", "list", "--json").out)
    return listed


def test_the_first_ten_bad_rows_are_told_and_the_others_counted(say: Say, book: str, tmp_path: Path) -> None:
    bad = [a_row(serial, accepted="2026-02-31") for serial in range(1, 26)]
    said = say("--book", book, "import", a_ledger(tmp_path, a_row(30), *bad))
    *told, more, verdict = said.err.splitlines()
    assert (said.code, len(told)) == (1, 10)
    assert told[0].startswith("第 3 行：“受理时间*”")
    assert more == "还有 15 行有错"
    assert "整张表都没有导入" in verdict
    assert "不能导入 25 行" in said.out
    assert len(cases(say, book)) == 4


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"accepted": "2026-03-03", "closed": "2026-03-04"}, "不能在今天"),
        ({"accepted": "2999-01-01"}, "年份 2999 不对"),
        ({"closed": "2025-12-31"}, "早于受理时间"),
        ({"manner": "不了了之"}, "看不懂"),
        ({"applicant": "赵\x07家宝"}, "第 2 行"),
        ({"applicant": "赵家宝😀"}, "不能有符号"),
        ({"cause": "长" * 10_000}, "最多"),
        ({"applicant": "", "number": ""}, "必填"),
    ],
)
def test_a_bad_cell_is_told_in_its_row(
    say: Say, book: str, tmp_path: Path, cells: dict[str, str], sentence: str
) -> None:
    said = say("--book", book, "import", a_ledger(tmp_path, a_row(1, **cells)))
    assert said.code == 1
    assert said.err.startswith("第 2 行：")
    assert sentence in said.err
    assert "\x07" not in said.err
    assert len(said.err) < 600
    assert len(cases(say, book)) == 4


@pytest.mark.parametrize("cause", ["[bold]邻里[/path]", "邻里😀", "=1+1", "邻里{n}%s"])
def test_a_text_that_means_something_to_programs_is_a_text_here(
    say: Say, book: str, tmp_path: Path, cause: str
) -> None:
    assert say("--book", book, "import", a_ledger(tmp_path, a_row(1, cause=cause))).code == 0
    assert cause in say("--book", book, "case", "show", "（2026）共和民调字第101号").out
    assert say("--book", book, "check").code == 0


def test_full_width_digits_are_read_as_the_digits_they_are(say: Say, book: str, tmp_path: Path) -> None:
    wide = a_row(
        1, accepted="２０２６．１．５", closed="２０２６年１月９日", number="（２０２６）共和民调字第１０１号"
    )
    assert say("--book", book, "import", a_ledger(tmp_path, wide)).code == 0
    taken = cases(say, book)[-1]
    assert (taken["serial"], taken["registered_on"], taken["closed_on"]) == (101, "2026-01-05", "2026-01-09")
    again = say("--book", book, "import", a_ledger(tmp_path, a_row(1)))
    assert "新增 0 件" in again.out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.csv", b""),
        ("图.csv", bytes(range(256)) * 8),
        ("图.xlsx", b"PK\x03\x04 torn"),
        ("旧.xls", b"\xd0\xcf\x11\xe0 torn"),
        ("文.docx", b"PK\x03\x04"),
    ],
)
@pytest.mark.parametrize("command", [("import",), ("roster", "import")])
def test_a_file_that_is_no_sheet_is_refused(
    refusal: Refusal, book: str, tmp_path: Path, name: str, content: bytes, command: tuple[str, ...]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert refusal("--book", book, *command, file)


def test_a_folder_is_no_sheet(refusal: Refusal, book: str, tmp_path: Path) -> None:
    assert refusal("--book", book, "import", tmp_path)
