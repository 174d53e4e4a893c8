"""A printed table as a value: what xlsx, csv and the terminal are all made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated

from pydantic import Field

from mediation_tui.i18n import _
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.chart import Chart
from mediation_tui.papers.heads import Head


class RowKind(Enum):
    """What a row stands for."""

    BODY = "body"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True)
class Row:
    """One row of a table; it has a cell for each column of the head."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True)
class UnitLine:
    """The line under the title that says who reports, for when, and counted in what.

    Attributes:
        reporter: The unit that fills the table in and seals it (填报单位).
        period: The time it is about, in words (填报时间).
        measures: What the figures count (单位), such as 件、人、万元.
    """

    reporter: str
    period: str
    measures: str

    def parts(self) -> tuple[str, str, str]:
        """The left, middle and right part as printed."""
        return (
            _("填报单位（盖章）：{unit}").format(unit=self.reporter),
            _("填报时间：{period}").format(period=self.period),
            _("单位：{measures}").format(measures=self.measures),
        )


@dataclass(frozen=True)
class Signer:
    """A place at the foot of a table where someone answers for its truth (统计法 Art 24).

    Attributes:
        role: In what office he or she signs.
        name: Who signed; empty to be filled in by hand.
    """

    role: str
    name: str = ""

    def __str__(self) -> str:
        return _("{role}：{name}").format(role=self.role, name=self.name)


def unsigned() -> tuple[Signer, ...]:
    """The foot of an official table, to be filled in by hand."""
    roles = (_("单位负责人"), _("审核人"), _("签发人"), _("制表人"), _("联系电话"))
    return tuple(Signer(role) for role in roles)


@dataclass(frozen=True)
class Sheet:
    """One table on paper.

    Attributes:
        title: The line over the table.
        heads: The headings, as a tree.
        rows: What stands below them.
        name: The tab's name in a workbook; the title unless given.
        unit_line: Who reports, for when, in what; tables for the desk do without.
        notes: Visible lines below: date basis, formulas, as-of time, version.
        signers: Who signs at the foot.
        landscape: Whether the paper lies on its side.
        charts: What is drawn below the table in a workbook; not a part of its data.
        roomy: Whether every row is high enough to be written in by hand; not a part of its data.
    """

    title: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...] = ()
    name: str = ""
    unit_line: UnitLine | None = None
    notes: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    landscape: bool = True
    charts: Annotated[tuple[Chart, ...], Field(exclude=True)] = ()
    roomy: Annotated[bool, Field(exclude=True)] = False


@dataclass(frozen=True)
class About:
    """What a file says about itself in its document properties.

    Attributes:
        title: What it is.
        author: The office it comes from.
        created: The instant it was made; the same one gives the same bytes.
        remark: Version and as-of time, for whoever asks later.
    """

    title: str
    author: str
    created: datetime
    remark: str = ""


@dataclass(frozen=True)
class Workbook:
    """Several sheets that leave as one file, none of them hidden."""

    about: About
    sheets: tuple[Sheet, ...]
