"""Official tables and an office's own: which table is meant, what is wrong with one, and why one does not add up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.cli.reporting import ask, quarter_book, refused, values


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> str:
    return quarter_book(tmp_path_factory.mktemp("quarter"))


@pytest.fixture
def own(say: Say, tmp_path: Path) -> Path:
    """The ministry's table, saved to be changed."""
    file = tmp_path / "本所.toml"
    assert say("report", "describe", "ministry", "-o", file) == (0, f"已写成：{file}\n", "")
    return file


def changed(own: Path, before: str, after: str) -> Path:
    text = own.read_text("utf-8")
    assert before in text
    own.write_text(text.replace(before, after, 1), "utf-8")
    return own


def test_the_tables_there_are_are_listed_and_each_can_be_read(say: Say) -> None:
    listed = say("report", "describe")
    names = [line.split()[0] for line in listed.out.splitlines()]
    assert names == ["balance", "county", "governance", "ministry", "prevention"]
    for name in names:
        assert f'id = "{name}"' in say("report", "describe", name).out


@pytest.mark.parametrize(("said", "near"), [("ministri", "ministry"), ("goverance", "governance")])
def test_of_a_table_nobody_knows_the_nearest_is_named(say: Say, quarter: str, said: str, near: str) -> None:
    sentence = f"没有名为“{said}”的表，最接近的是“{near}”。\n"
    assert refused(say("report", "describe", said)) == sentence
    assert refused(ask(say, quarter, "table", said)) == sentence
    assert refused(ask(say, quarter, "draft", said)) == sentence


def test_of_a_table_unlike_any_all_are_named(say: Say, quarter: str) -> None:
    assert "balance、county、governance、ministry、prevention" in refused(ask(say, quarter, "table", "月报"))
    assert "statement、balance" in refused(ask(say, quarter, "draft", "月报"))


def test_a_file_that_is_not_there_is_named(say: Say, quarter: str, tmp_path: Path) -> None:
    for file in ("没有.toml", str(tmp_path / "没有.toml")):
        for report in ("table", "draft"):
            assert refused(ask(say, quarter, report, file)) == f"没有这个文件：{file}\n"


@pytest.mark.parametrize("what", [".", "", "~"])
def test_what_is_no_description_is_refused(say: Say, quarter: str, what: str) -> None:
    refused(ask(say, quarter, "table", what))


def test_a_description_is_not_saved_over_another_nor_without_a_name(say: Say, own: Path) -> None:
    before = own.read_bytes()
    assert "没有覆盖" in refused(say("report", "describe", "county", "-o", own))
    assert "写明表名" in refused(say("report", "describe", "-o", own), code=2)
    assert own.read_bytes() == before


def test_an_unchanged_copy_counts_what_the_shipped_table_counts(say: Say, quarter: str, own: Path) -> None:
    mine, theirs = (values(say, quarter, f"table {table}") for table in (own, "ministry"))
    assert mine["lines"] == theirs["lines"] == values(say, quarter, "ministry")["lines"]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('among = "agreed"', 'among = "agred"', "不认识“agred”，最接近的是“agreed”"),
        ("difficulty = [", "dificulty = [", "不认识“dificulty”，最接近的是“difficulty”"),
        ('"difficult", "major"', '"difficult", "mayor"', "不认识“mayor”，最接近的是“major”"),
        ('lines = "committees"', 'lines = "comittees"', "不认识“comittees”，最接近的是“committees”"),
        ('id = "ministry"', 'id = "ministry', "这里不合 TOML 的写法"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_nearest_word(
    say: Say, quarter: str, own: Path, before: str, after: str, sentence: str
) -> None:
    line = own.read_text("utf-8").split(before)[0].count("\n") + 1
    for report in ("table", "draft"):
        said = refused(ask(say, quarter, report, changed(own, before, after)))
        assert said.startswith(f"第 {line} 行：")
        assert sentence in said
        changed(own, after, before)


def test_a_sum_that_cannot_hold_is_refused_with_the_sum_and_the_cases(
    say: Say, quarter: str, own: Path
) -> None:
    changed(own, 'equals = ["total"]', 'equals = ["success"]')
    for report in ("table", "draft"):
        sentence = refused(ask(say, quarter, report, own))
        assert sentence.startswith("下河村人民调解委员会：村调委会、居调委会")
        assert "相加是 2，应等于调解成功数（1），请先核对这些案件。" in sentence
        assert sentence.endswith("1 件：（2026）共和民调字第5号。\n")
    assert say("--book", quarter, "report", "issued").out.startswith("还没有起过报表")


def test_every_number_is_explained_by_its_formula_and_its_cases(say: Say, quarter: str) -> None:
    out = ask(say, quarter, "balance", "--explain").out
    assert "收 上期结转 1 ＝ " in out
    assert "  （2026）共和民调字第1号" in out
    assert "收 本期新建 9 ＝ " in out
    out = ask(say, quarter, "governance", "--explain").out
    assert "计入分母、未计入分子：" in out


def test_what_is_explained_of_a_letter_has_the_number_of_its_note(say: Say, quarter: str) -> None:
    out = ask(say, quarter, "annual", "--explain").out
    shown = values(say, quarter, "annual")
    for number, figure in enumerate(shown["figures"], 1):
        assert f"[{number}] {figure['name']} {figure['text']} ＝ {figure['formula']}" in out


def test_measures_and_questions_are_explained_by_their_cases(say: Say, quarter: str) -> None:
    out = ask(say, quarter, "measures", "--explain").out
    assert "期末未结 2 ＝ " in out
    assert "（2026）共和民调字第1号、共和南坡调〔2026〕001号" in out.replace("\n", "") or "001号、" in out
    assert ask(say, quarter, "questions", "--explain").code == 0
