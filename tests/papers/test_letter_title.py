import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.papers.letter.measures import TITLE_ROOM, width_of
from mediation_tui.papers.letter.title import title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于开展排查的通知", ("关于开展排查的通知",)),
        (
            "关于2024年上半年矛盾纠纷排查化解工作情况的报告",
            ("关于2024年上半年矛盾纠纷", "排查化解工作情况的报告"),
        ),
        (
            "共和镇司法所2024年度“小事不出村、大事不出镇”情况报告",
            ("共和镇司法所2024年度", "“小事不出村、大事不出镇”情况报告"),
        ),
        (
            "Report on People's Mediation in Gonghe Town in 2024",
            ("Report on People's Mediation", "in Gonghe Town in 2024"),
        ),
    ],
)
def test_a_title_breaks_where_a_reader_draws_breath(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title, TITLE_ROOM) == lines


def test_breaks_the_office_chose_are_kept() -> None:
    assert title_lines("共和镇\n关于排查的通知\n", TITLE_ROOM) == ("共和镇", "关于排查的通知")


@given(st.text("共和镇的调解、“”《》2024年度Report ", min_size=1, max_size=44).map(str.strip).filter(bool))
def test_every_line_fits_none_is_a_waist_and_nothing_is_lost(title: str) -> None:
    lines = title_lines(title, TITLE_ROOM)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    widths = [width_of(line) for line in lines]
    if len(lines) > 1:
        assert max(widths) <= TITLE_ROOM
        assert not any(b < min(a, c) for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))


def test_what_is_too_long_for_four_lines_is_left_to_the_word_processor() -> None:
    assert title_lines("调解" * 50, TITLE_ROOM) == ("调解" * 50,)
