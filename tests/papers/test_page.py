from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.papers.heads import Head
from mediation_tui.papers.page import broken, fitted, lines, natural_widths, row_height, shares

WIDTHS = st.lists(st.floats(4, 60), min_size=1, max_size=30)


@settings(max_examples=100)
@given(WIDTHS, st.integers(1, 6))
def test_a_line_is_shared_by_all_columns_without_gap_or_overlap(widths: list[float], parts: int) -> None:
    groups = shares(widths, parts)
    assert [column for first, last in groups for column in range(first, last + 1)] == list(range(len(widths)))
    assert len(groups) == (parts if len(widths) >= parts else 1)


@given(st.text("县级及以上法院、仲裁（万元）", min_size=1, max_size=20), st.floats(4, 30))
def test_breaking_a_heading_changes_nothing_but_its_lines(text: str, width: float) -> None:
    pieces = broken(text, width).split("\n")
    assert "".join(pieces) == text
    assert all(pieces)


def test_headings_are_broken_into_even_lines_after_a_mark() -> None:
    assert broken("本期收案", 6.3) == "本期\n收案"
    assert broken("法院、仲裁", 6.3) == "法院、\n仲裁"
    assert broken("涉及金额（万元）", 10) == "涉及金额\n（万元）"


def test_long_text_takes_the_lines_it_needs() -> None:
    assert lines("双方因宅基地边界", 9) == 2
    assert lines("一\n二\n三", 20) == 3


def test_a_table_of_33_villages_fits_one_page() -> None:
    heads = (Head("村"), *(Head(f"第{n}项") for n in range(17)))
    rows = [("东岔村", *range(17))] * 33
    assert fitted(heads, rows, 120, landscape=True).one_page
    assert not fitted(heads, rows * 3, 120, landscape=True).one_page


def test_a_narrow_table_is_widened_towards_the_edge_of_the_paper_but_not_beyond_reason() -> None:
    narrow = fitted((Head("村"), Head("件数")), [("东岔村", 3)], 120, landscape=True)
    assert all(width < 20 for width in narrow.widths)


def test_a_column_to_be_written_in_is_as_wide_as_it_was_asked_for() -> None:
    heads = (Head("村"), Head("办理记录", room=30), Head("上月", (Head("收", room=12), Head("结"))))
    rows = [("东岔村", "", 1, 2)]
    assert natural_widths(heads, rows)[1:3] == [30, 12]


def test_a_row_to_be_written_in_is_higher_than_one_line_and_no_lower_than_its_text() -> None:
    widths = (10.0, 10.0)
    assert row_height(("甲", ""), widths) < row_height(("甲", ""), widths, roomy=True)
    tall = ("一\n二\n三", "")
    assert row_height(tall, widths, roomy=True) == row_height(tall, widths)
