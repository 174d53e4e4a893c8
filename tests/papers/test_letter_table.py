from dataclasses import replace
from pathlib import Path

import pytest

from mediation_tui.papers.sheet import Row, Sheet
from tests.papers.letters import LETTER, W, Written, text_of


@pytest.fixture
def written(tmp_path: Path, flow: Sheet) -> Written:
    return Written(tmp_path, replace(LETTER, table=flow))


def test_a_table_stands_between_text_and_attachments_as_wide_as_the_text(written: Written) -> None:
    order = [element.tag.rpartition("}")[2] for element in written.part("document")[0]]
    assert order.count("tbl") == 1
    widths = [int(value) for value in written.all("//w:tblGrid/w:gridCol/@w:w")]
    assert 8840 <= sum(widths) <= 8845
    assert written.said("LetterCaption") == ["共和镇小事不出村情况统计表"]
    assert written.said("LetterUnder") == ["注：按调结日期统计，截止2024年7月3日17时。"]


def test_its_headings_are_merged_and_come_again_on_every_page(written: Written) -> None:
    assert len(written.all("//w:tr[w:trPr/w:tblHeader]")) == 2
    assert written.all("//w:gridSpan/@w:val") == ["3", "2"]
    assert written.all("//w:vMerge/@w:val") == ["restart", "continue"]


def test_its_cells_read_as_on_the_sheet(written: Written) -> None:
    rows = [[text_of(cell) for cell in row] for row in written.all("//w:tr[not(w:trPr/w:tblHeader)]")]
    assert rows[0][1:] == ["东岔村", "3", "4", "0", "100.0 %（7/7）", "87.5 %（7/8）"]
    assert rows[1][1:] == ["阿家村", "未报", "未报", "未报", "—", "—"]


def test_it_is_framed_and_set_in_12_points(written: Written) -> None:
    assert len(written.all("//w:tblBorders/*[@w:val='single']")) == 6
    assert written.style("LetterCell", "sz") == {"val": "24"}
    assert written.style("LetterCell", "rFonts")["eastAsia"] == "仿宋_GB2312"


def test_a_table_too_wide_for_the_page_follows_the_date_on_a_page_that_is_turned(
    tmp_path: Path, flow: Sheet
) -> None:
    wide = replace(flow, heads=flow.heads * 3, rows=tuple(Row(row.cells * 3) for row in flow.rows))
    written = Written(tmp_path, replace(LETTER, table=wide))
    upright, turned = written.all("//w:sectPr")
    assert upright.getparent().find(f"{W}pStyle").get(f"{W}val") == "LetterDate"
    assert turned.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
    margins = turned.find(f"{W}pgMar")
    assert [round(int(margins.get(f"{W}{edge}")) / 1440 * 25.4) for edge in ("top", "right", "bottom", "left")] == [
        28, 37, 26, 35,
    ]  # fmt: skip
    assert 12740 <= sum(int(value) for value in written.all("//w:tblGrid/w:gridCol/@w:w")) <= 12757
    assert len(upright.findall(f"{W}footerReference")) == 2
