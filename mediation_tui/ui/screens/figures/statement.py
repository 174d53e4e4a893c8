"""The page of the statement: the flow of disputes by place, and what stayed in the village and the town."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from mediation_tui.figures.columns import BESIDE, FLOW
from mediation_tui.figures.lines import Place, line_name
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import FORMULAS, Beside, Column, Line, Reach, Reading, Statement
from mediation_tui.i18n import _
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Leaving, Page, Setting, Source
from mediation_tui.ui.screens.figures.places import is_line_of
from mediation_tui.ui.screens.figures.stops import Stop, opening
from mediation_tui.ui.screens.figures.view import Row, Sheet, View
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.numbers import Heading, Number

if TYPE_CHECKING:
    from mediation_tui.figures.issued.drafting import Wanted
    from mediation_tui.papers.paper import Paper

_ASK_ATTENTION: dict[Column, Tone] = {Beside.PAST_TERM: "late", Beside.HELD_PAST_TERM: "warn"}


def read(asked: Asked, source: Source) -> Iterator[Statement]:
    """Count the period, then prove its cases: until that is done, what is shown is not saved and not signed."""
    figures = PeriodFigures(source.records, asked.period, progress=source.proving)
    yield figures.statement(asked.by)
    figures.prove()


def view(statement: Statement, asked: Asked, setting: Setting) -> View:
    """Sentence, table, and what always stands beside the flow."""
    row = partial(_row, statement=statement, asked=asked, setting=setting)
    sheet = Sheet(
        statement.by.label, tuple(_headings()), tuple(map(row, statement.lines)), row(statement.total)
    )
    return View(
        sentence_of(statement), statement.basis, sheet.numbers, sheet.stops, (beside_line(statement),)
    )


def paper(leaving: Leaving) -> Paper:
    """The statement to be saved as a file."""
    from mediation_tui.papers.statement import statement_paper

    town, today = leaving.setting.town, leaving.setting.today
    return statement_paper(leaving.found, town, prepared_on=today, reporter=town.office)


def name_of(place: Place | None, statement: Statement, setting: Setting) -> str:
    """What a line is called, with the dot this terminal can draw."""
    return line_name(place, setting.town, statement.by).replace("·", marks().dot)


def beside_line(statement: Statement) -> str:
    """What always stands beside the flow, for the whole town."""
    total = statement.total
    parts = [f"{column.label} {len(total.cases(column))}" for column in BESIDE.columns]
    missing = statement.unreported(None)
    unreported = _("未报排查 {n}").format(n=marks().dash if missing is None else missing)
    return _("另列：{parts}").format(parts=f" {marks().dot} ".join((*parts, unreported)))


def _row(line: Line, statement: Statement, asked: Asked, setting: Setting) -> Row:
    name = name_of(line.place, statement, setting)
    return Row(name, tuple(_stops(line, name)), is_line_of(line.place, asked.place, statement.by))


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
    return Stop(Number(str(len(cases)), tone), _said(name, column.label), opening(cases))


def _share(line: Line, name: str, reach: Reach, reading: Reading) -> Iterator[Stop]:
    """The numerator with its percentage, then the denominator."""
    share = line.share(reach, reading)
    title = _("{reach}（{reading}）").format(reach=reach.label, reading=reading.label)
    above, _sign, below = _(FORMULAS[reach, reading]).partition(" ÷ ")
    tone: Tone = "strong" if reading is Reading.CONCLUDED else "plain"
    if not share.whole:
        nothing = _said(name, _("{title}：没有可比的纠纷，不算比率").format(title=title))
        yield Stop(Number(marks().dash, "muted"), nothing)
        yield Stop(Number(""), nothing)
        return
    part = _("{title}的分子：{words}").format(title=title, words=above)
    whole = _("{title}的分母：{words}").format(title=title, words=below)
    number = Number(f"{share.percent} {len(share.part)}", tone)
    yield Stop(number, _said(name, part), opening(share.part, share.whole))
    yield Stop(Number(f"/{len(share.whole)}", "muted"), _said(name, whole), opening(share.whole))


def _said(name: str, what: str) -> str:
    return _("{name} {dot} {what}").format(name=name, dot=marks().dot, what=what)


def wanted(asked: Asked) -> Wanted:
    """The statement as a report."""
    from mediation_tui.figures.issued.drafting import Wanted
    from mediation_tui.figures.issued.freezing import STATEMENT

    return Wanted(STATEMENT, asked.by)


PAGE: Page = Page(
    PageName.STATEMENT, read, view, paper, wanted, frozenset({"by", "place", "export", "draft"})
)
"""小事不出村统计."""
