"""What the tests of reports share: the quarter that can be counted on the fingers, and how it is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from tests.cli.conftest import Said, Say
from tests.figures.known import DAY, a_quarter

QUARTER = ("--from", "2026-04-01", "--to", "2026-06-30")

SCHEMAS = {
    "statement": "statement",
    "annual": "annual",
    "ministry": "table",
    "governance": "table",
    "county": "table",
    "prevention": "table",
    "balance": "table",
    "comparison": "comparison",
    "measures": "measures",
    "questions": "questions",
    "ledger": "case-list",
}
"""Every report that is counted when it is asked for, and the schema its JSON keeps to."""


def quarter_book(folder: Path) -> str:
    """A book with the quarter in it, closed."""
    office = a_quarter(folder)
    office.book.close()
    return office.book.location


def ask(say: Say, book: str, report: str, *options: object, period: tuple[str, ...] = QUARTER) -> Said:
    """A report on the last day the quarter's book knows."""
    return say("--book", book, "report", *report.split(), *period, *options, today=DAY)


def values(say: Say, book: str, report: str, *options: object, period: tuple[str, ...] = QUARTER) -> Any:
    """A report for programs, held against its schema."""
    said = ask(say, book, report, *options, "--json", period=period)
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    name = SCHEMAS.get(report.split()[0], "table")
    Draft202012Validator(schema(name)).validate(found)
    return found


def refused(said: Said, code: int = 1) -> str:
    """The one sentence a command was refused with."""
    assert (said.code, said.out) == (code, "")
    assert "Traceback" not in said.err
    assert "程序内部出错" not in said.err
    assert said.err.count("\n") == 1, said.err
    return said.err
