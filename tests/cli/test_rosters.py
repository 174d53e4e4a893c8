from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say


@pytest.mark.parametrize("name", ["名册.xlsx", "roster.csv"])
def test_a_roster_brought_back_unchanged_changes_nothing(
    say: Say, book: str, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    assert say("--book", book, "roster", "export", file).out == f"已写成：{file}\n"
    said = say("--book", book, "roster", "import", file)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("新增 0，更改 0，")
    assert "村（社区）3" in said.out


def test_a_roster_fills_a_new_book(say: Say, tmp_path: Path) -> None:
    say("new", tmp_path / "office.book", "--town", "共和镇")
    file = tmp_path / "名册.csv"
    file.write_text("村（社区）,网格,姓名,身份,职务\n上庄村,一网格,王生财,人民调解员,主任\n", "utf-8")
    said = say("roster", "import", file)
    assert (said.code, said.err) == (0, "")
    assert "村（社区）1、网格 1、人员 1" in said.out
    assert "提醒：" in said.out


def test_a_bad_row_is_named_and_nothing_is_changed(say: Say, book: str, tmp_path: Path) -> None:
    file = tmp_path / "名册.csv"
    file.write_text("村（社区）,网格,姓名,身份\n九里村,一网格,王生财,厨师\n", "utf-8")
    said = say("--book", book, "roster", "import", file)
    assert (said.code, said.out) == (1, "")
    assert "第 2 行" in said.err
    assert say("--book", book, "case", "list", "--village", "九里村").code == 1


@pytest.mark.parametrize("name", ["roster.docx", "roster"])
def test_a_roster_leaves_as_xlsx_or_csv(say: Say, book: str, tmp_path: Path, name: str) -> None:
    said = say("--book", book, "roster", "export", tmp_path / name)
    assert said.code == 2
    assert "以 .xlsx 或 .csv 结尾" in said.err
