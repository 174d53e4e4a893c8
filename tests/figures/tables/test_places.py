"""Which lines a table of places has, and which disputes stand in each."""

from __future__ import annotations

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.population import DATES, Population
from mediation_tui.figures.tables.places import units_of
from mediation_tui.figures.tables.words import Lines
from tests.builders import TOWN, Walk, an_entry, from_outside
from tests.figures.tables.stories import MARCH, day

TODAY = day(4, 2)
HERE = Walk.begun(an_entry(grid="g2"), day(3, 2), 1).facts()
UNGRIDDED = Walk.begun(an_entry(grid=None), day(3, 2), 2).facts()
OUTSIDE = Walk.begun(from_outside(), day(3, 2), 3, committee="c0").facts()
LEFT = UNGRIDDED.model_copy(update={"id": "left", "village": "v9", "committee": "c9"})
GONE = HERE.model_copy(update={"id": "gone", "village": "v9", "grid": "g9", "committee": "c9"})


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        (
            Lines.VILLAGES,
            [
                ("v1", "上庄村", ("v1", None), [HERE, UNGRIDDED]),
                ("v2", "下河村", ("v2", None), []),
                ("v3", "南坡社区", ("v3", None), []),
                ("", "镇级直接受理", ("", None), [OUTSIDE]),
                ("v9", "v9", ("v9", None), [GONE, LEFT]),
            ],
        ),
        (
            Lines.GRIDS,
            [
                ("g1", "上庄村·一网格", ("v1", "g1"), []),
                ("g2", "上庄村·二网格", ("v1", "g2"), [HERE]),
                ("g3", "下河村·一网格", ("v2", "g3"), []),
                ("v3", "南坡社区·未分网格", ("v3", None), []),
                ("", "镇级直接受理", ("", None), [OUTSIDE]),
                ("v1", "上庄村·未分网格", ("v1", None), [UNGRIDDED]),
                ("g9", "v9·g9", ("v9", "g9"), [GONE]),
                ("v9", "v9·未分网格", ("v9", None), [LEFT]),
            ],
        ),
        (
            Lines.COMMITTEES,
            [
                ("c0", "共和镇人民调解委员会", ("", None), [OUTSIDE]),
                ("c1", "上庄村人民调解委员会", ("v1", None), [HERE, UNGRIDDED]),
                ("c2", "下河村人民调解委员会", ("v2", None), []),
                ("c3", "南坡社区人民调解委员会", ("v3", None), []),
                ("c9", "c9", ("", None), [GONE, LEFT]),
            ],
        ),
    ],
)
def test_every_place_of_the_roster_has_a_line_and_one_that_left_it_too(lines: Lines, units: object) -> None:
    basis = Basis(MARCH, SetClock.on(TODAY).now(), TODAY, DATES)
    population = Population([HERE, UNGRIDDED, OUTSIDE, GONE, LEFT], basis)
    found = [
        (unit.id, str(unit.name), unit.place, [population.by_id[case] for case in unit.cases])
        for unit in units_of(lines, TOWN, population)
    ]
    assert found == units
