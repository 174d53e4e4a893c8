"""Printing to stdout: lines, and JSON that any terminal's encoding can carry."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_jsonable_python


def print_lines(lines: Iterable[str]) -> None:
    """Print lines as they come."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def print_json(value: Any) -> None:
    """Print one JSON value, indented."""
    print_lines([json.dumps(value, ensure_ascii=_plain(), indent=2)])


def print_array(values: Iterable[Any]) -> None:
    """Print a JSON array, one element to a line and no more than one in memory."""
    ascii_only = _plain()
    between = "[\n"
    for value in values:
        sys.stdout.write(between + json.dumps(value, ensure_ascii=ascii_only))
        between = ",\n"
    sys.stdout.write("[]\n" if between == "[\n" else "\n]\n")


def json_of(record: BaseModel, *, reveal: bool) -> Any:
    """A record in values JSON knows; personal facts show their masks unless revealed."""
    if reveal:
        return record.model_dump(mode="json")
    return to_jsonable_python(record.model_dump(), fallback=str)


def _plain() -> bool:
    """Whether stdout takes ASCII alone, as far as JSON is concerned: another encoding might lose a name."""
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
