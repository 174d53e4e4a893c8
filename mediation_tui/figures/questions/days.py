"""Were many cases of a place opened and concluded on one and the same day?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed, gathered
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, day_said, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_

_ONE_DAY = N_("{place} {day}一天内登记并调结 {n} 件，是集中补录吗？")
_DAYS = N_(
    "{place}有 {days} 天每天登记并调结 {least} 件以上，共 {n} 件，最多的是 {day}（{most} 件），是集中补录吗？"
)
_WHY = N_(
    "可能是集中调解日或当场化解的小纠纷，也可能是把几天的事记在一天。一天满 {least} 件才问。可对照当天的调解记录和到场人。"
)


class Day(NamedTuple):
    """Where and on which day a case was registered and concluded."""

    place: Place
    on: date


def notice(file: File, scene: Scene) -> Day | None:
    """The day, of a case that took no longer."""
    first = file.case.rounds[0]
    if file.imported or first.concluded_on != first.opened_on or first.opened_on not in scene.period:
        return None
    return Day(file.place, first.opened_on)


def ask(noticed: Noticed[Day], scene: Scene) -> Iterator[Question]:
    """About places with such days."""
    least = scene.limits.same_day
    bursts: dict[Place, dict[date, CaseIds]] = {}
    for day, cases in gathered((day, id_) for id_, day in noticed.items()).items():
        if len(cases) >= least:
            bursts.setdefault(day.place, {})[day.on] = cases
    for place, days in bursts.items():
        most = max(sorted(days), key=lambda day: len(days[day]))
        said = {"days": len(days), "day": day_said(most), "most": len(days[most]), "least": least}
        sentence = _ONE_DAY if len(days) == 1 else _DAYS
        yield put(scene, Asked.SAME_DAY, NONE.union(*days.values()), Words(sentence, _WHY), said, place)


DAYS = Inquiry(notice, ask)
