"""What the case screen says of the limits that run for a case: every one, nearest first, hints last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.rules.clocks import Clock, clocks_of
from mediation_tui.store.book import Book
from mediation_tui.ui.widgets.toned import Line, Said
from mediation_tui.ui.words import days_words


def clock_lines(case: Case, book: Book, today: date) -> tuple[Line, ...]:
    """Every limit with where it comes from; instalments after the next one share a line, hints and quiet another."""
    clocks = clocks_of(case, book.rules, book.calendar)
    return tuple(_lines(case, clocks, today))


def _lines(case: Case, clocks: tuple[Clock, ...], today: date) -> Iterator[Line]:
    owed = [clock for clock in clocks if clock.purpose is Purpose.PERFORMANCE]
    aside = []
    for clock in clocks:
        if clock in owed[1:] or clock.shut(today):
            continue
        if clock.hint or (clock.purpose is Purpose.SILENCE and clock.days_left(today) >= 0):
            aside.append(clock)
        elif clock.purpose is Purpose.SILENCE:
            days = (today - case.last_on).days
            yield _limit(Said(ngettext("{n} 天无动静", "{n} 天无动静", days).format(n=days), "warn"))
        else:
            yield _limit(*_said(clock, case, today))
    if owed[1:]:
        more = _("另有 {n} 期履行，最后一期 {day}").format(n=len(owed) - 1, day=owed[-1].due)
        yield _limit(Said(more, "muted"))
    yield from _aside(aside)


def _limit(*parts: Said) -> Line:
    return (Said(_("时限  "), "muted"), *parts)


def _said(clock: Clock, case: Case, today: date) -> Iterator[Said]:
    extended = _("（已延期）") if clock.extended else ""
    yield Said(f"{clock.label}{extended}  ")
    words, tone = days_words(clock.days_left(today))
    pause = case.round.paused
    if clock.stopped_on and pause:
        said = _("{day} 起中止（{ground}）").format(day=pause.since, ground=pause.ground.label)
        yield Said(f"{said}  {words}", "warn")
    else:
        yield Said(words, tone)
    yield Said("  " + "".join(_notes(clock, today)), "muted")


def _notes(clock: Clock, today: date) -> Iterator[str]:
    """Where a limit comes from, what was not counted or had to be assumed, and what follows when it is past."""
    yield clock.rule.authority if clock.rule else _("约定 {day}").format(day=clock.due)
    if clock.rule and clock.rule.local:
        yield _("（本地）")
    if clock.paused:
        yield ngettext("（中止 {n} 天不计）", "（中止 {n} 天不计）", clock.paused).format(n=clock.paused)
    if clock.assumed:
        yield _("（节假日未公布，按周末推算）")
    if clock.rule and clock.rule.consequence and clock.days_left(today) < 0:
        yield _("；期满：{ending}").format(ending=clock.rule.consequence)


def _aside(clocks: Iterable[Clock]) -> Iterator[Line]:
    """What only reminds or hints, in one line."""
    said = [
        _("{day} 起算无动静").format(day=clock.due)
        if clock.purpose is Purpose.SILENCE
        else _("{hint}约到 {day}").format(hint=clock.label, day=clock.due)
        for clock in clocks
    ]
    if said:
        yield (Said(_("提示  "), "muted"), Said(_("；").join(said), "muted"))
