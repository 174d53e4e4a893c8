"""Reading what people type: dates, amounts and counts in every shape met in offices and sheets."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal

from mediation_tui.i18n import N_
from mediation_tui.model.numerals import read_number
from mediation_tui.model.problems import Unfit

AMOUNT_LIMIT = Decimal(1_000_000_000_000)
COUNT_LIMIT = 999_999
_YEARS = range(1900, 2101)

_DAYS_FROM_TODAY = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "后天": 2,
    "大后天": 3,
}
_TIME_OF_DAY = re.compile(r"(?:(?<=[日号])|[T\s])\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?", re.ASCII)
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DATE_NUMERAL = re.compile("[〇零○一二三四五六七八九十]+(?=[年月日号])")

_NOTHING = frozenset({"", "无", "没有", "不涉及", "-", "--", "—", "——", "/"})
_AMOUNT = re.compile(r"(?:人民币|RMB|¥)?(.*?)(?:元|圆|块钱?)?(?:人民币)?[整正]?", re.IGNORECASE)
_COUNT = re.compile(r"(.*?)[人件户名个次位宗起份页]?")


def read_date(text: str | date, today: date | None = None, *, ahead: bool = False) -> date:
    """The date someone wrote.

    Args:
        text: `2024-05-06`, `2024/5/6`, `2024.5.6`, `2024年5月6日`, `20240506`, 二〇二四年五月六日, a time of day after
            any of them being left out; and, when `today` is given, `5月6日`, `5-6`, 今天, 昨天, 前天, `-1`, `+7`.
        today: The office's date, to complete a date without a year: the latest such day not in the future.
        ahead: Complete it forward instead, to the first such day not in the past, as a due date wants.

    Raises:
        Unfit: It is no date, no day of the calendar, or has no year while `today` is not given.
    """
    if isinstance(text, date):
        return text.date() if isinstance(text, datetime) else text
    text = _TIME_OF_DAY.sub("", unicodedata.normalize("NFKC", text).strip())
    text = _DATE_NUMERAL.sub(lambda found: str(read_number(found[0])), re.sub(r"\s", "", text))
    if today and (days := _from_today(text)) is not None:
        return _some_days_from(today, days)
    if not (found := _COMPACT_DATE.fullmatch(text) or _DATE.fullmatch(text)):
        raise Unfit(N_("看不懂这个日期，请写成 2024-05-06 的样子"))
    year, month, day = found.groups()
    if year:
        return _day(int(year), int(month), int(day))
    if not today:
        raise Unfit(N_("日期没有写年份"))
    return _nearest(int(month), int(day), today, ahead)


def date_of_serial(serial: float, *, since_1904: bool = False) -> date:
    """The date of a sheet's day number.

    Args:
        serial: Days since the sheet's beginning; a fraction is the time of day and left out.
        since_1904: The sheet counts from 1904-01-01 (old Macintosh sheets) and not from 1900.

    Raises:
        Unfit: The number is no date between 1900 and 2100; day 60 of 1900 sheets is a 29 February that never was.
    """
    days = int(serial) if abs(serial) < 100_000 else -1
    if since_1904:
        found = date(1904, 1, 1) + timedelta(days)
    else:
        found = date(1899, 12, 30 if days > 60 else 31) + timedelta(days)
    if days < (0 if since_1904 else 1) or found.year not in _YEARS or (days == 60 and not since_1904):
        raise Unfit(N_("表格里的数字 {serial} 不是日期"), serial=serial)
    return found


def read_amount(text: str) -> Decimal | None:
    """The yuan someone wrote: `2000`, `2,000`, `2000元`, `0.2万`, `1.2亿`, 两万, 一万五千, 贰仟元整; nothing for 无.

    Raises:
        Unfit: It is no exact amount, below zero, finer than a 分, or beyond a million million.
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if text in _NOTHING:
        return None
    found = _AMOUNT.fullmatch(text)
    amount = read_number(found[1]) if found else None
    if amount is None:
        raise _no_number(text, N_("看不懂这个金额，请写成 2000 或 0.2万 的样子"))
    if amount >= AMOUNT_LIMIT:
        raise Unfit(N_("金额太大，请核对单位是元还是万元"))
    if amount != (exact := amount.quantize(Decimal("0.01"))):
        raise Unfit(N_("金额最多写到分"))
    return amount.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


def read_count(text: str) -> int | None:
    """The number of people or things someone wrote: `3`, `3人`, 三户, `3.0`; nothing for 无.

    Raises:
        Unfit: It is no whole number from 0 to 999,999.
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if text in _NOTHING:
        return None
    found = _COUNT.fullmatch(text)
    count = read_number(found[1]) if found else None
    if count is None or count != count.to_integral_value():
        raise _no_number(text, N_("看不懂这个数，请写成 3 的样子"))
    if count > COUNT_LIMIT:
        raise Unfit(N_("最多 {limit:,}"), limit=COUNT_LIMIT)
    return int(count)


def _no_number(text: str, sentence: str) -> Unfit:
    below_zero = re.match(r"[¥-]*-", text) or text.startswith("负")
    return Unfit(N_("不能小于零") if below_zero else sentence)


def _from_today(text: str) -> int | None:
    """The days between today and what is said: 昨天, `-1`, `+7`."""
    if re.fullmatch(r"[+-]\d{1,3}|0", text, re.ASCII):
        return int(text)
    return _DAYS_FROM_TODAY.get(text)


def _some_days_from(today: date, days: int) -> date:
    return today + timedelta(days)


def _day(year: int, month: int, day: int) -> date:
    """A day of the calendar."""
    if year not in _YEARS:
        raise Unfit(N_("年份 {year} 不对，请再核对一遍"), year=year)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unfit(N_("没有 {year} 年 {month} 月 {day} 日这一天"), year=year, month=month, day=day) from None


def _nearest(month: int, day: int, today: date, ahead: bool) -> date:
    """The day of that month nearest to today, on the side asked for; 29 February may be eight years away."""
    for distance in range(9):
        try:
            found = date(today.year + (distance if ahead else -distance), month, day)
        except ValueError:
            continue
        if found >= today if ahead else found <= today:
            return found
    raise Unfit(N_("没有 {month} 月 {day} 日这一天"), month=month, day=day)
