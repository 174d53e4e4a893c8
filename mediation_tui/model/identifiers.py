"""The numbers that identify people and units: telephone, identity document, social credit code.

Each `read_…` gives the one spelling of a number, or refuses it with a sentence that never repeats it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit

DOCUMENT_LIMIT = 30

_UNSEEN = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
"""Marks of direction and the like that an address book puts around a number."""
_APOSTROPHES = "'‘’`"
"""What a sheet puts before a number to keep it a text."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))

_MOBILE = r"1[3-9]\d{9}"
_EXTENSION = re.compile(r"(.*\d)(?:转|分机|EXT\.?|X|\*|#)[-:]?(\d{1,6})|([(0]\d{2,3}[)-]?\d{7,8})-(\d{1,6})")
_LANDLINE = re.compile(r"(010|02\d)(\d{8})|(0[3-9]\d{2})(\d{7,8})")
_WITHOUT_AREA = re.compile(r"[2-9]\d{6,7}|[48]00\d{7}")
_ABROAD = re.compile(r"\+[1-9]\d{6,14}")

_RESIDENT = re.compile(r"\d{6}((?:18[5-9]|19\d|20\d)\d)(\d{2})(\d{2})\d{3}[\dX]")
_OLD_RESIDENT = re.compile(r"\d{6}(\d{2})(\d{2})(\d{2})\d{3}")
_RESIDENT_CHECKS = "10X98765432"
_RESIDENT_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))

_CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def read_phone(text: str) -> str:
    """One telephone number in its one spelling.

    Returns:
        `13812345678`, `0668-8212345`, `0668-8212345转801`, `8212345`, `4001234567` or, abroad, `+85291234567`.

    Raises:
        Unfit: There are several numbers, or none.
    """
    text = _plain(text).upper().removesuffix(".0")
    if re.fullmatch(_MOBILE, text):
        return text
    _refuse_several(text)
    number, extension = _without_extension(re.sub(r"\s", "", text))
    number = _at_home(re.sub(r"[()\-.]", "", number))
    if re.fullmatch(_MOBILE, number) and not extension:
        return number
    if landline := _LANDLINE.fullmatch(number):
        area, local = filter(None, landline.groups())
        return f"{area}-{local}" + (f"转{extension}" if extension else "")
    if _WITHOUT_AREA.fullmatch(number):
        return number + (f"转{extension}" if extension else "")
    if _ABROAD.fullmatch(number) and not extension:
        return number
    if re.fullmatch(r"1\d{8,12}", number) and len(number) != 11:
        raise Unfit(N_("手机号应为 11 位，现有 {length} 位"), length=len(number))
    raise Unfit(N_("不像电话号码：应为 11 位手机号，或带区号的座机号"))


def read_document(text: str) -> str:
    """The number of an identity document in its one spelling.

    Residents' numbers (GB 11643; also the residence permits of 81–83 and permanent residents' cards) are checked
    for their date and check digit, those of 15 digits for their date; the area code never matters. Passports and
    other documents are taken as they are written.

    Raises:
        Unfit: It is a resident's number with a mistake, or no number.
    """
    text = re.sub(r"\s", "", _plain(text).upper())
    digits = text.replace("-", "")
    if re.fullmatch(r"\d{17}[\dX]|\d{15}", digits):
        _check_resident(digits)
        return digits
    if re.fullmatch(r"\d{11,}X?", digits):
        raise Unfit(N_("身份证号应为 18 位，现有 {length} 位"), length=len(digits))
    if 17 <= len(digits) <= 19 and sum(map(str.isdigit, digits)) >= 15:
        raise Unfit(N_("身份证号应为 17 位数字，再加一位数字或 X"))
    if len(text) > DOCUMENT_LIMIT:
        raise Unfit(N_("最多 {limit:,} 字，现有 {length:,} 字"), limit=DOCUMENT_LIMIT, length=len(text))
    if not re.fullmatch(r"(?=.*\d)[\w()\[\]〔〕/.\-]{4,}", text):
        raise Unfit(N_("不像证件号码；没有就留空"))
    return text


def born_on(document: str) -> date | None:
    """The birth date a resident's number holds; nothing for other documents and impossible dates."""
    if not (found := _RESIDENT.fullmatch(document) or _OLD_RESIDENT.fullmatch(document)):
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year if year > 99 else 1900 + year, month, day)
    except ValueError:
        return None


def read_credit_code(text: str) -> str:
    """A unified social credit code (GB 32100): 18 characters, the last one the check.

    Raises:
        Unfit: It is of another length, has a letter codes never have, or its check does not fit.
    """
    text = re.sub(r"[\s-]", "", _plain(text).upper())
    if len(text) != 18:
        raise Unfit(N_("统一社会信用代码应为 18 位，现有 {length} 位"), length=len(text))
    if not set(text) <= set(_CREDIT_DIGITS):
        raise Unfit(N_("统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z"))
    if credit_check(text[:17]) != text[17]:
        raise Unfit(N_("统一社会信用代码的校验位不对，请再核对一遍"))
    return text


def resident_check(first: str) -> str:
    """The check digit after 17 digits of a resident's number (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first, _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_CHECKS[total % 11]


def credit_check(first: str) -> str:
    """The check character after 17 characters of a credit code (GB 32100, MOD 31)."""
    total = sum(_CREDIT_DIGITS.index(sign) * pow(3, place, 31) for place, sign in enumerate(first))
    return _CREDIT_DIGITS[-total % 31]


def _plain(text: str) -> str:
    """With ASCII figures and dashes, without the marks that come along; what a sheet has ruined is refused."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_UNSEEN)).translate(_DASHES)
        text = "".join(str(unicodedata.decimal(character, character)) for character in text)
    text = text.strip().strip(_APOSTROPHES).strip()
    if re.fullmatch(r"\d(\.\d+)?E\+?\d+", text, re.IGNORECASE):
        raise Unfit(N_("号码已被表格改成科学计数，后几位丢了，请照原件填写"))
    return text


def _refuse_several(text: str) -> None:
    parts = re.split(r"[\s/\\、,;|或和]+", text)
    long = [part for part in parts if sum(map(str.isdigit, part)) >= 7]
    if len(long) > 1 or re.fullmatch(rf"({_MOBILE}){{2,}}", re.sub(r"[\s-]", "", text)):
        raise Unfit(N_("一格只填一个号码"))


def _without_extension(text: str) -> tuple[str, str]:
    """The number and its extension, which is empty for most."""
    if not (found := _EXTENSION.fullmatch(text)):
        return text, ""
    number, extension = (found[1], found[2]) if found[1] else (found[3], found[4])
    return number, extension


def _at_home(number: str) -> str:
    """The number as it is dialled within the country."""
    number = re.sub(r"^00", "+", number)
    if re.fullmatch(rf"86{_MOBILE}", number):
        return number[2:]
    home = number.removeprefix("+86")
    if home == number or home.startswith("0") or re.fullmatch(_MOBILE, home):
        return home
    return f"0{home}"


def _check_resident(digits: str) -> None:
    if born_on(digits) is None:
        raise Unfit(N_("身份证号里的出生日期不存在，请再核对一遍"))
    if len(digits) == 18 and resident_check(digits[:17]) != digits[17]:
        raise Unfit(N_("身份证号的校验位不对，请再核对一遍"))
