"""Was much entered late just as the period ended?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mediation_tui.clock import local_date
from mediation_tui.figures.figure import Ratio
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, day_said, put, share_said
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.figures.questions.thresholds import enough
from mediation_tui.i18n import N_
from mediation_tui.model.fold import lag

_SENTENCE = N_("补录的案件有 {ratio} 集中在期末（{day}）前后 {days} 天写下，是为报表补的吗？")
_WHY = N_(
    "可能是报表前核对出漏登的，补上是对的。登记或调结晚记超过 {late} 天、满 {least} 件且占全部补录 {share} 以上才问，导入的不算。"
    "可看纸质记录的日期，平时为什么没有登记。"
)
_SHORT = timedelta(28)
"""In a period shorter than this most days are near its end."""


def notice(file: File, scene: Scene) -> bool | None:
    """Of a case registered or concluded late: whether that was written down around the period's last day."""
    if file.imported:
        return None
    steps = (file.registered, file.concluded)
    late = [local_date(step.recorded_at) for step in steps if step and scene.rules.is_late(lag(step))]
    around = timedelta(scene.limits.late_at_end_days)
    return any(abs(day - scene.period.last) <= around for day in late) if late else None


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About the whole office, where most of what was late came then."""
    limits, period = scene.limits, scene.period
    at_end = frozenset(id_ for id_, then in noticed.items() if then)
    if period.last - period.first < _SHORT - timedelta(1):
        return
    if enough(len(at_end), len(noticed), limits.late_at_end, limits.late_at_end_share):
        said = {
            "ratio": Ratio(len(at_end), len(noticed)),
            "day": day_said(period.last),
            "days": limits.late_at_end_days,
            "late": scene.rules.late_after_days,
            "least": limits.late_at_end,
            "share": share_said(limits.late_at_end_share),
        }
        yield put(scene, Asked.LATE_AT_END, at_end, Words(_SENTENCE, _WHY), said)


LATENESS = Inquiry(notice, ask)
