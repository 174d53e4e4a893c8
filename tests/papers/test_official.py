"""Official tables as they leave: in the office's form, with the cases behind every number and nobody's name."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_tui.figures.tables.reading import shipped_tables
from mediation_tui.papers.heads import column_names
from mediation_tui.papers.paper import PaperFormat, save_paper
from tests.builders import Office
from tests.figures.known import a_quarter
from tests.papers.quarter import in_english, letter, rows, table, workbook

EVERY = pytest.mark.parametrize("name", shipped_tables())
TITLES = {
    "balance": "共和镇矛盾纠纷台账结转平衡表（2026年2季度）",
    "county": "共和镇矛盾纠纷排查化解基本情况统计表（2026年2季度）",
    "governance": "2026年共和镇矛盾纠纷排查情况表（2026年2季度）",
    "ministry": "共和镇人民调解案件情况统计表（2026年2季度）",
    "prevention": "共和镇矛盾纠纷预防情况统计表（2026年2季度）",
}
TOTALS = {
    "balance": ["合计", 1, 9, 0, 0, 5, 1, 0, 1, 1, 2],
    "county": ["合计", 9, 4, 0, 0, 5, 4, *[0] * 32],
    "ministry": ["合计", 6, 12, 5, 0, 0, 5, 0, 1, *[0] * 4, 6, *[0] * 7, 6, *[0] * 17, 5],
    "prevention": ["合计", "—", 0, "—", *[0] * 8],
}
UNITS = {"ministry": "件、人、万元", "prevention": "件、人、次", "governance": "件、次"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


@EVERY
def test_a_table_is_saved_with_title_unit_line_heads_notes_and_cases(
    office: Office, name: str, tmp_path: Path
) -> None:
    paper = table(office, name)
    book = workbook(paper, tmp_path)
    assert book.sheetnames == ["统计表", "明细"]
    lines = rows(book["统计表"])
    assert lines[0] == [TITLES[name]]
    assert lines[1][:2] == ["填报单位（盖章）：共和镇司法所", "填报时间：2026年2季度"]
    assert lines[1][2] == f"单位：{UNITS.get(name, '件')}"
    said = [line[0] for line in lines]
    for note in paper.sheet.notes:
        assert note in said
    assert any("制表日期 2026-06-24" in note for note in paper.sheet.notes)
    assert lines[-1] == [f"{signer.role}：" for signer in paper.sheet.signers]


@pytest.mark.parametrize("name", TOTALS)
def test_the_line_of_all_together_holds_the_quarter_s_numbers(
    office: Office, name: str, tmp_path: Path
) -> None:
    sheet = workbook(table(office, name), tmp_path)["统计表"]
    (total,) = (line for line in rows(sheet) if line[0] == "合计" and len(line) == len(TOTALS[name]))
    assert total == TOTALS[name]


@pytest.mark.parametrize("name", sorted(set(TOTALS)))
def test_columns_are_numbered_from_one_as_the_notes_name_them(
    office: Office, name: str, tmp_path: Path
) -> None:
    lines = rows(workbook(table(office, name), tmp_path)["统计表"])
    assert [str(n) for n in range(1, len(TOTALS[name]))] in [list(map(str, line)) for line in lines]


def test_the_governance_table_numbers_its_lines(office: Office, tmp_path: Path) -> None:
    lines = rows(workbook(table(office, "governance"), tmp_path)["统计表"])
    numbered = [line for line in lines if str(line[0]).partition(".")[0].isdigit() and ". " in str(line[0])]
    assert [line[0].partition(".")[0] for line in numbered] == [str(n) for n in range(1, 53)]
    assert numbered[0] == ["1. 总况 排查数", 1, 7, 8, 9]
    assert numbered[4] == [
        "5. 总况 成功率",
        "100.0 %（1/1）",
        "66.7 %（4/6）",
        "71.4 %（5/7）",
        "71.4 %（5/7）",
    ]
    assert numbered[51] == ["52. 开展集中排查 次数", "—", "—", "—", "—"]


def test_the_details_say_in_which_columns_a_case_counts(office: Office, tmp_path: Path) -> None:
    lines = rows(workbook(table(office, "balance"), tmp_path)["明细"])
    heads = ["序号", "案号", "村（社区）", "类别", "来源", "登记日期", "受理日期", "调结日期", "状态", "计入"]
    assert heads in lines
    counted = {line[1]: line[-1] for line in lines if isinstance(line[0], int)}
    assert counted["（2026）共和民调字第1号"] == "1、10"
    assert counted["（2026）共和民调字第9号"] == "2、9"
    assert len(counted) == 10


def test_every_count_is_as_many_lines_of_the_details_as_it_says(office: Office) -> None:
    paper = table(office, "ministry")
    total = paper.sheet.rows[-1].cells[1:]
    named = [str(row.cells[-1]).split("、") for row in paper.behind[0].rows]
    for column, count in enumerate(total, 1):
        if column not in (2, 5):
            assert sum(str(column) in columns for columns in named) == count, column


def test_the_csv_is_the_table_for_programs(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    save_paper(path, PaperFormat.CSV, table(office, "county"))
    heads, *lines = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert heads[:2] == ["村（社区）", "矛盾纠纷类型 当前矛盾纠纷情况 本月矛盾纠纷总数 1"]
    assert lines[0][:3] == ["合计", "9", "4"]


def test_a_wide_table_goes_with_its_letter_as_an_attachment(office: Office, tmp_path: Path) -> None:
    said = [paragraph.text for paragraph in letter(table(office, "ministry"), tmp_path).paragraphs]
    assert said[0].replace("\n", "") == f"关于报送《{TITLES['ministry']}》的函"
    assert f"附件：{TITLES['ministry']}" in said
    assert "2026年6月24日" in said
    narrow = letter(table(office, "governance"), tmp_path)
    (printed,) = narrow.tables
    assert printed.rows[1].cells[0].text == "1. 总况 排查数"


@EVERY
def test_a_table_comes_in_english_too(office: Office, name: str, tmp_path: Path) -> None:
    with in_english():
        paper = table(office, name)
        lines = rows(workbook(paper, tmp_path)[paper.sheet.name])
        heads = column_names(paper.sheet.heads)
    assert lines[0][0].isascii() or "共和镇" in lines[0][0]
    assert lines[1][0] == "Reported by (seal): 共和镇司法所"
    assert all("人民调解" not in head and "数" not in head for head in heads)


def test_the_county_s_sheet_draws_the_disputes_of_each_place_that_had_any(
    office: Office, tmp_path: Path
) -> None:
    (chart,) = table(office, "county").sheet.charts
    assert (chart.columns, chart.rows) == ((1,), (1, 2, 3, 4))
    for other in sorted(set(shipped_tables()) - {"county"}):
        assert table(office, other).sheet.charts == ()
