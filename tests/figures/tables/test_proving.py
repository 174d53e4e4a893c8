"""A sum that does not hold is refused, with the cases that make the difference."""

from __future__ import annotations

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import UnbalancedStatement
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import CASES, NONE, Figure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.population import DATES
from mediation_tui.figures.tables.proving import require_sums, require_total
from mediation_tui.figures.tables.reading import shipped_table
from tests.figures.known import DAY, QUARTER

BASIS = Basis(QUARTER, SetClock.on(DAY).now(), DAY, DATES)
CAME, WENT = (
    ("carried", "own", "entrusted", "reopened"),
    ("agreed", "failed", "transferred", "withdrawn", "void", "open"),
)


def counted(cases: str, name: str = "件数") -> Figure:
    """So many cases, each a letter."""
    return Figure.count(Phrase(name), Phrase("数"), BASIS, frozenset(cases))


UNKNOWN = Figure.quantity(Phrase("件数"), Phrase("数"), BASIS, NONE, None, CASES)


def line(**cells: str) -> dict[str, Figure]:
    """A line of the balance, with these cases and no others."""
    return {item: counted(cells.get(item, ""), item) for item in (*CAME, *WENT)}


def refused(*rows: dict[str, Figure]) -> UnbalancedStatement:
    with pytest.raises(UnbalancedStatement) as error:
        require_sums(shipped_table("balance"), [(Phrase(f"第{n}村"), row) for n, row in enumerate(rows, 1)])
    return error.value


def test_what_came_and_went_holds() -> None:
    rows = [line(), line(carried="甲", own="乙丙", agreed="甲丙", open="乙")]
    require_sums(shipped_table("balance"), [(Phrase("村"), row) for row in rows])


def test_the_place_the_sum_and_the_stray_cases_are_named() -> None:
    error = refused(line(), line(own="甲乙", agreed="甲"))
    assert str(error) == (
        "第2村：carried、own、entrusted、reopened相加是 2，应等于agreed、failed、transferred、withdrawn、void、open（1），请先核对这些案件。"
    )
    assert error.facts["cases"] == {"乙"}


def test_sums_that_are_equal_of_different_cases_do_not_hold() -> None:
    assert refused(line(own="甲乙", agreed="甲", open="丙")).facts["cases"] == {"乙", "丙"}


def test_a_case_that_came_once_and_went_twice_is_named() -> None:
    assert refused(line(own="甲乙", agreed="甲乙", open="甲")).facts["cases"] == {"甲"}
    assert refused(line(carried="甲", own="甲乙", agreed="甲乙")).facts["cases"] == {"甲"}


def test_a_case_that_is_as_often_on_either_side_is_no_stray() -> None:
    row = line(carried="甲", own="甲乙", agreed="甲", open="甲乙")
    require_sums(shipped_table("balance"), [(Phrase("村"), row)])


def test_where_a_number_is_not_known_nothing_is_proven() -> None:
    for item in (CAME[0], WENT[0]):
        row = line(own="甲") | {item: UNKNOWN}
        require_sums(shipped_table("balance"), [(Phrase("村"), row)])


@pytest.mark.parametrize(("total", "strays"), [("甲", "乙"), ("甲乙丙", "丙"), ("甲丙", "乙丙")])
def test_lines_that_are_not_their_total_are_refused_with_the_column(total: str, strays: str) -> None:
    lines = [{"n": counted("")}, {"n": counted("甲")}, {"n": counted("乙")}]
    require_total(iter(lines), {"n": counted("甲乙")})
    with pytest.raises(UnbalancedStatement, match=r"^“受理”各行相加与合计不符") as error:
        require_total(iter(lines), {"n": counted(total, "受理")})
    assert error.value.facts["cases"] == set(strays)


def test_a_case_that_stands_in_two_lines_is_named_whatever_the_total() -> None:
    with pytest.raises(UnbalancedStatement) as error:
        require_total([{"n": counted("甲")}, {"n": counted("甲乙")}], {"n": counted("甲乙")})
    assert error.value.facts["cases"] == {"甲"}


def test_every_column_is_added_up_but_shares_are_not() -> None:
    share = Figure.share(Phrase("率"), Phrase("÷"), BASIS, frozenset("甲"), frozenset("甲乙"))
    other = Figure.share(Phrase("率"), Phrase("÷"), BASIS, frozenset("丙"), frozenset("丙"))
    with pytest.raises(UnbalancedStatement, match="受理"):
        require_total([{"率": share, "n": counted("")}], {"率": other, "n": counted("甲", "受理")})
