import csv
import io
from dataclasses import replace
from pathlib import Path

from mediation_tui.papers.delimited import csv_lines, write_csv
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet


def test_csv_has_one_row_of_headings_the_rows_and_the_notes(flow: Sheet) -> None:
    records = list(csv.reader(io.StringIO("".join(csv_lines(flow)))))
    assert records[0][:3] == ["村（社区）", "化解层级 网格", "化解层级 村级"]
    assert records[1] == ["东岔村", "3", "4", "0", "100.0 %（7/7）", "87.5 %（7/8）"]
    assert records[-1] == ["注：按调结日期统计，截止2024年7月3日17时。"]


def test_csv_opens_as_chinese_in_excel(tmp_path: Path, ledger: Sheet) -> None:
    path = tmp_path / "台账.csv"
    write_csv(path, ledger)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text(encoding="utf-8-sig").startswith("案号,电话")


def test_words_that_look_like_formulas_are_made_harmless_and_numbers_are_left_alone() -> None:
    words = ("=1+1", "+86138", "-1", "@SUM", "＝1", "\t=1", "安=1")
    sheet = Sheet("台账", tuple(Head(str(n)) for n in range(8)), (Row((*words, -5)),))
    record = list(csv.reader(io.StringIO("".join(csv_lines(sheet)))))[1]
    assert record == ["'=1+1", "'+86138", "'-1", "'@SUM", "'＝1", "'\t=1", "安=1", "-5"]


def test_a_long_list_can_be_given_row_by_row(ledger: Sheet) -> None:
    rows = (ledger.rows[0] for _ in range(3))
    assert len(list(csv_lines(replace(ledger, rows=()), rows))) == 4
