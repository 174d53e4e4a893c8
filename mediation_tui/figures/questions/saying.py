"""How a question is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.lines import TOWN_DESK, Place
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.places import Town


class Words(NamedTuple):
    """A question as it is said, in Chinese and marked with `N_`.

    Attributes:
        sentence: The question.
        why: What it may mean, from when on it is asked, and what to look at.
    """

    sentence: str
    why: str


def put(
    scene: Scene,
    asked: Asked,
    cases: CaseIds,
    words: Words,
    facts: Mapping[str, Any],
    place: Place | None = None,
) -> Question:
    """A question about some cases.

    Args:
        scene: The office.
        asked: What it is about.
        cases: The cases; `{n}` of them in the words.
        words: How it is said.
        facts: What else stands in the words.
        place: `{place}` in the words, if it is about one.
    """
    whole = {**facts, "n": len(cases)}
    if place is not None:
        whole["place"] = place_said(place, scene.town)
    return Question(asked, place, Phrase(words.sentence, facts=whole), Phrase(words.why, facts=whole), cases)


def place_said(place: Place, town: Town) -> Phrase | str:
    """A place's name, in the language the question is put in."""
    return Phrase(N_("镇级直接受理")) if place == TOWN_DESK else town.village_name(place[0])


def day_said(day: date) -> Phrase:
    """A day's date."""
    facts = {"year": day.year, "month": day.month, "day": day.day}
    return Phrase(N_("{year} 年 {month} 月 {day} 日"), facts=facts)


def share_said(share: Fraction) -> str:
    """A limit such as `80 %`."""
    return f"{round(100 * share)} %"
