"""Text is found by its pinyin in every reading."""

import os
import subprocess
import sys

import pytest

from mediation_tui.pinyin import INITIALS_LIMIT, initials, search_text


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("单小山", "sxs"),
        ("仇英", "qy"),
        ("曾国", "zg"),
        ("解珍", "xz"),
        ("查良镛", "zly"),
        ("尉迟恭", "ycg"),
        ("盖叫天", "gjt"),
    ],
)
def test_a_surname_is_found_under_its_own_reading(name, letters):
    assert letters in initials(name)


def test_the_usual_readings_come_first():
    assert initials("张三丰") == ("zsf",)
    assert initials("六王村")[0] == "lwc"


def test_letters_and_digits_stand_for_themselves_and_signs_fall_away():
    assert initials("A1组·（三）") == ("a1zs",)


def test_a_character_without_a_reading_stands_for_itself():
    assert initials("\ue000三") == ("\ue000s",)


def test_readings_are_bounded():
    assert len(initials("单仇曾解查" * 20)) <= INITIALS_LIMIT


def test_nothing_has_no_letters():
    assert initials("") == ("",)
    assert search_text("").strip() == ""


@pytest.mark.parametrize("wanted", ["吕布", "lb", "lvbu", "ＡＢ".lower()])
def test_text_is_found_by_itself_its_initials_and_its_pinyin(wanted):
    assert wanted in search_text("吕布ＡＢ")


def test_the_dictionaries_are_read_only_when_pinyin_is_wanted():
    program = (
        "import sys, mediation_tui.pinyin as p; assert 'pypinyin' not in sys.modules; p.initials('abc')\n"
        "assert 'pypinyin' not in sys.modules; p.initials('三')\n"
        "import pypinyin.constants as c; assert not c.PHRASES_DICT"
    )
    subprocess.run(
        [sys.executable, "-c", program], check=True, env={**os.environ, "PYPINYIN_NO_PHRASES": "true"}
    )
