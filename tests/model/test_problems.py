"""Whatever Pydantic refuses is said in a sentence, field by field."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, get_args

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core.core_schema import ErrorType

from mediation_tui.errors import InvalidEntry, MediationError
from mediation_tui.model import problems
from mediation_tui.model.base import Word
from mediation_tui.model.personal import IdNumber
from mediation_tui.model.problems import problems_of


class Colour(Word):
    RED = "red", "红"


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    phone: IdNumber


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    people: list[Cat]


def refused(kind, value):
    with pytest.raises(ValidationError) as invalid:
        TypeAdapter(kind).validate_python(value)
    return problems_of(invalid.value)


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (str, 1, "这一项应为文字"),
        (Annotated[str, Field(max_length=5000)], "字" * 5001, "最多 5,000 字"),
        (Annotated[str, Field(min_length=2)], "字", "至少 2 字"),
        (Annotated[list[int], Field(min_length=2)], [1], "至少 2 项"),
        (Annotated[tuple[int, ...], Field(max_length=1)], [1, 2], "最多 1 项"),
        (Colour, "blue", "不在可选的项目之内"),
        (Literal["a"], "b", "不在可选的项目之内"),
        (date, "2024-02-30", "应为日期，如 2024-05-06"),
        (date, "明天", "应为日期，如 2024-05-06"),
        (date, [], "应为日期，如 2024-05-06"),
        (datetime, "明天", "应为日期和时间，如 2024-05-06T09:30:00Z"),
        (Decimal, "两千", "应为数字"),
        (Annotated[Decimal, Field(decimal_places=2)], "0.005", "小数最多 2 位"),
        (int, "3.5", "应为整数"),
        (int, 3.5, "应为整数"),
        (bool, "也许", "应为是或否"),
        (Annotated[int, Field(gt=0)], 0, "应大于 0"),
        (Annotated[Decimal, Field(ge=Decimal("0.5"))], 0, "不应小于 0.5"),
        (Annotated[date, Field(le=date(2024, 5, 6))], date(2024, 5, 7), "不应大于 2024-05-06"),
        (Annotated[Cat | Dog, Field(discriminator="kind")], {"kind": "cow"}, "不认识的种类"),
        (Annotated[Cat | Dog, Field(discriminator="kind")], {}, "没有写明种类"),
        (Entry, [], "应为一组项目"),
        (list[int], 5, "应为一列项目"),
    ],
)
def test_what_pydantic_refuses_is_said_in_a_sentence(kind, value, sentence):
    assert str(refused(kind, value)) == sentence


def test_each_problem_names_its_field():
    found = refused(Entry, {"people": [{"phone": "E1234567"}, {"phone": "无"}], "extra": 1})
    assert isinstance(found, InvalidEntry)
    assert [(problem.field, str(problem)) for problem in found.problems] == [
        ("title", "必填"),
        ("people.1.phone", "不像证件号码；没有就留空"),
        ("extra", "多出了不认识的项目"),
    ]


def test_a_validators_own_error_is_kept_as_it_is():
    (problem,) = refused(Cat, {"phone": "11010519491231002"}).problems
    assert isinstance(problem.error, MediationError)
    assert problem.error.facts == {"length": 17}


def test_what_was_entered_is_never_repeated():
    found = refused(Cat, {"phone": 110105194912310021, "kind": "秘密"})
    assert "1101" not in f"{found} {found.problems!r} {found.facts}"
    assert "秘密" not in f"{found} {found.problems!r} {found.facts}"


def test_an_error_not_in_the_table_gets_a_general_sentence():
    def strange(value: str) -> str:
        raise ValueError(value)

    from pydantic import AfterValidator

    assert str(refused(Annotated[str, AfterValidator(strange)], "秘密")) == "这一项填得不对"


def test_every_sentence_of_the_table_is_for_an_error_pydantic_has():
    assert set(problems._SENTENCES) <= set(get_args(ErrorType))
