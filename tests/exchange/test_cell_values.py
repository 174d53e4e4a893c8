from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.exchange.reading.values import LostDigits, number_text, text_of


@given(st.integers(0, 10**15 - 1))
def test_a_number_of_up_to_fifteen_digits_keeps_them_all(number: int) -> None:
    assert number_text(float(number)) == number_text(number) == text_of(float(number)) == str(number)


@pytest.mark.parametrize(
    "told", [13900001234.0, "13900001234.0", "1.3900001234E+10", "'13900001234", " 13900001234 "]
)
def test_a_phone_kept_as_a_number_is_repaired_where_nothing_is_lost(told: float | str) -> None:
    assert number_text(told) == "13900001234"


@pytest.mark.parametrize("told", [630122199001011234.0, 6.3e17, "1.39E+10", "6.30122199001011E+17"])
def test_a_number_that_lost_digits_is_refused(told: float | str) -> None:
    with pytest.raises(LostDigits):
        number_text(told)


def test_an_id_kept_as_text_is_untouched() -> None:
    assert number_text("63012219900101123X") == "63012219900101123X"
    assert number_text("630122199001011234") == "630122199001011234"


def test_cells_read_as_they_are_shown() -> None:
    told = (
        0.5,
        2000.0,
        True,
        date(2024, 5, 6),
        datetime(2024, 5, 6),
        datetime(2024, 5, 6, 9, 30),
        "  ",
        None,
    )
    assert [text_of(value) for value in told] == [
        "0.5", "2000", "TRUE", "2024-05-06", "2024-05-06", "2024-05-06 09:30:00", None, None,
    ]  # fmt: skip
    assert text_of(6.30122199001011e17) == "6.30122199001011E+17"
    assert text_of(1e-7) == "0.0000001"


def test_a_cell_crossed_out_says_nothing() -> None:
    assert [text_of(dash) for dash in ("—", "/", " - ")] == [None, None, None]
    assert text_of("-5") == "-5"
