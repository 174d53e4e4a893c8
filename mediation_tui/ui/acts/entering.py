"""From what was typed into a form to the record of an act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from mediation_tui.model.reading import read_amount, read_count, read_date
from mediation_tui.ui.acts.actform import Answers
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.widgets.fieldspec import FieldKind, FieldSpec

T = TypeVar("T")

_READERS: dict[FieldKind, Callable[[str], Any]] = {
    "money": read_amount,
    "number": read_count,
    "date": read_date,
}


def entered(specs: Iterable[FieldSpec], typed: Answers, build: Callable[[Answers], T]) -> T:
    """What the answers make, with amounts, counts and dates read from what was typed.

    Args:
        specs: What was asked.
        typed: The form's values.
        build: Makes the record.

    Raises:
        InvalidEntry: With everything that is wrong, in reading and in building.
    """
    findings = Findings()
    answers = dict(typed)
    for spec in specs:
        text = answers.get(spec.name)
        if spec.kind in _READERS and isinstance(text, str):
            answers[spec.name] = None
            with findings.within(spec.name):
                answers[spec.name] = _READERS[spec.kind](text)
    with findings.within():
        made = build(answers)
    findings.refuse()
    return made
