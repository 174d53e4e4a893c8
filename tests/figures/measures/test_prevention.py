"""What was averted: disputes once each, persons each time."""

from __future__ import annotations

import pytest

from mediation_tui.figures.telling import note_of
from mediation_tui.model import events as happened
from mediation_tui.model.vocabulary import Averted
from tests.builders import Walk
from tests.figures.measures.town import day, figure, taken


def noted(walk: Walk, averted: Averted, people: int, month: int = 3) -> Walk:
    return walk.act(happened.PreventionNoted(averted=averted, people=people, ground="持械"), day(month, 9))


@pytest.mark.parametrize("averted", Averted)
def test_a_dispute_counts_once_and_its_persons_each_time(averted: Averted) -> None:
    twice, other = taken(day(3, 2), 1), taken(day(3, 2), 2)
    noted(noted(noted(twice, averted, 3), averted, 2), averted, 9, month=4)
    for another in Averted:
        if another is not averted:
            noted(other, another, 7)
    cases, people = (figure([twice, other], f"{averted}_{of}") for of in ("cases", "people"))
    assert (cases.text, people.text) == ("1", "5")
    assert cases.cases == people.cases == {twice.case.id}
    assert note_of(cases) == f"{averted.label}（件）：期间内记有“{averted.label}”的纠纷，一件纠纷只计一次。"
    assert note_of(people) == f"{averted.label}（人）：期间内各次“{averted.label}”所记人数相加。"
    assert (str(cases.unit), str(people.unit)) == ("件", "人")
    assert str(cases.basis.dates) == str(people.basis.dates) == "预防效果发生日期"
