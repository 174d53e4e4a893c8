import json
from dataclasses import replace

from rich.cells import cell_len

from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import json_schema, json_values, plain_lines
from mediation_tui.papers.sheet import Row, Sheet


def test_a_table_in_the_terminal_is_aligned_by_cells(flow: Sheet) -> None:
    assert list(plain_lines(flow)) == [
        "共和镇小事不出村情况统计表",
        "填报单位（盖章）：共和镇司法所  填报时间：2024年4月1日至6月30日  单位：件",
        "-" * 59,
        "            化解层级          小事不出村率",
        "村（社区）  网格  村级  镇级              甲             乙",
        "-" * 59,
        "东岔村         3     4     0  100.0 %（7/7）  87.5 %（7/8）",
        "阿家村      未报  未报  未报               —              —",
        "-" * 59,
        "合计           3     4     0  100.0 %（7/7）  87.5 %（7/8）",
        "-" * 59,
        "注：按调结日期统计，截止2024年7月3日17时。",
    ]


def test_columns_start_at_the_same_cell_in_every_row() -> None:
    names = ("才让·卓玛", "𠮷田", "马", "欧阳\n某某")
    sheet = Sheet("人员", (Head("姓名"), Head("村")), tuple(Row((name, "东岔村")) for name in names))
    rows = [line for line in plain_lines(sheet) if line.endswith("东岔村")]
    assert len(rows) == 4
    assert len({cell_len(line) for line in rows}) == 1


def test_long_text_ends_in_an_ellipsis(ledger: Sheet) -> None:
    long = replace(ledger, heads=(Head("简要情况"),), rows=(Row(("争" * 100,)),))
    line = next(line for line in plain_lines(long) if line.startswith("争"))
    assert line.endswith("…")
    assert cell_len(line) <= 40


def test_json_keeps_every_value_exact(flow: Sheet, ledger: Sheet) -> None:
    rows = json.loads(json.dumps(json_values(ledger)))["rows"]
    assert rows[0]["cells"][1:5] == ["13800001111", "630122199001011234", "2024-05-06", "1.20"]
    cells = json_values(flow)["rows"][1]["cells"]
    assert cells == ["阿家村", "not_reported", "not_reported", "not_reported", None, None]
    assert json_values(flow)["rows"][0]["cells"][-1] == {"numerator": 7, "denominator": 8}


def test_json_has_a_schema() -> None:
    assert "rows" in json_schema()["properties"]
