from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.model.problems import Unfit
from mediation_tui.ui.acts.instalments import MOST, instalments

FIRST = date(2026, 1, 31)
totals = st.integers(MOST, 10**12).map(lambda fen: Decimal(fen) / 100)


@settings(max_examples=60)
@given(total=totals, times=st.integers(1, MOST), first=st.dates(date(2000, 1, 1), date(2080, 1, 1)))
def test_instalments_come_to_the_whole_amount_and_one_falls_in_each_month(
    total: Decimal, times: int, first: date
) -> None:
    parts = instalments(total, first, times)
    amounts = [amount for _, amount in parts if amount is not None]
    assert sum(amounts) == total
    assert len(set(amounts[:-1])) <= 1
    assert amounts[-1] >= amounts[0]
    months = [day.year * 12 + day.month for day, _ in parts]
    assert months == list(range(months[0], months[0] + times))
    assert all(day.day <= first.day for day, _ in parts)


def test_what_does_not_divide_is_paid_last() -> None:
    assert instalments(Decimal("1000"), FIRST, 3) == (
        (FIRST, Decimal("333.33")),
        (date(2026, 2, 28), Decimal("333.33")),
        (date(2026, 3, 31), Decimal("333.34")),
    )


def test_work_may_be_owed_by_the_month_without_money() -> None:
    assert instalments(None, FIRST, 2) == ((FIRST, None), (date(2026, 2, 28), None))


@pytest.mark.parametrize(("total", "times"), [("1", 0), ("1", MOST + 1), ("0.02", 3)])
def test_impossible_splits_are_refused(total: str, times: int) -> None:
    with pytest.raises(Unfit):
        instalments(Decimal(total), FIRST, times)
