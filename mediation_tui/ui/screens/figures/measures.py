"""The page of companion measures: each of one place, beside last year and its own past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from mediation_tui.figures.earlier import known_before, last_year
from mediation_tui.figures.figure import CASES, Figure, Ratio
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.measures import MEASURES, MeasureGroup, Measures, measures_of
from mediation_tui.figures.measures.comparing import comparable
from mediation_tui.figures.measures.reading import CaseloadReader
from mediation_tui.figures.records import require_sound
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Leaving, Page, Setting, Source
from mediation_tui.ui.screens.figures.places import place_name
from mediation_tui.ui.screens.figures.stops import Behind, Stop, figure_stop, shown
from mediation_tui.ui.screens.figures.view import Row, Sheet, View
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.bars import bar, columns
from mediation_tui.ui.widgets.numbers import Heading, Number

if TYPE_CHECKING:
    from mediation_tui.papers.paper import Paper

_LEAST_BAR = 10
_OTHERS = 100
"""Cells the room needs beside the bars where names stand in full."""


@dataclass(frozen=True)
class Measured:
    """The measures of a place.

    Attributes:
        now: Of the period.
        last_year: Of the same days a year earlier; none from before the book's first dispute.
        earlier: Of the periods before, oldest first.
        whole: Whether what it is compared to has been counted too.
    """

    now: Measures
    last_year: Measures | None = None
    earlier: tuple[Measures, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class _Compared:
    """One measure with its own past."""

    now: Figure
    last_year: Figure | None
    earlier: tuple[Figure, ...]


def read(asked: Asked, source: Source) -> Iterator[Measured]:
    """The period at once, then last year, then the periods before: each is shown as soon as it is there.

    Every case is proven last: nobody waits for it to read the figures, only to save them.
    """
    with keeping_all():
        reader = CaseloadReader(source.records, MEASURES.values(), asked.place, source.progress)
        yield from _measured(reader, asked.period, source.began)
    require_sound(source.records, progress=source.proving)


def _measured(reader: CaseloadReader, period: Period, began: date | None) -> Iterator[Measured]:
    """The measures of a period with more and more of its past."""
    (now,) = _counted(reader, period)
    yield Measured(now)
    then = last_year(period, now.basis.counted_to)
    (old,) = _counted(reader, then) if began and then.last >= began else (None,)
    yield Measured(now, old)
    yield Measured(now, old, _counted(reader, *known_before(period, began)), whole=True)


def _counted(reader: CaseloadReader, *periods: Period) -> tuple[Measures, ...]:
    """Every measure of the place in some periods."""
    return tuple(map(measures_of, reader.read(*periods)))


def paper(leaving: Leaving) -> Paper:
    """The period's measures to be saved as a file."""
    from mediation_tui.papers.measures.paper import measures_paper

    setting = leaving.setting
    return measures_paper(leaving.found.now, setting.town, prepared_on=setting.today)


def view(measured: Measured, asked: Asked, setting: Setting) -> View:
    """A row for each measure under the name of its group; the group's guard with each number."""
    now = measured.now
    rows = tuple(row for place in range(len(now.groups)) for row in _group(measured, place, setting))
    headings = (
        Heading(_("本期")),
        Heading("", align="left"),
        Heading(_("去年同期")),
        Heading(_("走势"), align="left"),
    )
    sheet = Sheet(_("指标"), headings, rows, longest_name=32 if setting.width >= _OTHERS else 22)
    sentence = _("{place} {dot} {period}的指标").format(
        place=place_name(now.scope, setting.town), dot=marks().dot, period=now.basis.period.label
    )
    return View(sentence, now.basis, sheet.numbers, sheet.stops, tuple(_beneath(measured)))


