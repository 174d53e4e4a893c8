"""What the minutes say, part by part; the letter and the screen say the same."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.figure import UNKNOWN
from mediation_tui.i18n import _, ngettext
from mediation_tui.review.minutes import Decided, LookedAt, Minutes


def title_of(minutes: Minutes) -> str:
    """What stands over them."""
    title = _("{town}矛盾纠纷周研判会议记录（{week}）")
    return title.format(town=minutes.town.name, week=minutes.meeting.week.label)


def attendance_lines(minutes: Minutes) -> Iterator[str]:
    """When and where, who led it, who came, who did not, who wrote it down."""
    meeting = minutes.meeting
    who = meeting.attendance
    yield _("时间：{day}").format(day=meeting.day)
    yield _("地点：{place}").format(place=meeting.place or UNKNOWN)
    yield _("主持人：{name}").format(name=who.chair)
    yield _("参会人员：{names}").format(names=_("、").join(who.present) or UNKNOWN)
    yield _("缺席人员：{names}").format(names=_("、").join(who.absent) or _("无"))
    yield _("记录人：{name}").format(name=who.recorder)


def numbers_line(minutes: Minutes) -> str:
    """The numbers, in one sentence."""
    said = (_("{name} {text}").format(name=each.name, text=each.text) for each in minutes.numbers)
    return _("{week}：{numbers}。").format(week=minutes.meeting.week, numbers=_("，").join(said))


def looked_lines(minutes: Minutes) -> Iterator[str]:
    """What was looked at, section by section."""
    yield from (looked_line(looked) for looked in minutes.looked)
    if not minutes.looked:
        yield _("没有逐项研判。")


def looked_line(looked: LookedAt) -> str:
    """How much of a section was looked at."""
    said = ngettext("{section}：{n} 项", "{section}：{n} 项", looked.count)
    return said.format(section=looked.section.label, n=looked.count)


def decision_line(decided: Decided, minutes: Minutes) -> str:
    """What is to be done about which case, by whom and by when."""
    said = _("{number}（{village}）：{text}承办人：{owner}；完成时限：{due}。")
    village = decided.village or minutes.town.name
    facts = {"text": _sentence(decided.text), "owner": decided.owner, "due": decided.due}
    return said.format(number=decided.number, village=village, **facts)


def signing_lines(minutes: Minutes) -> Iterator[str]:
    """Where everybody signs by hand; whoever closed the meeting is named."""
    closed = minutes.meeting.closed
    if closed:
        yield _("本记录的数字由{signer}核定。").format(signer=closed.signer)
    if closed and closed.note:
        yield _("备注：{note}").format(note=closed.note)
    yield _("主持人（签名）：")
    yield _("记录人（签名）：")
    yield _("参会人员（签名）：")


def draft_line(minutes: Minutes) -> str:
    """That the meeting still goes on; empty once it is closed."""
    return "" if minutes.meeting.closed else _("会议还没有散会，以下是草稿。")


def _sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith(("。", "！", "？", ".", "!", "?", "；")) else text + _("。")
