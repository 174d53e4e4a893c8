"""Personal facts that show themselves masked.

`repr`, `str` and `format` of a personal value give the mask, so that lists, logs, tracebacks and screenshots
never show it by accident; `reveal()` gives the text and can be searched for. Values are immutable, equal by
text, and validate from and serialise to plain strings in Pydantic.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar, NoReturn, Self, final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from mediation_tui.model.identifiers import (
    DOCUMENT_LIMIT,
    born_on,
    read_credit_code,
    read_document,
    read_phone,
)
from mediation_tui.model.text import LINE_LIMIT, words
from mediation_tui.model.vocabulary import Gender


class Personal:
    """A text about a person, masked wherever it is shown.

    Raises:
        Unfit: The text is not what the class says it is.
    """

    __slots__ = ("_text",)
    _text: str
    limit: ClassVar[int]
    """The most characters the text can have."""

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", self._read(text))

    @classmethod
    def _read(cls, text: str) -> str:
        """The text in its one spelling."""
        raise NotImplementedError

    def _masked(self) -> str:
        """What may be seen of the text."""
        raise NotImplementedError

    def reveal(self) -> str:
        """The text itself, for those who may see it."""
        return self._text

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(name)

    def __str__(self) -> str:
        return self._masked()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._masked()!r})"

    def __format__(self, spec: str) -> str:
        return format(self._masked(), spec)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._text))

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._text,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls(value)
        raise PydanticKnownError("string_type")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=cls.limit)
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            json_schema_input_schema=text,
            serialization=core_schema.plain_serializer_function_ser_schema(
                cls.reveal, return_schema=text, when_used="json"
            ),
        )


@final
class Phone(Personal):
    """One telephone number; the mask of a mobile is 138****1234, that of a landline keeps its area code."""

    __slots__ = ()
    limit = 24
    _read = staticmethod(read_phone)

    def _masked(self) -> str:
        number = self._text.partition("转")[0]
        area, dash, local = number.rpartition("-")
        if dash:
            return f"{area}-****{local[-3:]}"
        return f"{local[:3]}****{local[-4:]}" if len(local) > 8 else f"****{local[-3:]}"


@final
class IdNumber(Personal):
    """The number of an identity document; the mask shows the last four signs."""

    __slots__ = ()
    limit = DOCUMENT_LIMIT
    _read = staticmethod(read_document)

    @property
    def birth_date(self) -> date | None:
        """The birth date a resident's number holds; nothing for other documents."""
        return born_on(self._text)

    @property
    def gender_hint(self) -> Gender | None:
        """The gender a resident's number was given for; nothing for other documents."""
        if self.birth_date is None:
            return None
        order = self._text[16] if len(self._text) == 18 else self._text[14]
        return Gender.MALE if int(order) % 2 else Gender.FEMALE

    def _masked(self) -> str:
        shown = 4 if len(self._text) >= 12 else len(self._text) // 3
        return f"****{self._text[-shown:]}"


@final
class Address(Personal):
    """Where someone lives; the mask ends with the village or community, or failing that the town."""

    __slots__ = ()
    limit = LINE_LIMIT
    _read = staticmethod(words)

    def _masked(self) -> str:
        end = _village_ends(self._text) or _town_ends(self._text)
        return self._text if end == len(self._text) else f"{self._text[:end]}…"


@final
class CreditCode(Personal):
    """A unit's unified social credit code; the mask shows four signs at either end."""

    __slots__ = ()
    limit = 18
    _read = staticmethod(read_credit_code)

    def _masked(self) -> str:
        return f"{self._text[:4]}…{self._text[-4:]}"


def _village_ends(address: str) -> int:
    """Where the village's or community's name ends; 0 if none is named. 新村镇 and 东村路 are no villages."""
    suffix = r"(?:村民委员会|居民委员会|村委会|居委会|社区|村(?!民小组|[镇乡街路巷道]|村(?!民)))"
    found = re.search(rf"[^\W\d_]{{1,12}}?{suffix}", address)
    return found.end() if found else 0


def _town_ends(address: str) -> int:
    """Where the name of the town, or of the smallest larger area, ends; 0 if none is named."""
    for suffixes in ("街道|镇|乡", "县|区", "市", "省"):
        if found := re.search(rf"[^\W\d_]{{1,12}}?(?:{suffixes})", address):
            return found.end()
    return 0