def _beneath(measured: Measured) -> Iterator[str]:
    if not measured.whole:
        yield _("去年同期和走势统计完才有。")
        return
    if measured.last_year is None:
        yield _("去年同期案件簿里还没有案件，不知道，不是 0。")
        return
    yield _("细线 {tick} 和“去年同期”是 {period}；走势是前 {n} 期，只同自己的过去比。").format(
        tick=marks().tick, period=measured.last_year.basis.period.label, n=len(measured.earlier)
    )


def _group(measured: Measured, place: int, setting: Setting) -> Iterator[Row]:
    group = measured.now.groups[place]
    yield Row(str(group.name))
    for number, figure in enumerate(group.figures):
        then = measured.last_year.groups[place].figures[number] if measured.last_year else None
        earlier = tuple(each.groups[place].figures[number] for each in measured.earlier)
        stops = _stops(_Compared(figure, then, earlier), group, setting, whole=measured.whole)
        yield Row(str(figure.name), tuple(stops))


def _stops(compared: _Compared, group: MeasureGroup, setting: Setting, *, whole: bool) -> Iterator[Stop]:
    now, then, guard = compared.now, compared.last_year, str(group.guard)
    few = _height(now) is not None and not comparable(now)
    stop = figure_stop(now, now.basis.period.label, tone="muted" if few else "plain", remark=guard)
    yield Stop(Number(_with_unit(now), stop.number.tone), stop.words, stop.behind, guard)
    tone: Tone = "muted" if few else "accent"
    yield Stop(Number(_bar(compared, setting), tone), stop.words, stop.behind, guard)
    if then is None:
        yield Stop(Number(marks().dash if whole else marks().more, "muted"), stop.words, stop.behind, guard)
    else:
        old = figure_stop(then, then.basis.period.label, remark=guard)
        yield Stop(Number(_with_unit(then), "muted"), old.words, old.behind, guard)
    yield _trend(compared, guard, few=few)


def _bar(compared: _Compared, setting: Setting) -> str:
    """A share as a bar, with last year's mark where both may be compared; nothing for what is no share."""
    if not isinstance(compared.now.value, Ratio):
        return ""
    then = compared.last_year
    may = then is not None and comparable(then) and comparable(compared.now)
    cells = max(_LEAST_BAR, setting.width - _OTHERS)
    return bar(compared.now.value.value, cells, _height(then) if then and may else None)


def _trend(compared: _Compared, guard: str, *, few: bool) -> Stop:
    """The place's own earlier periods, which can all be opened."""
    drawn = (
        _("件数少，不比较")
        if few
        else columns(_height(each) if comparable(each) else None for each in compared.earlier)
    )
    known = [each for each in compared.earlier if _height(each) is not None]
    listed = _("，").join(f"{each.basis.period.label} {_with_unit(each)}" for each in known)
    words = _("{name} {dot} 前 {n} 期：{listed}").format(
        name=compared.now.name, dot=marks().dot, n=len(compared.earlier), listed=listed or marks().dash
    )
    return Stop(Number(drawn, "muted"), words, tuple(_behind(compared.earlier)), guard)


def _behind(earlier: Sequence[Figure]) -> Iterator[Behind]:
    for figure in reversed(earlier):
        period = figure.basis.period.label
        if figure.whole is None:
            yield Behind(period, figure.cases)
            continue
        yield Behind(_("{period} 分子").format(period=period), figure.cases)
        yield Behind(_("{period} 在分母、不在分子").format(period=period), figure.whole - figure.cases)


def _height(figure: Figure) -> Fraction | None:
    value = figure.value
    return value.value if isinstance(value, Ratio) else None if value is None else Fraction(value)


def _with_unit(figure: Figure) -> str:
    """A figure with its unit, where that is not cases."""
    known = figure.value is not None and not isinstance(figure.value, Ratio)
    return f"{shown(figure)} {figure.unit}" if known and figure.unit != CASES else shown(figure)


PAGE: Page = Page(PageName.MEASURES, read, view, paper, offers=frozenset({"place", "export"}))
"""指标."""
