"""A table as it is described: its headings, its items, and the sums that have to hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Described

from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.tables.words import Across, Among, Amount, Field, Lines
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.problems import Unfit
from mediation_tui.model.screening import RoundKind
from mediation_tui.model.text import Story, Words
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Averted,
    Category,
    CommitteeKind,
    Difficulty,
    Discovery,
    Entruster,
    Governance,
    Level,
    MediationKind,
    Outcome,
    Source,
)

CODES: Mapping[Field, type[Word]] = {
    Field.COMMITTEE: CommitteeKind,
    Field.LEVEL: Level,
    Field.RESOLVED_AT: Level,
    Field.SOURCE: Source,
    Field.DISCOVERY: Discovery,
    Field.ENTRUSTER: Entruster,
    Field.CATEGORY: Category,
    Field.GOVERNANCE: Governance,
    Field.FORM: AgreementForm,
    Field.OUTCOME: Outcome,
    Field.DIFFICULTY: Difficulty,
    Field.MEDIATION_KIND: MediationKind,
    Field.AVERTED: Averted,
    Field.ROUND: RoundKind,
}
"""The codes a condition on each field may name."""

PLACEHOLDERS = frozenset({"year", "month", "period", "town", "office"})
"""What may stand in braces in a title."""


def _listed(value: Any) -> Any:
    """One thing where a list of things is asked."""
    return value if isinstance(value, list | tuple) else (value,)


Listed = Annotated[tuple[Words, ...], BeforeValidator(_listed)]
Several = Annotated[Listed, Described(min_length=1)]
Conditions = dict[Field, Several]


class Item(Frozen):
    """One line or column of a table: what is counted in it.

    Attributes:
        id: Its name in checks, ratios and headings.
        heading: What stands over it, from the widest heading to the narrowest.
        heading_en: The same in English; the Chinese where it is left out.
        among: Which disputes, before the conditions. None for a ratio.
        where: Conditions that all hold; each names the codes a dispute may have.
        people_from: Only disputes that affect at least so many persons.
        people_below: Only disputes that affect fewer persons than this.
        count: What is added up over them.
        ratio: The ids of two other items, the part and the whole.
        shown: Whether it has a column; one that is not shown serves checks and headings.
    """

    id: Words
    heading: Several
    heading_en: Listed = ()
    among: Among | None = None
    where: Conditions = Described(default_factory=dict)
    people_from: int | None = Described(default=None, ge=0)
    people_below: int | None = Described(default=None, ge=1)
    count: Amount = Amount.CASES
    ratio: tuple[Words, Words] | None = None
    shown: bool = True

    @model_validator(mode="after")
    def _says_what_it_counts(self) -> Self:
        if (self.among is None) == (self.ratio is None):
            raise Unfit(
                N_("项目“{id}”要写 among（数哪些纠纷）或 ratio（哪两项之比），写其中一个"), id=self.id
            )
        if self.heading_en and len(self.heading_en) != len(self.heading):
            raise Unfit(N_("项目“{id}”的 heading_en 和 heading 层数不同"), id=self.id)
        return self

    @cached_property
    def headings(self) -> tuple[Phrase, ...]:
        """What stands over it, in both languages."""
        english = self.heading_en or ("",) * len(self.heading)
        return tuple(Phrase(source, said) for source, said in zip(self.heading, english, strict=True))


class Check(Frozen):
    """A sum that has to hold in every line: the parts together are what the others are together.

    Attributes:
        parts: Ids of items.
        equals: Ids of items.
    """

    parts: Several
    equals: Several


class TableDescription(Frozen):
    """An official table.

    Attributes:
        id: Its name on the command line.
        title: With `{year}`, `{month}`, `{period}`, `{town}` or `{office}` where these belong.
        lines: What each line is about; where lines are items, `across` says what the columns are.
        unit: What the numbers are counted in, as printed at the right of the head.
        total_first: Whether all places together stand above the places; below them otherwise.
        only: Conditions that every item shares.
        item: Its items, in their order.
        check: Sums that have to hold.
        notes: What is printed under the table.
        unverified: What about the form is not known for certain; printed with the notes.
        signers: Who signs at the foot, in their order.
    """

    id: Words
    title: Words
    title_en: Words | None = None
    lines: Lines = Lines.COMMITTEES
    across: tuple[Across, ...] = ()
    unit: Words
    unit_en: Words | None = None
    total_first: bool = False
    only: Conditions = Described(default_factory=dict)
    item: tuple[Item, ...] = Described(min_length=1)
    check: tuple[Check, ...] = ()
    notes: tuple[Story, ...] = ()
    notes_en: tuple[Story, ...] = ()
    unverified: Story = ""
    unverified_en: Story = ""
    signers: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _has_columns(self) -> Self:
        if (self.lines is Lines.ITEMS) != bool(self.across):
            raise Unfit(N_('每行是一项内容（lines = "items"）时要写 across（各列），否则不写'))
        return self

    @property
    def name(self) -> Phrase:
        """The title in both languages, its places still open."""
        return Phrase(self.title, self.title_en or "")

    def items(self) -> Mapping[str, Item]:
        """The items by their ids."""
        return {item.id: item for item in self.item}
