"""Text is recorded clean, in one form, and of bounded length."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mediation_tui.model.problems import Unfit, problems_of
from mediation_tui.model.text import (
    Code,
    Line,
    Name,
    Story,
    StoryRequired,
    Words,
    code,
    line,
    name,
    story,
    words,
)

TYPED = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize("reading", [line, story, name, code])
@given(text=TYPED)
def test_what_is_recorded_once_is_recorded_the_same_again(reading, text):
    try:
        recorded = reading(text)
    except Unfit:
        return
    assert reading(recorded) == recorded


@given(text=TYPED)
def test_a_recorded_line_is_one_line_in_nfc_without_anything_unseen(text):
    try:
        recorded = line(text)
    except Unfit:
        return
    assert recorded.splitlines() in ([], [recorded])
    assert unicodedata.is_normalized("NFC", recorded)
    assert not set(recorded) & set("\u200b\ufeff\u202e\x00")


def test_a_line_loses_the_spaces_and_zero_width_marks_around_it():
    assert line("\ufeff 　宅基地纠纷\u200b\t") == "宅基地纠纷"


def test_rare_characters_survive_everywhere():
    rare = "𠮷㐀䶮\ue000\U00031350"
    assert line(rare) == words(rare) == story(rare) == name(rare) == rare


def test_a_control_character_is_refused_with_its_place():
    with pytest.raises(Unfit) as refused:
        line("张\u202e三")
    assert str(refused.value) == "第 2 个字是看不见的控制符（U+202E），请删去"


def test_in_a_story_the_row_is_named_too():
    with pytest.raises(Unfit) as refused:
        story("第一行\r\n第\x07二行")
    assert str(refused.value) == "第 2 行第 2 个字是看不见的控制符（U+0007），请删去"


def test_a_line_break_within_a_line_is_refused():
    with pytest.raises(Unfit) as refused:
        line("前半\n后半")
    assert str(refused.value) == "只能写一行，第 2 个字后有换行"


def test_every_kind_of_line_break_in_a_story_becomes_one():
    assert story("一\r\n二\r三\v四\u2028五\n") == "一\n二\n三\n四\n五"


def test_ten_thousand_characters_get_a_clear_sentence():
    with pytest.raises(Unfit) as refused:
        story("字" * 10_000)
    assert str(refused.value) == "最多 5,000 字，现有 10,000 字"


def test_rare_han_outside_the_first_plane_counts_as_one_character():
    assert line("𠮷" * 200) == "𠮷" * 200
    with pytest.raises(Unfit):
        line("𠮷" * 201)


@pytest.mark.parametrize("dot", "·•‧・･∙⋅")
def test_all_dots_between_the_parts_of_a_name_are_one(dot):
    assert name(f"阿卜杜{dot} 热合曼") == "阿卜杜·热合曼"


@pytest.mark.parametrize(
    "written",
    ["张三", "共和镇六王村委会（盖章）", "A+超市", "张××", "李○明", "⿰氵口", "Jean-Luc O'Neill", "3组"],
)
def test_names_of_people_and_units_are_taken_as_they_are(written):
    assert name(written) == written


def test_inner_spaces_of_a_name_collapse():
    assert name("  Anna \t  Lee ") == "Anna Lee"


@pytest.mark.parametrize("written", ["张三😀", "❤", "1️⃣组", "张三©", "—", "  ", "", "字" * 61])
def test_emoji_and_what_is_no_name_is_refused(written):
    with pytest.raises(Unfit):
        name(written)


def test_the_symbol_in_a_name_is_named():
    with pytest.raises(Unfit) as refused:
        name("张😀三")
    assert str(refused.value) == "名称里不能有符号“😀”（第 2 个字）"


def test_a_code_is_half_width_upper_case_and_without_spaces():
    assert code("ｇ－01 a") == "G-01A"


@pytest.mark.parametrize("kind", [Words, StoryRequired, Name, Code])
def test_required_text_says_so_when_it_is_empty(kind):
    with pytest.raises(ValidationError) as invalid:
        TypeAdapter(kind).validate_python(" ")
    assert str(problems_of(invalid.value)) == "必填"


@pytest.mark.parametrize(("kind", "limit"), [(Line, 200), (Story, 5000), (Name, 60), (Code, 40)])
def test_the_schema_names_the_limit(kind, limit):
    assert TypeAdapter(kind).json_schema()["maxLength"] == limit
