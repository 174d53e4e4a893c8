"""A report that was drafted or signed, as a paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from mediation_tui.clock import Clock
from mediation_tui.i18n import _
from mediation_tui.model.base import Frozen
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.reporting import Changes, Report, ReportStep
from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.issued.details import cases_sheet
from mediation_tui.papers.issued.sheet import changes_sheet, issued_sheet
from mediation_tui.papers.paper import Paper, stem_of
from mediation_tui.papers.sheet import About
from mediation_tui.rules.reporting import drafted


class IssuedRecord(Frozen):
    """A report with the way it took.

    Attributes:
        report: What it says.
        digest: The hash over all it says.
        steps: Its steps, without what they say.
    """

    report: Report
    digest: str
    steps: tuple[ReportStep, ...]


def issued_paper(steps: Sequence[ReportStep], people: Sequence[Person], *, prepared_on: date) -> Paper:
    """A report in every form it can leave in.

    Args:
        steps: All its steps.
        people: The roster, for the names of whoever took them.
        prepared_on: The date of a covering letter.
    """
    report = drafted(steps)
    sheet = issued_sheet(report, steps, people)

    def values() -> Any:
        bare = tuple(step.model_copy(update={"report": None}) for step in steps)
        return IssuedRecord(report=report, digest=report.digest, steps=bare).model_dump(mode="json")

    remark = _("截止 {instant}，校验码 {digest}").format(
        instant=report.as_of.isoformat(), digest=report.digest
    )
    return Paper(
        stem=stem_of(report.title),
        about=About(report.title, report.office, report.as_of, remark),
        sheet=sheet,
        behind=(cases_sheet(report), *([changes_sheet(report.against)] if report.against else ())),
        values=values,
        letter=partial(covering_letter, sheet, report.office, prepared_on),
    )


def changes_paper(changes: Changes, town: Town, clock: Clock) -> Paper:
    """What became of a signed report, in every form it can leave in.

    Args:
        changes: What is different.
        town: Whose report it is.
        clock: Tells the present.
    """
    sheet = changes_sheet(changes)
    return Paper(
        stem=stem_of(sheet.title),
        about=About(sheet.title, town.office, clock.now()),
        sheet=sheet,
        behind=(),
        values=lambda: changes.model_dump(mode="json"),
        letter=partial(covering_letter, sheet, town.office, clock.today()),
    )
