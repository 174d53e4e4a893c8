"""Agendas read in tests, and what they say."""

from __future__ import annotations

from datetime import date

from mediation_tui.clock import SetClock
from mediation_tui.model.period import Period
from mediation_tui.review.agenda import read_agenda
from mediation_tui.review.sections import Agenda, SectionCode
from tests.builders import TODAY, Office


def agenda(office: Office, today: date = TODAY, week: Period | None = None) -> Agenda:
    """The agenda of a day's week."""
    return read_agenda(office.book, SetClock.on(today), week or Period.week_of(today))


def why(agenda: Agenda, code: SectionCode, case: str | None = None) -> list[str]:
    """Why a case, or everything, stands in a section."""
    lines = agenda.section(code).lines
    return [str(reason) for line in lines if case in (None, line.case) for reason in line.why]


def sections_of(agenda: Agenda, case: str) -> set[SectionCode]:
    """The sections a case stands in."""
    return {line.section for line in agenda.lines_of(case)}
