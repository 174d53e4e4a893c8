"""Case numbers: the pattern of a committee's series, and when two spellings are one number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit
from mediation_tui.model.text import LINE_LIMIT, words

_BRACKETS = str.maketrans("〔[{【〈《〕]}】〉》‐‑‒–—―−", "((((((" + "))))))" + "-------")
_SLOT = re.compile(r"\{(?:(?P<year>year)|(?P<serial>serial)(?::(?P<digits>[1-9]))?)\}")
_YEAR, _SERIAL = "(?P<year>[1-9][0-9]{3})", "(?P<serial>[0-9]{1,9})"


def normalise(number: str) -> str:
    """The key under which two spellings of one number are equal.

    Kinds of brackets and dashes, widths, case, spaces and leading zeros make no difference.
    """
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", _folded(number))


@dataclass(frozen=True, slots=True)
class NumberTemplate:
    """How a committee writes its case numbers, such as `（{year}）共和民调字第{serial}号`.

    Attributes:
        text: The pattern, with `{year}` and `{serial}` once each; `{serial:3}` fills up to three digits with zeros.

    Raises:
        Unfit: The pattern lacks one of the two, has one twice, or has other braces.
    """

    text: str
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", words(self.text))
        slots = sorted(slot["year"] or slot["serial"] for slot in _SLOT.finditer(self.text))
        if slots != ["serial", "year"]:
            raise Unfit(N_("编号格式里要有一个 {{year}} 和一个 {{serial}}，分别代表年份和序号"))
        if re.search("[{}]", _SLOT.sub("", self.text)):
            raise Unfit(N_("编号格式里的花括号只能用于 {{year}} 和 {{serial}}"))
        object.__setattr__(self, "_pattern", self._compiled())

    def format(self, year: int, serial: int) -> str:
        """The number of a case.

        Args:
            year: The four digits of the year of the series.
            serial: Its place in the series, from 1.
        """

        def filled(slot: re.Match[str]) -> str:
            return str(year) if slot["year"] else str(serial).zfill(int(slot["digits"] or 1))

        return _SLOT.sub(filled, self.text)

    def parse(self, number: str) -> tuple[int, int] | None:
        """The year and serial of a number of this series however it is spelt; nothing for other numbers."""
        if not (found := self._pattern.fullmatch(_folded(number))):
            return None
        year, serial = int(found["year"]), int(found["serial"])
        return (year, serial) if serial else None

    def __str__(self) -> str:
        return self.text

    def _compiled(self) -> re.Pattern[str]:
        """What every spelling of a number of this series looks like once folded."""
        pattern, end = "", 0
        for slot in _SLOT.finditer(self.text):
            pattern += re.escape(_folded(self.text[end : slot.start()]))
            pattern += _YEAR if slot["year"] else _SERIAL
            end = slot.end()
        return re.compile(pattern + re.escape(_folded(self.text[end:])))

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls(value)
        raise PydanticKnownError("string_type")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=LINE_LIMIT)
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            json_schema_input_schema=text,
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=text, when_used="json"
            ),
        )


def _folded(text: str) -> str:
    """The text with one kind of bracket and dash, half-width, in one case, without spaces."""
    folded = unicodedata.normalize("NFKC", text).translate(_BRACKETS).casefold()
    return "".join(folded.split())
