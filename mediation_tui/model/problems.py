"""From what Pydantic found wrong to sentences for people.

A validator refuses a value by raising `Unfit`, which is at once one of our errors and the `ValueError` that
Pydantic collects; `problems_of` takes the sentences out again. What Pydantic itself refuses is said through
one table. No sentence ever repeats what was entered: it may be an ID number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


class Unfit(MediationError, ValueError):
    """One value cannot be recorded as it was written; the sentence says why."""


_GENERAL = N_("这一项填得不对")
_TEXT = N_("这一项应为文字")
_DATE = N_("应为日期，如 2024-05-06")
_INSTANT = N_("应为日期和时间，如 2024-05-06T09:30:00Z")
_TIME = N_("应为时间，如 09:30")
_WHOLE_NUMBER = N_("应为整数")
_NUMBER = N_("应为数字")
_YES_OR_NO = N_("应为是或否")
_CHOICE = N_("不在可选的项目之内")
_KIND = N_("不认识的种类")
_LIST = N_("应为一列项目")
_GROUP = N_("应为一组项目")
_ID = N_("应为标准的编码（UUID）")
_JSON = N_("不是正确的 JSON")

_SENTENCES: dict[str, str] = {
    "missing": N_("必填"),
    "extra_forbidden": N_("多出了不认识的项目"),
    "none_required": N_("这一项应留空"),
    "frozen_instance": N_("记下的内容不能改动"),
    "frozen_field": N_("记下的内容不能改动"),
    "string_type": _TEXT,
    "string_unicode": N_("含有无法识别的字符"),
    "string_not_ascii": N_("只能填英文字母、数字和半角符号"),
    "string_too_short": N_("至少 {min_length:,} 字"),
    "string_too_long": N_("最多 {max_length:,} 字"),
    "string_pattern_mismatch": N_("格式不对"),
    "too_short": N_("至少 {min_length:,} 项"),
    "too_long": N_("最多 {max_length:,} 项"),
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "union_tag_invalid": _KIND,
    "union_tag_not_found": N_("没有写明种类"),
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "int_type": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": N_("数字太大"),
    "int_from_float": _WHOLE_NUMBER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "decimal_max_digits": N_("最多 {max_digits} 位数字"),
    "decimal_max_places": N_("小数最多 {decimal_places} 位"),
    "decimal_whole_digits": N_("整数部分最多 {whole_digits} 位"),
    "greater_than": N_("应大于 {gt}"),
    "greater_than_equal": N_("不应小于 {ge}"),
    "less_than": N_("应小于 {lt}"),
    "less_than_equal": N_("不应大于 {le}"),
    "multiple_of": N_("应为 {multiple_of} 的倍数"),
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": N_("这里只填日期，不填时间"),
    "date_past": N_("应为过去的日期"),
    "date_future": N_("应为将来的日期"),
    "time_type": _TIME,
    "time_parsing": _TIME,
    "datetime_type": _INSTANT,
    "datetime_parsing": _INSTANT,
    "datetime_object_invalid": _INSTANT,
    "datetime_from_date_parsing": _INSTANT,
    "timezone_aware": N_("时间没有写明时区"),
    "timezone_naive": N_("时间不应带时区"),
    "timezone_offset": N_("时间的时区不对"),
    "uuid_type": _ID,
    "uuid_parsing": _ID,
    "uuid_version": _ID,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "iterable_type": _LIST,
    "dict_type": _GROUP,
    "mapping_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dataclass_type": _GROUP,
    "bytes_type": _TEXT,
    "is_instance_of": N_("内容的种类不对"),
    "json_type": _JSON,
    "json_invalid": _JSON,
}

_LIMITS = frozenset(
    {
        "min_length",
        "max_length",
        "max_digits",
        "decimal_places",
        "whole_digits",
        "gt",
        "ge",
        "lt",
        "le",
        "multiple_of",
    }
)
"""What Pydantic says of a refusal that comes from the field's description, never from what was entered."""


def problems_of(error: ValidationError) -> InvalidEntry:
    """Every problem Pydantic found, each with its field and its sentence."""
    found = error.errors(include_url=False, include_input=False)
    return InvalidEntry([Problem(_field(details), _sentence(details)) for details in found])


def _field(details: ErrorDetails) -> str:
    """The dotted name of the field; the steps Pydantic adds for its own functions and unions are left out."""
    return ".".join(str(step) for step in details["loc"] if "[" not in str(step))


def _sentence(details: ErrorDetails) -> MediationError:
    """What is wrong: the validator's own sentence, or the one the table has for Pydantic's."""
    context = details.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, MediationError):
        return cause
    limits = {name: fact for name, fact in context.items() if name in _LIMITS}
    return Unfit(_SENTENCES.get(details["type"], _GENERAL), **limits)
