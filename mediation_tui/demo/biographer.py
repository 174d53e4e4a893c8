"""Plans one life after another, remembering the latest for what refers back to them."""

from __future__ import annotations

from collections import deque
from datetime import date
from random import Random

from mediation_tui.demo.disputes import Casting
from mediation_tui.demo.folk import Namer
from mediation_tui.demo.life.diary import Diary
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.life.pen import Pen
from mediation_tui.demo.lives import live
from mediation_tui.demo.plots import Plot
from mediation_tui.demo.town import MadeTown
from mediation_tui.demo.traits import Trait
from mediation_tui.model.vocabulary import Outcome
from mediation_tui.rules.workdays import WorkingDays

_REMEMBERED = 20


class Biographer:
    """Turns plots into planned lives, oldest first.

    Args:
        random: The only source of chance.
        namer: Makes up people.
        made: The town.
        calendar: The office's working days.
        today: The day the town is looked at.
    """

    def __init__(
        self, random: Random, namer: Namer, made: MadeTown, calendar: WorkingDays, today: date
    ) -> None:
        self._random = random
        self._made = made
        self._calendar = calendar
        self._today = today
        self._pen = Pen(random)
        self._casting = Casting(random, namer, made)
        self._latest: deque[Dossier] = deque(maxlen=_REMEMBERED)

    def life(self, plot: Plot, on: date) -> Dossier:
        """The whole life of a case that comes in on a day, also what lies after today."""
        original = self._original(on) if Trait.MERGED in plot.traits else None
        case = Dossier(
            plot=plot,
            dispute=original.dispute if original else self._casting.dispute(plot, on),
            made=self._made,
            diary=Diary(self._random, self._calendar, on),
            pen=self._pen,
            casting=self._casting,
            random=self._random,
            today=self._today,
            original=original.docket if original else None,
        )
        live(case)
        if plot.outcome is not Outcome.VOID and Trait.LATE_ENTRY not in plot.traits:
            self._latest.append(case)
        return case

    def _original(self, on: date) -> Dossier | None:
        """The latest case that came in from a village on an earlier day."""
        earlier = (case for case in reversed(self._latest) if case.opened_on < on and case.dispute.hamlet)
        return next(earlier, None)
