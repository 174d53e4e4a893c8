"""The statement as a table on the screen: what stands where, and the cases behind each number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_tui.figures.columns import BESIDE, FLOW
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.lines import line_name
from mediation_tui.figures.statement import FORMULAS, Beside, Column, Line, Reach, Reading, Statement
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.places import Town
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.numbers import Heading, Number, NumberRow, Numbers

_ASK_ATTENTION: dict[Column, Tone] = {Beside.PAST_TERM: "late", Beside.HELD_PAST_TERM: "warn"}


@dataclass(frozen=True)
class Stop:
    """A number the cursor can stand on.

    Attributes:
        number: How it is shown.
        words: What it counts, with its line and column.
        cases: The cases behind it.
    """

    number: Number
    words: str
    cases: CaseIds

    def __str__(self) -> str:
        """What it counts, and what Enter would open."""
        n = len(self.cases)
        opened = ngettext("Enter 打开 {n} 件", "Enter 打开 {n} 件", n)
        said = opened if n else ngettext("{n} 件", "{n} 件", n)
        return f"{said.format(n=n)} {marks().dot} {self.words}"


@dataclass(frozen=True)
class StatementTable:
    """A statement laid out for the screen.

    Attributes:
        numbers: What is drawn.
        stops: What each number stands for, row by row, the total last.
    """

    numbers: Numbers
    stops: tuple[tuple[Stop, ...], ...]


def statement_table(statement: Statement, town: Town) -> StatementTable:
    """Lay out a statement."""
    lines = (*statement.lines, statement.total)
    names = [line_name(line.place, town, statement.by).replace("·", marks().dot) for line in lines]
    stops = tuple(tuple(_stops(line, name)) for line, name in zip(lines, names, strict=True))
    *rows, total = (
        NumberRow(name, tuple(stop.number for stop in row)) for name, row in zip(names, stops, strict=True)
    )
    return StatementTable(Numbers(statement.by.label, tuple(_headings()), tuple(rows), total), stops)


def _headings() -> Iterator[Heading]:
    for group in FLOW:
        yield from (Heading(column.label, (group.label,)) for column in group.columns)
    for reach in Reach:
        for reading in Reading:
            yield Heading(reading.label, (reach.label,))
            yield Heading("", (reach.label,), align="left", joined=True)
    yield from (Heading(column.label, (BESIDE.label,)) for column in BESIDE.columns)


def _stops(line: Line, name: str) -> Iterator[Stop]:
    for group in FLOW:
        yield from (_count(line, name, column) for column in group.columns)
    for reach in Reach:
        for reading in Reading:
            yield from _share(line, name, reach, reading)
    yield from (_count(line, name, column) for column in BESIDE.columns)


def _count(line: Line, name: str, column: Column) -> Stop:
    cases = line.cases(column)
    tone = _ASK_ATTENTION.get(column, "plain") if cases else "muted"
    return Stop(Number(str(len(cases)), tone), _said(name, column.label), cases)


def _share(line: Line, name: str, reach: Reach, reading: Reading) -> Iterator[Stop]:
    """The numerator with its percentage, then the denominator."""
    share = line.share(reach, reading)
    title = _("{reach}（{reading}）").format(reach=reach.label, reading=reading.label)
    above, _sign, below = _(FORMULAS[reach, reading]).partition(" ÷ ")
    tone: Tone = "strong" if reading is Reading.CONCLUDED else "plain"
    if not share.whole:
        nothing = _said(name, _("{title}：没有可比的纠纷，不算比率").format(title=title))
        yield Stop(Number(marks().dash, "muted"), nothing, share.part)
        yield Stop(Number(""), nothing, share.whole)
        return
    part = _("{title}的分子：{words}").format(title=title, words=above)
    whole = _("{title}的分母：{words}").format(title=title, words=below)
    yield Stop(Number(f"{share.percent} {len(share.part)}", tone), _said(name, part), share.part)
    yield Stop(Number(f"/{len(share.whole)}", "muted"), _said(name, whole), share.whole)


def _said(name: str, what: str) -> str:
    return _("{name} {dot} {what}").format(name=name, dot=marks().dot, what=what)


def beside_line(statement: Statement) -> str:
    """What always stands beside the flow, for the whole town."""
    total = statement.total
    parts = [f"{column.label} {len(total.cases(column))}" for column in BESIDE.columns]
    unknown = _("未报排查 {unknown}").format(unknown=marks().dash)
    return _("另列：{parts}").format(parts=f" {marks().dot} ".join((*parts, unknown)))
