"""The door to the questions: everything there is to ask about a period of a book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.changes import CHANGES
from mediation_tui.figures.questions.days import DAYS
from mediation_tui.figures.questions.entries import ENTRIES
from mediation_tui.figures.questions.extensions import EXTENSIONS
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.hands import HANDS
from mediation_tui.figures.questions.imports import IMPORTS
from mediation_tui.figures.questions.inquiry import Inquiry
from mediation_tui.figures.questions.lateness import LATENESS
from mediation_tui.figures.questions.narratives import NARRATIVES
from mediation_tui.figures.questions.pairs import PAIRS
from mediation_tui.figures.questions.performance import PERFORMANCE
from mediation_tui.figures.questions.phones import PHONES
from mediation_tui.figures.questions.question import Question, Questions
from mediation_tui.figures.questions.roster import ROSTER
from mediation_tui.figures.questions.satisfaction import SATISFACTION
from mediation_tui.figures.questions.scene import Scene, scene_of
from mediation_tui.figures.questions.signatures import SIGNATURES
from mediation_tui.figures.questions.sums import SUMS
from mediation_tui.figures.questions.thresholds import LIMITS, Thresholds
from mediation_tui.figures.questions.unreachable import UNREACHABLE
from mediation_tui.figures.questions.volume import VOLUME
from mediation_tui.figures.records import Records
from mediation_tui.i18n import N_
from mediation_tui.model.events import Event
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched

INQUIRIES: tuple[Inquiry[Any], ...] = (
    HANDS,
    DAYS,
    NARRATIVES,
    VOLUME,
    PHONES,
    PAIRS,
    ROSTER,
    UNREACHABLE,
    SATISFACTION,
    SIGNATURES,
    PERFORMANCE,
    SUMS,
    ENTRIES,
    LATENESS,
    CHANGES,
    EXTENSIONS,
    IMPORTS,
)
"""Everything that is looked for."""

_NOW_AND_THEN = 100
"""Files opened between two words to whoever is watching."""


def read_questions(
    records: Records,
    period: Period,
    progress: Progress = unwatched,
    limits: Thresholds = LIMITS,
) -> Questions:
    """Look into every case registered or concluded in a period and say what the head of the office may ask.

    Args:
        records: The office's cases, now or as they were known at an instant.
        period: From which day to which.
        progress: Told now and then how many of how many cases were looked into.
        limits: From when on something is asked.

    Raises:
        InvalidEntry: The period has not begun yet.
        DamagedBook: A case cannot be read; the error names it.
    """
    basis = Basis(period, records.as_of, records.known_on, Phrase(N_("期间内登记或调结、没有作废的案件")))
    scene = scene_of(records, period, limits)
    histories = _watched(records.events_of(scene.looked_at), len(scene.looked_at), progress)
    files = filter(None, (File.opened(events, basis.as_of) for events in histories))
    with keeping_all():
        return Questions(basis, questions_about(files, scene))


def questions_about(files: Iterable[File], scene: Scene) -> tuple[Question, ...]:
    """What there is to ask about some files, in whatever order they come."""
    noticed: list[dict[str, Any]] = [{} for _inquiry in INQUIRIES]
    for file in files:
        for inquiry, found in zip(INQUIRIES, noticed, strict=True):
            if (something := inquiry.notice(file, scene)) is not None:
                found[file.id] = something
    asked = (
        question
        for inquiry, found in zip(INQUIRIES, noticed, strict=True)
        for question in inquiry.ask(dict(sorted(found.items())), scene)
    )
    return tuple(sorted(asked, key=lambda question: _turn(question, scene)))


def _turn(question: Question, scene: Scene) -> tuple[int, int, str]:
    """Where a question stands: by what it asks, then by place in the town's order, the town desk last."""
    village = question.subject[0] if question.subject else ""
    order = {v.id: rank for rank, v in enumerate(scene.town.villages)}
    return list(Asked).index(question.id), order.get(village, len(order) + (not village)), village


def _watched(
    histories: Iterable[tuple[Event, ...]], total: int, progress: Progress
) -> Iterator[tuple[Event, ...]]:
    """What was recorded of so many cases, one by one, with word of how far they are."""
    for done, events in enumerate(histories):
        if done % _NOW_AND_THEN == 0:
            progress(done, total)
        yield events
    progress(total, total)
