"""Villages and grids nobody has heard of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.faults.conftest import Refusal
from tests.faults.sheets import a_ledger, a_row


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--village", "nowhere"), "本镇没有这个村（社区）：nowhere"),
        (("--village", "[/x]村"), "本镇没有这个村（社区）：[/x]村"),
        (("--grid", "九网格"), "没有这个网格：九网格"),
        (("--village", "下河村", "--grid", "二网格"), "没有这个网格：二网格"),
        (("--grid", "一网格"), "不止一个村有“一网格”"),
    ],
)
def test_a_list_of_an_unknown_place_names_it(
    refusal: Refusal, book: str, options: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refusal("--book", book, "case", "list", *options)


def test_a_ledger_for_an_unknown_village_is_not_read(refusal: Refusal, book: str, tmp_path: Path) -> None:
    file = a_ledger(tmp_path, a_row(1))
    assert "没有这个村" in refusal("--book", book, "import", file, "--village", "nowhere")


def test_a_row_from_an_unknown_village_is_named(say: Say, book: str, tmp_path: Path) -> None:
    said = say("--book", book, "import", a_ledger(tmp_path, a_row(1, village="九里村")))
    assert said.code == 1
    assert "第 2 行：“村（社区）”本镇没有这个村（社区）：九里村" in said.err
    assert "整张表都没有导入" in said.err


def test_a_person_in_a_grid_without_a_village_is_not_taken_on(
    refusal: Refusal, say: Say, book: str, tmp_path: Path
) -> None:
    file = tmp_path / "名册.csv"
    file.write_text("村（社区）,网格,姓名,身份\n,一网格,王五,网格员\n", "utf-8")
    assert "第 2 行" in refusal("--book", book, "roster", "import", file)
    assert say("--book", book, "check").code == 0
