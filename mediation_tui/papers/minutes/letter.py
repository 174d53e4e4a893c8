"""The minutes as a letter laid out by GB/T 9704, with places to sign."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.i18n import N_, _
from mediation_tui.papers.letter.letter import Letter, Paragraph
from mediation_tui.papers.minutes import text
from mediation_tui.review.minutes import Minutes

_HEADINGS = (N_("会议情况"), N_("本周数字"), N_("研判事项"), N_("研判意见"), N_("签名"))


def minutes_letter(minutes: Minutes) -> Letter:
    """The letter, dated the day of the meeting."""
    return Letter(
        title=text.title_of(minutes),
        addressee="",
        body=tuple(_body(minutes)),
        signer_unit=minutes.town.office,
        dated=minutes.meeting.day,
    )


def _body(minutes: Minutes) -> Iterator[Paragraph]:
    held, numbers, looked, decided, signed = (Paragraph.plain(_(each), depth=1) for each in _HEADINGS)
    if draft := text.draft_line(minutes):
        yield Paragraph.plain(draft)
    yield held
    yield from map(Paragraph.plain, text.attendance_lines(minutes))
    yield numbers
    yield Paragraph.plain(text.numbers_line(minutes))
    yield looked
    yield from map(Paragraph.plain, text.looked_lines(minutes))
    yield decided
    for each in minutes.decisions:
        yield Paragraph.plain(text.decision_line(each, minutes), depth=3)
    if not minutes.decisions:
        yield Paragraph.plain(_("没有作出研判意见。"))
    yield signed
    yield from map(Paragraph.plain, text.signing_lines(minutes))
