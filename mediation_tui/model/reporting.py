"""Reports that people sign: what was counted, frozen, and the steps a report takes (domain handbook §7.7).

A report is its steps, and what was signed stays as it was signed: nothing in it has a default, so that what a later
version adds does not change what is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.instant import Instant
from mediation_tui.model.problems import Unfit
from mediation_tui.model.steps import Hash, Kept, Step
from mediation_tui.model.text import Line, Story, Words


class ReportState(Word):
    """How far a report has come; the labels are the steps' names."""

    DRAFT = "draft", N_("草稿")
    REVIEWED = "reviewed", N_("审核")
    ISSUED = "issued", N_("签发")
    SUBMITTED = "submitted", N_("上报")
    RETURNED = "returned", N_("回退")


class FrozenFigure(Kept):
    """One figure as it was printed.

    Attributes:
        line: The code of its line, and `line_name` what the line is called.
        column: The code of its column, and `column_name` what the column is called.
        heads: What is printed over its column, from the widest heading to the narrowest.
        text: As it is printed; “—” and 未报 are texts too.
        value: The number behind it; none where there is none.
        cases: The ids of the cases it counts.
        whole: Of a share, the ids of the cases it is a share of; none for a plain count.
        formula: How it is counted, in words.
    """

    line: str
    line_name: str
    column: str
    column_name: str
    heads: tuple[str, ...]
    text: str
    value: Annotated[float, Field(allow_inf_nan=False)] | int | str | None
    cases: tuple[str, ...]
    whole: tuple[str, ...] | None
    formula: str

    @field_validator("value")
    @classmethod
    def _spelt_alike_by_every_engine(cls, value: float | str | None) -> float | str | None:
        return int(value) if isinstance(value, float) and value.is_integer() else value


class FrozenChange(Kept):
    """What became of one figure of an earlier report since it was signed.

    Attributes:
        line: The code of its line, and `line_name` what the line is called.
        column: The code of its column, and `column_name` what the column is called.
        before: As it was signed.
        after: As it would be printed now.
        late: Of the cases by which it differs, those with something of the period that was written down later (补录).
        corrected: The others, of which something was changed or that went on after the period (更正).
    """

    line: str
    line_name: str
    column: str
    column_name: str
    before: str
    after: str
    late: tuple[str, ...]
    corrected: tuple[str, ...]


class Changes(Kept):
    """What became of an earlier report, listed in the next one.

    Attributes:
        report: The id of the earlier report.
        title: Its title.
        changes: Figure by figure; empty where nothing changed.
        numbers: The number of every case a change names, by its id.
    """

    report: str
    title: str
    changes: tuple[FrozenChange, ...]
    numbers: Mapping[str, str]


class Report(Kept):
    """Everything a report says, as it was counted.

    Attributes:
        id: UUIDv7 as text; it stays the same while a draft is counted again.
        kind: `statement`, or the id of an official table.
        title: As it is printed.
        office: Who reports, as the office was called then.
        unit: What its figures are counted in, in words.
        first: The first day of its period.
        last: The last day of its period.
        by: What its lines are.
        as_of: What was known at this instant was counted, UTC.
        date_basis: By which date cases belong to the period.
        counted_by: The version of the program that counted.
        notes: What is said under it, line by line.
        description: The full text of the table's description; empty where the program knows the table itself.
        figures: Every figure in it.
        against: What became of the report of this kind that was signed before, if there is one.
        numbers: The number of every case any figure counts, by its id.
        positions: How far the book had come: for each chain, the number of its last event.
    """

    id: Words
    kind: Words
    title: Words
    office: Words
    unit: Words
    first: date
    last: date
    by: str
    as_of: Instant
    date_basis: str
    counted_by: str
    notes: tuple[str, ...]
    description: str
    figures: tuple[FrozenFigure, ...]
    against: Changes | None
    numbers: Mapping[str, str]
    positions: Mapping[str, int]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.last < self.first:
            raise Unfit(N_("报告期间的结束不能早于开始"))
        if not all(self.numbers.keys() >= set(_cases_of(figure)) for figure in self.figures):
            raise Unfit(N_("报告所列案件有的没有案号"))
        return self

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all it says, in its one spelling."""
        return canonical_hash(self.document)


def _cases_of(figure: FrozenFigure) -> tuple[str, ...]:
    return (*figure.cases, *(figure.whole or ()))


class ReportStep(Step):
    """One step of a report.

    Attributes:
        report_id: Whose step it is.
        state: What the report is since then.
        signer: Who signed, in an issued step; empty in every other.
        signed_on: The date beside the signature, likewise.
        note: What was said; why it was returned.
        digest: Of the report it is about.
        report: The report itself, in a draft step alone.
        supersedes: The returned report this one answers, if it does; the same in all its steps.
    """

    names_record = "report_id"

    report_id: str
    state: ReportState
    signer: Line
    signed_on: date | None
    note: Story
    digest: Hash
    report: Report | None
    supersedes: str | None


class ReportHead(Frozen):
    """A report in one line: its latest step, without its figures.

    Attributes:
        id: The report.
        begun: Its place among the book's reports in the order they were begun, from 1, by which people call it.
        number: The number of its latest step.
        state: What it is.
        actor: Who took that step.
        at: When, UTC.
        signer: Who signed it, once it is issued.
        signed_on: The date beside the signature.
        digest: Of what it says now.
        supersedes: The returned report it answers, if it does.
    """

    id: str
    begun: int
    number: int
    state: ReportState
    kind: str
    title: str
    first: date
    last: date
    actor: str
    at: Instant
    signer: str
    signed_on: date | None
    digest: str
    supersedes: str | None
