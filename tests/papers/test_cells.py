from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.figure import Ratio
from mediation_tui.papers.cells import Missing, text_of


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_reads_100_percent_only_if_nothing_is_outside_it(part: int, more: int) -> None:
    assert not text_of(Ratio(part, part + more)).startswith("100")


@given(st.integers(0, 10**4), st.integers(1, 10**4))
def test_a_share_is_off_by_less_than_a_tenth_of_a_percent(numerator: int, denominator: int) -> None:
    percent = Decimal(Ratio(numerator, denominator).percent.removesuffix(" %"))
    assert abs(percent - Decimal(100) * numerator / denominator) < Decimal("0.1")


def test_a_share_always_shows_what_it_was_divided_by() -> None:
    assert text_of(Ratio(71, 92)) == "77.2 %（71/92）"
    assert text_of(Ratio(1, 16)) == "6.3 %（1/16）"
    assert text_of(Ratio(1999, 2000)) == "99.9 %（1999/2000）"
    assert text_of(Ratio(1, 9999)) == "0.1 %（1/9999）"
    assert text_of(Ratio(12, 10)) == "120.0 %（12/10）"


def test_a_share_of_nothing_is_unknown_and_not_100_percent() -> None:
    assert text_of(Ratio(0, 0)) == "—"


def test_zero_is_0_unknown_is_a_dash_and_no_report_says_so() -> None:
    assert [text_of(cell) for cell in (0, Decimal("0.00"), None, Missing.NOT_REPORTED)] == [
        "0",
        "0.00",
        "—",
        "未报",
    ]


def test_dates_and_amounts_read_plainly() -> None:
    assert text_of(date(2024, 5, 6)) == "2024-05-06"
    assert text_of(Decimal("1E+4")) == "10000"
