"""The page of comparison: each place beside itself, last year and in the periods before; never beside other places.

Places stand in the town's order and are never sorted by a share; a share out of few disputes is drawn faintly and
not compared (domain handbook §10).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from mediation_tui.figures.comparing import (
    READING,
    Compared,
    comparable,
    compared_statement,
    few,
    share_of,
)
from mediation_tui.figures.figure import FEW, Share
from mediation_tui.figures.lines import Place
from mediation_tui.figures.records import require_sound
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import FORMULAS, Line, Reach, Statement
from mediation_tui.i18n import _
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Leaving, Page, Setting, Source
from mediation_tui.ui.screens.figures.places import is_line_of
from mediation_tui.ui.screens.figures.statement import name_of
from mediation_tui.ui.screens.figures.stops import Behind, Stop, opening, ratio_shown
from mediation_tui.ui.screens.figures.view import Row, Sheet, View
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.bars import bar, columns
from mediation_tui.ui.widgets.numbers import Heading, Number

if TYPE_CHECKING:
    from mediation_tui.papers.paper import Paper

_LEAST_BAR = 10
_OTHERS = 96
"""Cells the room needs beside its bars where both shares are in view."""


def read(asked: Asked, source: Source) -> Iterator[Compared]:
    """Count the period and its past; every case of the book is proven after that, before they can be saved."""
    yield compared_statement(source.records, asked.period, source.began, asked.by)
    require_sound(source.records, progress=source.proving)


def paper(leaving: Leaving) -> Paper:
    """The comparison to be saved as a file."""
    from mediation_tui.papers.comparison.paper import comparison_paper

    setting = leaving.setting
    return comparison_paper(leaving.found, setting.town, prepared_on=setting.today)


def view(compared: Compared, asked: Asked, setting: Setting) -> View:
    """A bar for each place and share, with what it was divided by, last year and its own past beside it."""
    row = partial(_row, compared=compared, asked=asked, setting=setting)
    now = compared.now
    sheet = Sheet(now.by.label, tuple(_headings()), tuple(map(row, now.lines)), row(now.total))
    then = compared.last_year.basis.period.label
    beneath = _(
        "条是本期，细线 {tick} 是去年同期（{period}）；走势是前 {n} 期。各地按名册顺序，只同自己的过去比，不足 {few} 件的不比较。"
    ).format(tick=marks().tick, period=then, n=len(compared.earlier), few=FEW)
    return View(sentence_of(now), now.basis, sheet.numbers, sheet.stops, (beneath,))


def _headings() -> Iterator[Heading]:
    for reach in Reach:
        group = _("{reach}（{reading}）").format(reach=reach.label, reading=READING.label)
        yield Heading(_("本期"), (group,))
        yield Heading("", (group,), align="left")
        yield Heading(_("去年同期"), (group,))
        yield Heading(_("走势"), (group,), align="left")


def _row(line: Line, compared: Compared, asked: Asked, setting: Setting) -> Row:
    name = name_of(line.place, compared.now, setting)
    cells = max(_LEAST_BAR, (setting.width - _OTHERS) // 2)
    stops = tuple(stop for reach in Reach for stop in _stops(line, name, reach, compared, cells))
    return Row(name, stops, is_line_of(line.place, asked.place, compared.now.by))


def _stops(line: Line, name: str, reach: Reach, compared: Compared, cells: int) -> Iterator[Stop]:
    now, then = line.share(reach, READING), share_of(compared.last_year, line.place, reach)
    said = partial(_said, name, reach)
    tick = None if few(now) else comparable(then)
    words, behind = said(compared.now, now), opening(now.part, now.whole)
    tone: Tone = "muted" if few(now) else "plain"
    yield Stop(Number(ratio_shown(now.ratio), tone), words, behind)
    yield Stop(Number(bar(now.value, cells, tick), "muted" if few(now) else "accent"), words, behind)
    words, behind = said(compared.last_year, then), opening(then.part, then.whole)
    yield Stop(Number(ratio_shown(then.ratio), "muted"), words, behind)
    yield _trend(line.place, name, reach, compared, hidden=few(now) and bool(now.whole))


def _trend(place: Place | None, name: str, reach: Reach, compared: Compared, *, hidden: bool) -> Stop:
    """The place's own earlier periods, which can all be opened, and are not drawn beside a share out of few."""
    past = [(statement, share_of(statement, place, reach)) for statement in compared.earlier]
    drawn = _("件数少，不比较") if hidden else columns(comparable(share) for _statement, share in past)
    known = ((statement.basis.period.label, share) for statement, share in past if share.whole)
    listed = _("，").join(f"{label} {ratio_shown(share.ratio)}" for label, share in known)
    words = _("{name} {dot} {reach} {dot} 前 {n} 期：{listed}").format(
        name=name, dot=marks().dot, reach=reach.label, n=len(past), listed=listed or marks().dash
    )
    return Stop(Number(drawn, "muted"), words, tuple(_behind(past)))


def _behind(past: Iterable[tuple[Statement, Share]]) -> Iterator[Behind]:
    for statement, share in reversed(list(past)):
        label = statement.basis.period.label
        yield Behind(_("{period} 分子").format(period=label), share.part)
        yield Behind(_("{period} 在分母、不在分子").format(period=label), share.whole - share.part)


def _said(name: str, reach: Reach, statement: Statement, share: Share) -> str:
    return _("{name} {dot} {period} {reach} {share} ＝ {formula}").format(
        name=name,
        dot=marks().dot,
        period=statement.basis.period.label,
        reach=reach.label,
        share=ratio_shown(share.ratio),
        formula=_(FORMULAS[reach, READING]),
    )


PAGE: Page = Page(PageName.COMPARISON, read, view, paper, offers=frozenset({"by", "place", "export"}))
"""对比."""
