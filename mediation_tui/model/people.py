"""The people who mediate, report and advise: the roster."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.personal import Phone
from mediation_tui.model.text import Line, Name
from mediation_tui.model.vocabulary import Gender, Post, Role


class Person(Frozen):
    """Somebody on the roster.

    Attributes:
        id: Stable code.
        role: Mediator, grid worker, legal adviser, officer or head.
        name: As written on papers.
        village: Where they serve; none for the town's own people.
        grid: A grid worker's grid.
        committee: A mediator's committee.
        post: A mediator's standing on the committee.
        ethnicity: 民族; a committee in a multi-ethnic area must have members of the smaller ones (Art 8).
        full_time: 专职; part-time otherwise.
        term_from: First day of the present term (three years, Art 9).
        term_to: Last day of it.
        initials: Pinyin initials for picking by keyboard.
        active: Still serving; people who left stay on the roster for the cases they handled.
    """

    id: str
    role: Role
    name: Name
    village: str | None = None
    grid: str | None = None
    committee: str | None = None
    post: Post | None = None
    gender: Gender | None = None
    ethnicity: Line = ""
    birth_year: int | None = Field(default=None, ge=1900, le=2100)
    phone: Phone | None = None
    full_time: bool = False
    term_from: date | None = None
    term_to: date | None = None
    initials: str = ""
    active: bool = True
