"""The page of official tables: those the program comes with, and an office's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_tui.figures.figure import UNKNOWN
from mediation_tui.figures.measures.scope import Scope
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.reading import read_description, shipped_table, shipped_tables
from mediation_tui.figures.tables.table import Table, TableLine
from mediation_tui.figures.tables.words import Lines
from mediation_tui.i18n import N_, _, language, ngettext
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Leaving, Page, Setting, Source
from mediation_tui.ui.screens.figures.stops import figure_stop
from mediation_tui.ui.screens.figures.view import Row, Sheet, View, aside
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.numbers import Heading

if TYPE_CHECKING:
    from mediation_tui.figures.issued.drafting import Wanted
    from mediation_tui.model.places import Town
    from mediation_tui.papers.paper import Paper

SHORT = {
    "ministry": N_("部颁统计表"),
    "governance": N_("综治排查表"),
    "county": N_("县局月报表"),
    "prevention": N_("预防效果表"),
    "balance": N_("结转平衡表"),
}
"""What the shipped tables are called in a word, in the order they are offered."""

_LONGEST_NAME = 26
_LONGEST_HEADING = 3


def description_of(table: str) -> TableDescription:
    """The description of a shipped table, or of an office's own at a path.

    Raises:
        MediationError: There is none, or there is a mistake in it.
    """
    return shipped_table(table) if table in shipped_tables() else read_description(Path(table))[0]


def read(asked: Asked, source: Source) -> Iterator[Table]:
    """Count the table, then prove its cases: until that is done, what is shown is not saved and not signed."""
    figures = PeriodFigures(source.records, asked.period, progress=source.proving)
    yield figures.table(description_of(asked.table))
    figures.prove()


def view(table: Table, asked: Asked, setting: Setting) -> View:
    """Title, table, notes; the cases whose kind nobody has confirmed below it."""
    rows = list(_rows(table, _ids_of(asked.place, setting.town)))
    *above, last = rows
    total = last if table.lines[-1].total else None
    below = _proposed(table)
    sheet = Sheet(
        str(table.corner),
        tuple(_headings(table)),
        (*(above if total else rows), *below),
        total,
        _LONGEST_NAME,
        _LONGEST_HEADING,
    )
    return View(_title(table), table.basis, sheet.numbers, sheet.stops, tuple(_notes(table)))


def paper(leaving: Leaving) -> Paper:
    """The table to be saved as a file."""
    from mediation_tui.papers.official.paper import table_paper

    town, today = leaving.setting.town, leaving.setting.today
    return table_paper(leaving.found, town, prepared_on=today, reporter=town.office)


def _title(table: Table) -> str:
    return f"{table.title} {marks().dot} {_unit(table.description)}"


def _unit(description: TableDescription) -> str:
    said = description.unit_en if language() == "en" and description.unit_en else description.unit
    return _("单位：{unit}").format(unit=said)


def _headings(table: Table) -> Iterator[Heading]:
    for column in table.columns:
        *groups, text = map(str, column.headings)
        yield Heading(text, tuple(groups))


def _rows(table: Table, chosen: frozenset[str]) -> Iterator[Row]:
    if table.description.lines is Lines.ITEMS:
        yield from _items(table)
    else:
        for line in table.lines:
            yield _row(table, line, not line.total and line.id in chosen)


def _items(table: Table) -> Iterator[Row]:
    """The lines of a table whose lines are its items, those of one heading under it."""
    shown = [item for item in table.description.item if item.shown]
    above: tuple[str, ...] = ()
    for line, item in zip(table.lines, shown, strict=True):
        *groups, name = map(str, item.headings)
        if groups and tuple(groups) != above:
            yield Row(" ".join(groups))
        above = tuple(groups)
        yield _row(table, line, name=f"  {name}" if groups else name)


def _row(table: Table, line: TableLine, marked: bool = False, name: str = "") -> Row:
    by_item = table.description.lines is Lines.ITEMS
    stops = []
    for column, figure in zip(table.columns, line.figures, strict=True):
        title = " ".join(map(str, column.headings))
        where, called = (title, str(line.name)) if by_item else (str(line.name), title)
        stops.append(figure_stop(figure, where, name=called))
    return Row((name or str(line.name)).replace("·", marks().dot), tuple(stops), marked)


def _ids_of(place: Scope, town: Town) -> frozenset[str]:
    """The ids under which a table may have a chosen place, be its lines grids, villages or committees."""
    if place.village is None:
        return frozenset()
    grids = {grid.id for village in town.villages if village.id == place.village for grid in village.grids}
    committees = {each.id for each in town.committees if each.village == (place.village or None)}
    return frozenset({place.village, *committees, *([place.grid] if place.grid else grids)})


def _proposed(table: Table) -> tuple[Row, ...]:
    if not table.proposed:
        return ()
    words = _("综治类别按对照表推定、还没有人确认的案件")
    return aside(_("类别待确认"), words, table.proposed, len(table.columns))


def _notes(table: Table) -> Iterator[str]:
    """What is not certain first, then what is printed under the table."""
    english, description = language() == "en", table.description
    if remark := description.unverified_en if english else description.unverified:
        yield _("未核实：{remark}").format(remark=remark)
    if n := len(table.proposed):
        yield ngettext(
            "其中 {n} 件的综治类别按对照表推定，还没有人确认。",
            "其中 {n} 件的综治类别按对照表推定，还没有人确认。",
            n,
        ).format(n=n)
    notes = description.notes_en if english and description.notes_en else description.notes
    yield from (note.replace(UNKNOWN, marks().dash) for note in notes)


def wanted(asked: Asked) -> Wanted:
    """The table as a report; an office's own goes with its description."""
    from mediation_tui.figures.issued.drafting import Wanted

    if asked.table in shipped_tables():
        return Wanted(asked.table)
    description, text = read_description(Path(asked.table))
    return Wanted(description.id, description=text)


PAGE: Page = Page(
    PageName.TABLES, read, view, paper, wanted, frozenset({"table", "place", "export", "draft"})
)
"""官方表."""
