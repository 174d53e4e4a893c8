"""What people type is read as they mean it, or refused with a sentence."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.model.numerals import read_number
from mediation_tui.model.problems import Unfit
from mediation_tui.model.reading import date_of_serial, read_amount, read_count, read_date

TODAY = date(2024, 6, 10)
SIXTH_OF_MAY = date(2024, 5, 6)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-06", "2024/5/6", "2024.5.6", "2024年5月6日", "2024 年 5 月 6 号", "20240506", "２０２４－０５－０６",
        "2024-05-06 09:30", "2024-05-06T00:00:00", "2024年5月6日9:30", "二〇二四年五月六日", "二○二四年5月6日",
        SIXTH_OF_MAY, datetime(2024, 5, 6, 9, 30),
    ],
)  # fmt: skip
def test_every_shape_of_a_date_is_read(written):
    assert read_date(written) == SIXTH_OF_MAY


@given(day=days)
def test_every_day_is_read_back_from_every_full_shape(day):
    shapes = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
    ]
    assert {read_date(shape) for shape in shapes} == {day}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("今天", TODAY),
        ("昨天", date(2024, 6, 9)),
        ("前天", date(2024, 6, 8)),
        ("-1", date(2024, 6, 9)),
        ("+7", date(2024, 6, 17)),
        ("明天", date(2024, 6, 11)),
        ("5月6日", SIXTH_OF_MAY),
        ("5-6", SIXTH_OF_MAY),
        ("五月六号", SIXTH_OF_MAY),
        ("6月10日", TODAY),
        ("6月11日", date(2023, 6, 11)),
        ("十二月三十一日", date(2023, 12, 31)),
    ],
)
def test_knowing_today_short_dates_are_read_as_the_latest_such_day(written, day):
    assert read_date(written, TODAY) == day


@pytest.mark.parametrize(
    ("written", "day"), [("6月9日", date(2025, 6, 9)), ("6月10日", TODAY), ("6.30", date(2024, 6, 30))]
)
def test_a_due_date_is_completed_forward(written, day):
    assert read_date(written, TODAY, ahead=True) == day


@given(month=st.integers(1, 12), day=st.integers(1, 28), today=days)
def test_a_completed_date_is_within_a_year_of_today(month, day, today):
    found = read_date(f"{month}月{day}日", today)
    assert (found.month, found.day) == (month, day)
    assert timedelta(0) <= today - found <= timedelta(365)


def test_the_last_29_february_may_be_years_away():
    assert read_date("2月29日", date(2027, 1, 1)) == date(2024, 2, 29)
    assert read_date("2月29日", date(1903, 1, 1)) == date(1896, 2, 29)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("5月6日", "日期没有写年份"),
        ("今天", "看不懂这个日期，请写成 2024-05-06 的样子"),
        ("", "看不懂这个日期，请写成 2024-05-06 的样子"),
        ("2024年5月", "看不懂这个日期，请写成 2024-05-06 的样子"),
        ("24.5.6", "看不懂这个日期，请写成 2024-05-06 的样子"),
        ("2024.5.6-2024.5.8", "看不懂这个日期，请写成 2024-05-06 的样子"),
        ("2023-02-29", "没有 2023 年 2 月 29 日这一天"),
        ("1024-05-06", "年份 1024 不对，请再核对一遍"),
    ],
)
def test_what_is_no_date_is_said(written, sentence):
    with pytest.raises(Unfit) as refused:
        read_date(written)
    assert str(refused.value) == sentence


def test_a_short_date_that_never_is_is_refused():
    with pytest.raises(Unfit) as refused:
        read_date("2月30日", TODAY)
    assert str(refused.value) == "没有 2 月 30 日这一天"


@pytest.mark.parametrize(
    ("serial", "since_1904", "day"),
    [
        (45418, False, SIXTH_OF_MAY),
        (45418.99, False, SIXTH_OF_MAY),
        (43956, True, SIXTH_OF_MAY),
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (61, False, date(1900, 3, 1)),
        (0, True, date(1904, 1, 1)),
    ],
)
def test_sheet_day_numbers_are_read(serial, since_1904, day):
    assert date_of_serial(serial, since_1904=since_1904) == day


@pytest.mark.parametrize("serial", [0, -1, 60, 99_999, 1e20, float("inf")])
def test_sheet_numbers_that_are_no_dates_are_refused(serial):
    with pytest.raises(Unfit):
        date_of_serial(serial)


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("2000", "2000"), ("2,000", "2000"), ("２，０００", "2000"), ("2000元", "2000"), ("¥2000.50", "2000.50"),
        ("0.2万", "2000"), ("2000万", "20000000"), ("1.2亿", "120000000"), ("1亿2000万", "120000000"),
        ("两万", "20000"), ("一万五千", "15000"), ("一万五", "15000"), ("两百三", "230"), ("2万5", "25000"),
        ("一千二百三十四万五千六百七十八", "12345678"), ("十五元", "15"), ("一百零五", "105"), ("三点五万", "35000"),
        ("贰仟元整", "2000"), ("人民币叁万贰仟伍佰元整", "32500"), ("5万元", "50000"), ("0", "0"), ("零", "0"),
    ],
)  # fmt: skip
def test_every_shape_of_an_amount_is_read(written, yuan):
    assert str(read_amount(written)) == yuan


@pytest.mark.parametrize("written", ["", " ", "无", "没有", "-", "—", "/"])
def test_nothing_is_nothing_and_not_zero(written):
    assert read_amount(written) is None
    assert read_count(written) is None


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("-5", "不能小于零"),
        ("负五元", "不能小于零"),
        ("万", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("2,00", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("约5万", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("两三万", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("二三百", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("1.5万3", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("十百", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("1万" * 5000, "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("9" * 5000, "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("1千2万万", "看不懂这个金额，请写成 2000 或 0.2万 的样子"),
        ("2000.555", "金额最多写到分"),
        ("1万亿", "金额太大，请核对单位是元还是万元"),
    ],
)
def test_an_amount_that_is_not_exact_is_refused(written, sentence):
    with pytest.raises(Unfit) as refused:
        read_amount(written)
    assert str(refused.value) == sentence


@given(figure=st.decimals(Decimal("0.01"), 9999, places=2))
def test_wan_and_yi_are_never_lost(figure):
    assert read_amount(f"{figure}万") == figure * 10_000
    assert read_amount(f"{figure}亿元") == figure * 100_000_000


@given(number=st.integers(0, 10**12 - 1))
def test_a_number_written_in_chinese_is_the_number(number):
    assert read_number(in_chinese(number)) == number


def in_chinese(number: int) -> str:
    """The number as it is written in Chinese: 10,005 is 一万零五."""
    if number < 10:
        return "零一二三四五六七八九"[number]
    worth, unit = next(
        (w, u)
        for w, u in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
        if number >= w
    )
    times, rest = divmod(number, worth)
    if not rest:
        return in_chinese(times) + unit
    return in_chinese(times) + unit + ("零" if rest < worth // 10 else "") + in_chinese(rest)


@pytest.mark.parametrize(
    ("written", "count"), [("3", 3), ("3人", 3), ("三户", 3), ("3.0", 3), ("十二 人", 12), ("０", 0)]
)
def test_counts_are_read(written, count):
    assert read_count(written) == count


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("3.5", "看不懂这个数，请写成 3 的样子"),
        ("等3人", "看不懂这个数，请写成 3 的样子"),
        ("-1", "不能小于零"),
        ("100万", "最多 999,999"),
    ],
)
def test_what_is_no_count_is_said(written, sentence):
    with pytest.raises(Unfit) as refused:
        read_count(written)
    assert str(refused.value) == sentence
