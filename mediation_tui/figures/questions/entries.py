"""Were many cases first written down within minutes?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_

_SENTENCE = N_("{place}有 {n} 件是几分钟内接连登记的，是把攒下的一次录入吗？")
_WHY = N_(
    "可能是把纸上记的集中录入，这本身没有错。同一人接连登记、前后相隔不超过 {minutes} 分钟、满 {least} 件才问，导入的不算。"
    "可看登记日期是否与纸质记录一致，当事人是否知情。"
)


class Entry(NamedTuple):
    """Where, by whom and when a case was first written down."""

    place: Place
    actor: str
    at: datetime


def notice(file: File, scene: Scene) -> Entry | None:
    """When its registration was written down."""
    registered = file.registered
    return None if file.imported else Entry(file.place, registered.actor, registered.recorded_at)


def ask(noticed: Noticed[Entry], scene: Scene) -> Iterator[Question]:
    """About places with such runs."""
    limits = scene.limits
    runs: dict[Place, list[CaseIds]] = {}
    for run in _runs(noticed, timedelta(minutes=limits.burst_minutes)):
        if len(run) >= limits.burst:
            runs.setdefault(noticed[run[0]].place, []).append(frozenset(run))
    for place, found in runs.items():
        said = {"minutes": limits.burst_minutes, "least": limits.burst}
        yield put(scene, Asked.ENTRY_BURST, NONE.union(*found), Words(_SENTENCE, _WHY), said, place)


def _runs(noticed: Noticed[Entry], pause: timedelta) -> Iterator[list[str]]:
    """The cases in the order they were written down, cut where somebody else wrote or the pause was longer."""
    run: list[str] = []
    for id_ in sorted(noticed, key=lambda id_: (noticed[id_], id_)):
        if run and not _follows(noticed[run[-1]], noticed[id_], pause):
            yield run
            run = []
        run.append(id_)
    if run:
        yield run


def _follows(one: Entry, other: Entry, pause: timedelta) -> bool:
    return one[:2] == other[:2] and other.at - one.at <= pause


ENTRIES = Inquiry(notice, ask)
