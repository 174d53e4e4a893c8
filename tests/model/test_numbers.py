"""Case numbers are made by a committee's pattern and recognised however they are spelt."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from mediation_tui.model.numbers import NumberTemplate, normalise
from mediation_tui.model.problems import Unfit

TOWN = NumberTemplate("（{year}）共和民调字第{serial}号")
HOSPITAL = NumberTemplate("晋医人调字[{year}]{serial:3}号")
words = st.text("（）〔〕[]-共和民调字第号 abＡ", max_size=6)
patterns = st.builds(
    lambda before, between, after, slots: before + slots[0] + between + slots[1] + after,
    words,
    words,
    words,
    st.sampled_from([("{year}", "{serial}"), ("{serial}", "{year}"), ("{year}", "{serial:4}")]),
)


@given(pattern=patterns, year=st.integers(1000, 9999), serial=st.integers(1, 999_999_999))
def test_a_number_gives_back_the_year_and_serial_it_was_made_of(pattern, year, serial):
    template = NumberTemplate(pattern)
    assert template.parse(template.format(year, serial)) == (year, serial)


@pytest.mark.parametrize(
    "spelt",
    [
        "（2024）共和民调字第1号",
        "〔2024〕共和民调字第1号",
        "[2024]共和民调字第001号",
        "(２０２４) 共和民调字第 01 号",
        "【2024】共和民调字第1号",
    ],
)
def test_all_spellings_are_one_number(spelt):
    assert TOWN.parse(spelt) == (2024, 1)
    assert normalise(spelt) == normalise(TOWN.format(2024, 1))


def test_serials_are_padded_as_the_pattern_says():
    assert HOSPITAL.format(2019, 11) == "晋医人调字[2019]011号"
    assert HOSPITAL.format(2019, 1234) == "晋医人调字[2019]1234号"


@pytest.mark.parametrize(
    "other",
    [
        "",
        "（2024）六王民调字第1号",
        "（24）共和民调字第1号",
        "（2024）共和民调字第0号",
        "（2024）共和民调字第号",
    ],
)
def test_numbers_of_other_series_are_not_recognised(other):
    assert TOWN.parse(other) is None


@given(text=st.text("（〔[《）〕]》—－-共和民调字第号 abＡＢ0１2３", max_size=20))
def test_a_key_is_its_own_key(text):
    assert normalise(normalise(text)) == normalise(text)


def test_different_numbers_have_different_keys():
    assert len({normalise(TOWN.format(2024, serial)) for serial in range(1, 300)}) == 299
    assert normalise("案2010-100") != normalise("案2010-1")


@pytest.mark.parametrize(
    "pattern",
    ["第{serial}号", "{year}字", "{year}{year}{serial}", "{serial}{serial}", "{year:2}-{serial}", ""],
)
def test_a_pattern_without_one_year_and_one_serial_is_refused(pattern):
    with pytest.raises(Unfit):
        NumberTemplate(pattern)


def test_other_braces_are_refused_in_a_sentence():
    with pytest.raises(Unfit) as refused:
        NumberTemplate("{year}{place}{serial}")
    assert str(refused.value) == "编号格式里的花括号只能用于 {year} 和 {serial}"


def test_a_pattern_is_stored_as_its_text():
    adapter = TypeAdapter(NumberTemplate)
    assert adapter.validate_json(adapter.dump_json(TOWN)) == TOWN
    assert adapter.json_schema()["type"] == "string"
    assert str(TOWN) == "（{year}）共和民调字第{serial}号"
    assert pickle.loads(pickle.dumps(TOWN)).parse("（2024）共和民调字第7号") == (2024, 7)
