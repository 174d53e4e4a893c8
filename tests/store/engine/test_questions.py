"""Twenty thousand questions, each put to TinyDB in memory and to the book."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.store.engine.forms import FORMS
from tests.store.engine.questions import Questioner
from tests.store.engine.reference import answered_alike, both

SEEDS = (1, 2, 3, 4)
TOGETHER = 20_000
PER_BATCH = 250


@pytest.mark.parametrize("seed", SEEDS)
def test_every_question_is_answered_as_tinydb_in_memory_answers_it(seed: int) -> None:
    questioner, answers = Questioner(seed), Counter[str]()
    share = TOGETHER // len(SEEDS)
    with both() as (memory, book):
        held, cases = memory.table("cases"), book.table("cases")
        while answers.total() - answers["refused"] < share:
            documents = questioner.documents(25)
            for table in (held, cases):
                table.truncate()
                table.insert_multiple(documents)
            answers.update(answered_alike(questioner.query(), held, cases) for _ in range(PER_BATCH))
    assert answers.total() - answers["refused"] >= share
    assert questioner.asked.keys() == FORMS.keys()
    assert min(questioner.asked.values()) > share // 100
    for kind in ("scanned, found", "scanned, nothing", "narrowed, found", "narrowed, nothing"):
        assert answers[kind] > share // 50, answers


def test_the_seeds_together_ask_twenty_thousand_questions() -> None:
    assert len(SEEDS) * (TOGETHER // len(SEEDS)) >= 20_000
