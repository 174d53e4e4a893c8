from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mediation_tui.ui.text import NEVER_FIRST, fit, one_line, plain, wrap
from tests.ui.stage import NASTY

anything = st.text(st.characters(), max_size=60)
chinese = st.text("经调解达成协议马某龙李，。、；：）》”！？（《“abc 12", max_size=60)


@pytest.mark.parametrize("text", NASTY)
def test_nothing_a_terminal_would_obey_is_left(text: str) -> None:
    for shown in (one_line(text), plain(text).plain.replace("\n", "")):
        assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in shown)
        assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)
        shown.encode("utf-8")


def test_an_escape_sequence_is_seen_as_what_it_is() -> None:
    assert one_line("\x1b[31m红") == "␛[31m红"


def test_brackets_are_text_and_never_markup() -> None:
    assert plain("见附件[/path][red]").plain == "见附件[/path][red]"


def test_line_breaks_are_kept_in_a_text_and_spaces_on_a_line() -> None:
    assert plain("甲\r\n乙\u2028丙").plain == "甲\n乙\n丙"
    assert one_line("甲\n乙") == "甲 乙"


@pytest.mark.parametrize("name", ["𠮷某", "㐀某", "䶮某", "阿卜杜·某", "👨\u200d👩\u200d👧"])
def test_rare_names_survive(name: str) -> None:
    assert one_line(name) == name
    assert fit(name, 20).rstrip() == name


def test_fitting_cuts_with_a_mark_and_pads() -> None:
    assert fit("上庄村三网格", 8) == "上庄村… "
    assert fit("上庄", 8) == "上庄    "
    assert fit("12", 5, "right") == "   12"
    assert fit("上庄", 0) == ""


@given(anything, st.integers(0, 40))
@settings(max_examples=150)
def test_fitted_text_takes_exactly_its_cells(text: str, cells: int) -> None:
    assert cell_len(fit(text, cells)) == cells
    assert cell_len(fit(text, cells, "right")) == cells


@given(anything)
@settings(max_examples=100)
def test_places_in_a_text_still_hold_when_it_is_shown(text: str) -> None:
    assert len(one_line(text)) == len(text)


def test_no_line_begins_with_a_closing_mark() -> None:
    assert wrap("经双方协商，达成（书面）协议。", 10) == ["经双方协", "商，达成", "（书面）协", "议。"]


def test_latin_words_and_numbers_stay_whole() -> None:
    assert wrap("赔偿 12,000 元 in total", 10) == ["赔偿", "12,000 元", "in total"]


@pytest.mark.parametrize("cells", range(6, 10))
def test_spaces_between_words_begin_no_line_but_an_indent_stays(cells: int) -> None:
    assert wrap("  风险   一般", cells)[1:] == ["一般"]
    assert wrap("  风险   一般", cells)[0].startswith("  ")


def test_an_endless_word_is_broken_all_the_same() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(chinese, st.integers(4, 30))
@settings(max_examples=200)
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.sampled_from("经调解达成，。）"), max_size=50).map("".join), st.integers(8, 30))
@settings(max_examples=200)
def test_a_closing_mark_follows_its_character_where_there_is_one_to_take_along(text: str, cells: int) -> None:
    """Only a run of marks wider than the line itself may begin one."""
    for before, line in zip(lines := wrap(text, cells), lines[1:], strict=False):
        if line[0] in NEVER_FIRST:
            assert all(character in NEVER_FIRST for character in before[1:])
