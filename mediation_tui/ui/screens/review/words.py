"""What the review says at its head, of one line, and between meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rich.cells import cell_len

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.model.meeting import Meeting, MeetingHead
from mediation_tui.review.heads import Headline
from mediation_tui.review.lines import case_lines
from mediation_tui.review.masking import Names
from mediation_tui.review.minutes import place_name
from mediation_tui.review.sections import Line, SectionCode
from mediation_tui.review.sitting import Between, Sitting
from mediation_tui.review.walking import Walk
from mediation_tui.store.book import Book
from mediation_tui.ui.screens.review.card import CardLine
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.toned import Line as Words
from mediation_tui.ui.widgets.toned import Said
from mediation_tui.ui.words import short_day

_LATE = frozenset({SectionCode.OVERDUE, SectionCode.DEFAULTED, SectionCode.MISSING})
"""Sections whose reasons are late already."""
_GAP = 2
"""Cells between two numbers."""
_A_DAY = timedelta(hours=12)


def progress_line(sitting: Sitting, now: datetime | None, *, masked: bool) -> Words:
    """Which week, how far, for how long where the time is told, and whether names are shown."""
    gap = Said(f" {marks().dot} ", "muted")
    walk = sitting.walk
    told = _("已议 {done} / {all}").format(done=walk.done, all=len(walk.lines))
    week = _("{week}研判").format(week=sitting.meeting.week.label)
    since = (gap, Said(passed(sitting.meeting, now))) if now else ()
    shown = Said(_("姓名已遮掩"), "muted") if masked else Said(_("姓名没有遮掩"), "late")
    return (Said(week, "strong"), gap, Said(told, "accent"), *since, gap, shown, Said(" Ctrl+N", "muted"))


def passed(meeting: Meeting, now: datetime) -> str:
    """How long ago a meeting began; its day where that was long ago."""
    since = now - meeting.recorded_at
    if since >= _A_DAY:
        return _("{day} 开会").format(day=meeting.day)
    n = int(since.total_seconds()) // 60
    return ngettext("用时 {n} 分", "用时 {n} 分", n).format(n=n)


def numbers_lines(heads: Iterable[Headline], cells: int) -> tuple[Words, ...]:
    """The numbers, each with its change since the last meeting where that is known; none is torn apart by a line's end."""
    rows: list[list[Said]] = [[]]
    for head in heads:
        number = list(_number(head))
        taken = sum(cell_len(said.text) for said in (*rows[-1], *number)) - _GAP
        if rows[-1] and taken > cells:
            rows.append([])
        rows[-1] += number
    return tuple(map(tuple, rows))


def _number(head: Headline) -> Iterator[Said]:
    yield Said(f"{head.figure.name} ", "muted")
    yield Said(head.figure.text, "strong")
    if head.change is not None:
        yield Said(f" {head.change:+d}" if head.change else " ±0", "accent" if head.change else "muted")
    yield Said(" " * _GAP)


def where_line(walk: Walk, place: int, village: str) -> Words:
    """Which section and village, how much of each was looked at, and whether this line was."""
    section, line = walk.section_at(place), walk.lines[place]
    here = walk.village_at(place)
    code = f"{walk.sections.index(section) + 1}/{len(walk.sections)}"
    gap = Said(f" {marks().dot} ", "muted")
    seen = Said(f"{marks().done} {_('已议')}", "green") if walk.is_seen(line) else Said(_("未议"), "muted")
    return (
        Said(f"{code} ", "muted"),
        Said(f"{section.code.label} ", "accent"),
        Said(f"{walk.seen_among(section.lines)}/{len(section.lines)}"),
        gap,
        Said(f"{village} ", "accent"),
        Said(f"{here.index(line) + 1}/{len(here)}"),
        gap,
        seen,
    )


@dataclass(frozen=True)
class Shown:
    """What is said of the line under the cursor.

    Attributes:
        lines: What it is about, and why it is here.
        case: The case; none where the line is about a place.
    """

    lines: tuple[CardLine, ...]
    case: Case | None


def shown(walk: Walk, place: int, book: Book, today: date, *, masked: bool, large: bool) -> Shown:
    """What is said of a line; only its own case is read.

    Args:
        walk: The agenda.
        place: Which line.
        book: The office's records.
        today: The office's date.
        masked: Whether people are shown by their surnames alone.
        large: Whether only the essential is said.

    Raises:
        NotFound: The case is no longer there.
    """
    line = walk.lines[place]
    if line.case is None:
        where = CardLine(_("地点"), place_name(book.town, line.place or ""), "strong")
        return Shown((where, _why(line, None, masked)), None)
    case = book.case(line.case)
    ten = [each for each in case_lines(case, book, today, masked=masked) if each.essential or not large]
    said = [CardLine(str(each.label), str(each.text), _tone(number)) for number, each in enumerate(ten)]
    elsewhere = () if large else tuple(_elsewhere(walk, line))
    return Shown((*said[:2], _why(line, case, masked), *said[2:], *elsewhere), case)


def _tone(number: int) -> Tone:
    """The case's number and its people stand out."""
    return "strong" if number < 2 else "plain"


def _why(line: Line, case: Case | None, masked: bool) -> CardLine:
    """Why the line is here, its people named as elsewhere on the card."""
    why = _("；").join(map(str, line.why)) or line.section.label
    said = Names(case, masked).hide(why) if case else why
    return CardLine(_("为什么看"), said, "late" if line.section in _LATE else "warn")


def _elsewhere(walk: Walk, line: Line) -> Iterator[CardLine]:
    """In which other sections the case stands that nobody has looked at."""
    others = [
        each.section.label
        for each in walk.lines
        if each.case == line.case and each.section is not line.section and not walk.is_seen(each)
    ]
    if others:
        yield CardLine(_("还列在"), _("、").join(others), "muted")


def last_line(between: Between) -> str:
    """Which was the last meeting."""
    last = between.last
    if last is None:
        return _("还没有开过会。")
    said = _("上次：{meeting}。").format(meeting=meeting_words(last))
    return said if last.closed else said + _("它还没有散会：光标移到它上面按 Enter 接着开。")


def meeting_words(meeting: MeetingHead) -> str:
    """A meeting in one line: day, week, chair."""
    facts = {"day": meeting.day, "week": meeting.week.label, "chair": meeting.attendance.chair}
    return _("{day} 研判{week}，{chair}主持").format(**facts)


def agenda_words(between: Between) -> str:
    """What there will be to look at."""
    counted = [
        _("{section} {n}").format(section=each.code.label, n=len(each.lines))
        for each in between.agenda.sections
        if each.lines
    ]
    if not counted:
        return _("这一周没有要研判的。")
    n = len(between.agenda.lines)
    said = ngettext("要看 {n} 项：{sections}。", "要看 {n} 项：{sections}。", n)
    return said.format(n=n, sections=_("，").join(counted))


def meeting_cells(meeting: MeetingHead, today: date) -> tuple[str, ...]:
    """A meeting as it is listed."""
    state = _("进行中") if meeting.open else _("已散会")
    who = meeting.attendance
    return (short_day(meeting.day, today), meeting.week.label, state, who.chair, meeting.place)
