from collections.abc import Callable

import pytest

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.headings import recognise, recognise_all
from mediation_tui.exchange.reading.raw import RawSheet

Make = Callable[..., RawSheet]

HEADINGS = {
    "number": ("案号", "案件编号", "服务单号"),
    "applicant": ("申请人", "申请人姓名", "反映人"),
    "respondent": ("被申请人", "被申请人姓名"),
    "phone": ("联系电话", "申请人电话", "电话"),
    "accepted": ("受理时间", "受理日期"),
    "village": ("村", "村（社区）"),
    "brief": ("矛盾纠纷简要情况", "简要情况"),
}
HEAD = ("序号", "案号", "申请人", "受理时间")


def test_the_head_is_found_below_title_and_unit_line(sheet: Make) -> None:
    mapped = recognise(
        sheet(
            ("人民调解台账",),
            ("填报单位：共和镇", None, None, "填报时间：2024年5月"),
            HEAD,
            (1, "1号", "马某", "x"),
        ),
        HEADINGS,
    )
    assert mapped.header_row == 3
    assert mapped.columns == {"number": 1, "applicant": 2, "accepted": 3}
    assert mapped.unmapped == {"序号": 0}
    assert [row.number for row in mapped.body] == [4]


@pytest.mark.parametrize(
    "heading", ["案号*", "案 号", "案\n号", "＊案号", "案号（必填）", "案件编号：", "'案号"]
)
def test_stars_spaces_line_breaks_and_remarks_in_headings_do_not_matter(sheet: Make, heading: str) -> None:
    mapped = recognise(sheet((heading, "申请人"), ("1号", "马某")), HEADINGS)
    assert mapped.columns["number"] == 0


def test_a_merged_head_of_two_rows_is_read_by_both(sheet: Make) -> None:
    found = sheet(
        ("台账", None, None, None, None, None),
        ("案号", "申请人", None, "被申请人", None, "受理时间"),
        (None, "姓名", "电话", "姓名", "电话", None),
        ("1号", "马某", "13800001111", "李某", "13800002222", "2024-05-06"),
        merged=((1, 0, 1, 5), (2, 0, 3, 0), (2, 1, 2, 2), (2, 3, 2, 4), (2, 5, 3, 5)),
    )
    mapped = recognise(found, HEADINGS)
    (row,) = mapped.body
    assert mapped.header_row == 3
    assert {field: mapped.text(row, field) for field in mapped.columns} == {
        "number": "1号", "applicant": "马某", "phone": "13800001111", "respondent": "李某", "accepted": "2024-05-06",
    }  # fmt: skip
    assert mapped.notes(row) == (("电话", "13800002222"),)
    assert mapped.headings["phone"] == "电话"


def test_sums_signers_notes_empty_rows_and_repeated_heads_are_no_entries(sheet: Make) -> None:
    mapped = recognise(
        sheet(
            HEAD,
            ("合 计", None, "2件", None),
            (1, "1号", "马某", "x"),
            (),
            (None, "小计", None, 1),
            HEAD,
            (2, "2号", "李某", "x"),
            ("备注：1、本表一式两份", None, None, None),
            ("2、按受理时间统计", None, None, None),
            ("制表人：张某", None, "联系电话：0971", None),
        ),
        HEADINGS,
    )
    assert [row.number for row in mapped.body] == [3, 7]
    assert [row.number for row in mapped.skipped] == [2, 5, 6, 8, 9, 10]


def test_rows_numbered_in_advance_group_names_and_closing_remarks_are_no_entries(sheet: Make) -> None:
    mapped = recognise(
        sheet(
            HEAD,
            ("一、东岔村", None, None, None),
            (1, "1号", "马某", "x"),
            (2, None, None, None),
            ("当事人姓名已作遮盖。", None, None, None),
        ),
        HEADINGS,
    )
    assert [row.number for row in mapped.body] == [3]
    assert [row.number for row in mapped.skipped] == [2, 4, 5]


def test_a_village_merged_over_several_disputes_counts_for_each_but_an_amount_only_once(sheet: Make) -> None:
    found = sheet(
        ("村", "案号", "申请人", "涉及金额"),
        ("东岔村", "1号", "马某", 2000),
        (None, "2号", "李某", None),
        merged=((2, 0, 3, 0), (2, 3, 3, 3)),
    )
    mapped = recognise(found, HEADINGS)
    assert [mapped.text(row, "village") for row in mapped.body] == ["东岔村", "东岔村"]
    assert [mapped.notes(row) for row in mapped.body] == [(("涉及金额", "2000"),), ()]


def test_columns_nobody_knows_are_kept_as_notes_under_names_of_their_own(sheet: Make) -> None:
    mapped = recognise(
        sheet(
            ("案号", "申请人", "责任领导", "责任领导", None, "空"), ("1号", "马某", "甲", "乙", "丙", None)
        ),
        HEADINGS,
    )
    assert mapped.notes(mapped.body[0]) == (
        ("责任领导", "甲"),
        ("责任领导（D 列）", "乙"),
        ("（E 列）", "丙"),
    )


def test_a_heading_that_comes_twice_means_the_field_once(sheet: Make) -> None:
    mapped = recognise(sheet(("案号", "电话", "联系电话"), ("1号", "1", "2")), HEADINGS)
    assert mapped.columns["phone"] == 1
    assert mapped.unmapped == {"联系电话": 2}


def test_words_in_the_body_are_not_taken_for_headings(sheet: Make) -> None:
    mapped = recognise(
        sheet(("案号", "申请人", "方式"), ("1号", "马某", "电话"), ("2号", "李某", "电话")), HEADINGS
    )
    assert mapped.header_row == 1
    assert "phone" not in mapped.columns


def test_an_id_that_lost_digits_is_refused_with_its_row_and_heading(sheet: Make) -> None:
    mapped = recognise(sheet(("案号", "联系电话"), ("1号", 13800001111.0), ("2号", 6.30122e17)), HEADINGS)
    assert mapped.number(mapped.body[0], "phone") == "13800001111"
    with pytest.raises(SheetError, match=r"^第 3 行：“联系电话”被存成了数字") as refusal:
        mapped.number(mapped.body[1], "phone")
    assert refusal.value.facts["row"] == 3
    assert "6.3" not in str(refusal.value)


def test_a_sheet_without_a_known_head_says_what_was_seen_and_what_is_needed(sheet: Make) -> None:
    with pytest.raises(SheetError) as refusal:
        recognise(sheet(("会议签到",), ("日期", "地点")), HEADINGS, required=("number", "applicant"))
    assert str(refusal.value) == "没有认出表头：第 2 行写的是 日期、地点；还需要 案号、申请人"


def test_a_head_that_lacks_a_needed_column_names_it(sheet: Make) -> None:
    with pytest.raises(SheetError, match=r"还需要 申请人$"):
        recognise(sheet(HEAD[:2], (1, "1号")), HEADINGS, required=("number", "applicant"))


def test_of_several_sheets_those_with_a_known_head_are_taken(sheet: Make) -> None:
    other, ledger = sheet(("说明",), ("本表…",)), sheet(HEAD, (1, "1号", "马某", "x"))
    assert [mapped.sheet for mapped in recognise_all((other, ledger), HEADINGS)] == [ledger]
    with pytest.raises(SheetError, match="没有认出表头"):
        recognise_all((other,), HEADINGS)
