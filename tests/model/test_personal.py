"""Personal facts are masked wherever they show, and plain where they are stored."""

import copy
import logging
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from mediation_tui.model.identifiers import credit_check, resident_check
from mediation_tui.model.personal import Address, CreditCode, IdNumber, Phone
from mediation_tui.model.problems import Unfit, problems_of
from mediation_tui.model.vocabulary import Gender

RESIDENT = "11010519491231002X"
CREDIT = "91350100M000100Y43"
HOME = "广东省高州市共和镇六王村上垌12号"
VALUES = [Phone("13812341234"), IdNumber(RESIDENT), Address(HOME), CreditCode(CREDIT)]
born = st.dates(date(1900, 1, 1), date(2024, 12, 31))


class Someone(BaseModel):
    phone: Phone | None = None
    id_number: IdNumber | None = None
    address: Address | None = None
    credit_code: CreditCode | None = None


SOMEONE = Someone(phone=VALUES[0], id_number=VALUES[1], address=VALUES[2], credit_code=VALUES[3])


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_nothing_that_shows_a_value_shows_its_text(value, caplog):
    caplog.set_level(logging.INFO)
    logging.getLogger("anything").info("%s %r", value, value)
    shown = [
        str(value),
        repr(value),
        f"{value}",
        f"{value:>30}",
        f"{[value]}",
        f"{value!r}",
        caplog.text,
        str(SOMEONE),
    ]
    assert not any(value.reveal() in each for each in shown)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_survives_copies_and_pickles_and_cannot_be_changed(value):
    for twin in (
        copy.copy(value),
        copy.deepcopy(value),
        pickle.loads(pickle.dumps(value)),
        type(value)(value.reveal()),
    ):
        assert (twin, hash(twin)) == (value, hash(value))
    with pytest.raises(AttributeError):
        value._text = "别的"
    with pytest.raises(AttributeError):
        del value._text


def test_values_of_different_kinds_are_never_equal():
    assert Address("13812341234") != Phone("13812341234")


def test_stored_records_hold_the_text_and_come_back_equal():
    stored = SOMEONE.model_dump_json()
    assert RESIDENT in stored
    assert Someone.model_validate_json(stored) == SOMEONE


def test_the_schema_is_that_of_a_text():
    described = Someone.model_json_schema()["properties"]["phone"]["anyOf"][0]
    assert described["type"] == "string"
    assert Someone.model_json_schema(mode="serialization") == Someone.model_json_schema()


def test_what_is_no_text_is_refused_without_repeating_it():
    with pytest.raises(ValidationError) as invalid:
        Someone.model_validate({"phone": 13812341234})
    assert str(problems_of(invalid.value)) == "这一项应为文字"


@pytest.mark.parametrize(
    ("value", "mask"),
    [
        (Phone("13812341234"), "138****1234"),
        (Phone("0668-8212345转801"), "0668-****345"),
        (Phone("8212345"), "****345"),
        (Phone("+85291234567"), "+85****4567"),
        (IdNumber(RESIDENT), "****002X"),
        (IdNumber("E12345678"), "****678"),
        (CreditCode(CREDIT), "9135…0Y43"),
    ],
)
def test_the_masks_are_the_usual_ones(value, mask):
    assert str(value) == mask


@pytest.mark.parametrize(
    ("address", "mask"),
    [
        (HOME, "广东省高州市共和镇六王村…"),
        ("共和镇六王村委会上垌12号", "共和镇六王村委会…"),
        ("六王村第3村民小组", "六王村…"),
        ("六王村村民小组5号", "六王村…"),
        ("上村村3号", "上村村…"),
        ("六王村", "六王村"),
        ("高州市府前社区5栋", "高州市府前社区…"),
        ("新村镇东村路3号", "新村镇…"),
        ("高州市解放路3号", "高州市…"),
        ("上垌12号", "…"),
    ],
)
def test_an_address_is_shown_down_to_the_village(address, mask):
    assert str(Address(address)) == mask


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("138 1234 1234", "13812341234"),
        ("+86 138-1234-1234", "13812341234"),
        ("8613812341234", "13812341234"),
        ("１３８１２３４１２３４", "13812341234"),
        ("13812341234.0", "13812341234"),
        ("'13812341234", "13812341234"),
        ("\u202d13812341234\u202c", "13812341234"),
        ("（0668）8212345", "0668-8212345"),
        ("06688212345", "0668-8212345"),
        ("0668-8212345-801", "0668-8212345转801"),
        ("010-12345678 转 12", "010-12345678转12"),
        ("+86 20 12345678", "020-12345678"),
        ("8212345", "8212345"),
        ("400-123-4567", "4001234567"),
        ("00852 9123 4567", "+85291234567"),
    ],
)
def test_a_telephone_number_has_one_spelling(typed, kept):
    assert Phone(typed).reveal() == kept
    assert Phone(kept).reveal() == kept


