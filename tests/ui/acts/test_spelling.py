from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from mediation_tui import pinyin
from mediation_tui.model import vocabulary
from mediation_tui.model.base import Grade, Word
from mediation_tui.model.events import Correctable, EventKind
from mediation_tui.ui.acts.spelling import _by_character, spelling


def every_word() -> set[str]:
    kinds = [each for each in vars(vocabulary).values() if inspect.isclass(each)]
    kinds += [Correctable, EventKind]
    return {word.source for kind in kinds if issubclass(kind, Word | Grade) for word in kind}


def test_every_character_of_the_vocabularies_can_be_spelt() -> None:
    characters = {each for word in every_word() for each in word if each.isalnum()}
    assert characters - set(_by_character()) == set()


def test_every_reading_is_one_the_dictionary_knows() -> None:
    for character, readings in _by_character().items():
        known = set(pinyin.search_text(character).split())
        assert set(readings) <= known | {each.replace("v", "ü") for each in known}, character


@pytest.mark.parametrize(
    ("word", "words"),
    [("婚姻家庭", "hyjt hunyinjiating"), ("调解", "dj tj diaojie tiaojie"), ("法院（诉调对接）", "fysddj")],
)
def test_a_word_is_spelt_by_initials_and_in_full(word: str, words: str) -> None:
    assert set(words.split()) <= set(spelling(word).split())


def test_asking_for_an_act_loads_no_dictionary_of_pinyin() -> None:
    program = (
        "import sys; from mediation_tui.ui.acts.asking import word_options;"
        "from mediation_tui.model.vocabulary import Category;"
        "assert word_options(Category)[0].search; assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
