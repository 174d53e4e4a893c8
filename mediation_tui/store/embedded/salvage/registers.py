"""What is left of each record that is its steps: they are kept as they were, and a missing one stays missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from mediation_tui.rules.registers import REGISTERS, REPORTS, Register
from mediation_tui.store.embedded.salvage.finds import Find, Finds
from mediation_tui.store.embedded.salvage.report import RecordLeft, ReportLeft

OTHERS = tuple(register for register in REGISTERS if register is not REPORTS)
"""The registers beside the reports, which people know by their titles."""


def reports_in(finds: Finds) -> tuple[ReportLeft, ...]:
    """Every report of which a step was found."""
    return tuple(
        ReportLeft(report_id, _title(steps), len(steps), steps[-1].number - len(steps))
        for report_id, steps in _records(finds, REPORTS)
    )


def records_in(finds: Finds, register: Register[Any]) -> tuple[RecordLeft, ...]:
    """Every record of a register of which a step was found."""
    return tuple(
        RecordLeft(register.table, record_id, len(steps), steps[-1].number - len(steps))
        for record_id, steps in _records(finds, register)
    )


def _records(finds: Finds, register: Register[Any]) -> Iterator[tuple[str, list[Find]]]:
    """The steps that were found, record by record."""
    steps = finds.of(register.table, "ORDER BY subject, number")
    for record_id, found in groupby(steps, lambda step: str(step.document[register.names_record])):
        yield record_id, list(found)


def _title(steps: list[Find]) -> str:
    titles = [str(step.document["report"]["title"]) for step in steps if step.document.get("report")]
    return titles[-1] if titles else ""