@pytest.mark.parametrize(
    "typed",
    ["13812341234/13912341234", "13812341234、8212345", "13812341234 13912341234", "1381234123413912341234"],
)
def test_two_numbers_in_one_cell_are_refused(typed):
    with pytest.raises(Unfit) as refused:
        Phone(typed)
    assert str(refused.value) == "一格只填一个号码"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1381234123", "手机号应为 11 位，现有 10 位"),
        ("1.39E+10", "号码已被表格改成科学计数，后几位丢了，请照原件填写"),
        ("张三13812341234", "不像电话号码：应为 11 位手机号，或带区号的座机号"),
        ("", "不像电话号码：应为 11 位手机号，或带区号的座机号"),
    ],
)
def test_what_is_no_telephone_number_is_said_without_repeating_it(typed, sentence):
    with pytest.raises(Unfit) as refused:
        Phone(typed)
    assert str(refused.value) == sentence


@given(area=st.integers(100_000, 999_999), day=born, order=st.integers(0, 999))
def test_every_resident_number_with_its_check_digit_is_taken_and_no_other(area, day, order):
    first = f"{area}{day:%Y%m%d}{order:03}"
    number = IdNumber((first + resident_check(first)).lower())
    assert number.birth_date == day
    assert number.gender_hint is (Gender.MALE if order % 2 else Gender.FEMALE)
    for wrong in set("0123456789X") - {resident_check(first)}:
        with pytest.raises(Unfit, match="校验位"):
            IdNumber(first + wrong)


@given(day=st.dates(date(1900, 1, 1), date(1999, 12, 31)), order=st.integers(0, 999))
def test_old_numbers_of_fifteen_digits_are_taken_by_their_date(day, order):
    assert IdNumber(f"440923{day:%y%m%d}{order:03}").birth_date == day


@pytest.mark.parametrize(
    "typed", ["810000199408230021", "E12345678", "H1234567800", "12345678", "南字第012345号"]
)
def test_permits_passports_and_other_documents_are_taken(typed):
    assert IdNumber(typed).reveal() == typed


def test_other_documents_say_nothing_of_birth_and_gender():
    assert IdNumber("E12345678").birth_date is None
    assert IdNumber("E12345678").gender_hint is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("11010519491231002", "身份证号应为 18 位，现有 17 位"),
        ("110105199902300021", "身份证号里的出生日期不存在，请再核对一遍"),
        ("11O105194912310021", "身份证号应为 17 位数字，再加一位数字或 X"),
        ("1.1010519E+17", "号码已被表格改成科学计数，后几位丢了，请照原件填写"),
        ("无", "不像证件号码；没有就留空"),
        ("A1" * 16, "最多 30 字，现有 32 字"),
    ],
)
def test_a_mistaken_document_number_is_said_without_repeating_it(typed, sentence):
    with pytest.raises(Unfit) as refused:
        IdNumber(typed)
    assert str(refused.value) == sentence


@given(first=st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17))
def test_a_credit_code_is_taken_with_its_check_and_no_other(first):
    assert CreditCode((first + credit_check(first)).lower()).reveal() == first + credit_check(first)
    for wrong in set("0123456789ABCDEFGHJKLMNPQRTUWXY") - {credit_check(first)}:
        with pytest.raises(Unfit, match="校验位"):
            CreditCode(first + wrong)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("9135", "统一社会信用代码应为 18 位，现有 4 位"),
        ("O1350100M000100Y43", "统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z"),
    ],
)
def test_a_mistaken_credit_code_is_explained(typed, sentence):
    with pytest.raises(Unfit) as refused:
        CreditCode(typed)
    assert str(refused.value) == sentence
