"""One row of the roster sheet: a place and, where it names one, a person."""

from __future__ import annotations

import re
from datetime import date

from pydantic import Field, ValidationError

from mediation_tui.exchange.cells import Cells
from mediation_tui.exchange.members import headings as at
from mediation_tui.exchange.members.headings import chosen
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.numbers import NumberTemplate
from mediation_tui.model.personal import Phone
from mediation_tui.model.problems import Unfit, problems_of
from mediation_tui.model.reading import read_count
from mediation_tui.model.text import Line, Name
from mediation_tui.model.vocabulary import Gender, Post, Role, VillageKind

_BETWEEN = re.compile("[、；;，,]")


class Member(Frozen):
    """What a row says of a person; nothing where its cell is empty."""

    name: Name
    role: Role
    post: Post | None
    gender: Gender | None
    ethnicity: Line | None
    birth_year: int | None = Field(ge=1900, le=2100)
    full_time: bool | None
    phone: Phone | None
    term_from: date | None
    term_to: date | None
    active: bool | None


class RosterRow(Frozen):
    """What one row says; nothing where its cell is empty.

    Attributes:
        row: Its number in the sheet.
        village: The village's name; none for the town's own people and settings.
        aliases: The village's former and colloquial names.
        households: Of the grid where the row names one, else of the village.
        phone: The village office's, on a row without a person.
        template: How the village's committee, or every one without its own, writes its case numbers.
        member: The person, if the row names one.
    """

    row: int
    town: Name | None
    office: Name | None
    village: Name | None
    kind: VillageKind | None
    aliases: tuple[Name, ...]
    grid: Name | None
    households: int | None = Field(ge=0)
    phone: Phone | None
    template: NumberTemplate | None
    member: Member | None


def read_roster_row(cells: Cells) -> RosterRow:
    """Read one row.

    Raises:
        InvalidEntry: With everything that is wrong with the row.
    """
    member = _member(cells) if cells.text(at.NAME) else None
    facts = {
        "row": cells.number,
        "town": cells.text(at.TOWN) or None,
        "office": cells.text(at.OFFICE) or None,
        "village": cells.text(at.VILLAGE) or None,
        "kind": cells.read(at.KIND, lambda text: chosen(text, at.KINDS)),
        "aliases": tuple(name.strip() for name in _BETWEEN.split(cells.text(at.ALIASES)) if name.strip()),
        "grid": cells.text(at.GRID) or None,
        "households": cells.read(at.HOUSEHOLDS, read_count),
        "phone": None if member else _phone(cells),
        "template": cells.read(at.TEMPLATE, NumberTemplate),
        "member": member,
    }
    if facts["grid"] and not facts["village"]:
        cells.blame(at.GRID, Unfit(N_("写了网格就要写村（社区）")))
    cells.check()
    try:
        return RosterRow.model_validate(facts)
    except ValidationError as error:
        raise problems_of(error) from None


def _member(cells: Cells) -> dict[str, object]:
    cells.required(at.ROLE)
    role = cells.read(at.ROLE, lambda text: chosen(text, at.ROLES))
    post = cells.read(at.POST, lambda text: chosen(text, at.POSTS))
    if post and role and role is not Role.MEDIATOR:
        cells.blame(at.POST, Unfit(N_("只有人民调解员才填职务")))
    term_from, term_to = cells.day(at.TERM_FROM), cells.day(at.TERM_TO)
    if term_from and term_to and term_to < term_from:
        cells.blame(at.TERM_TO, Unfit(N_("早于任期开始（{day}）"), day=term_from))
    return {
        "name": cells.text(at.NAME),
        "role": role,
        "post": post,
        "gender": cells.read(at.GENDER, lambda text: chosen(text, at.GENDERS)),
        "ethnicity": cells.text(at.ETHNICITY) or None,
        "birth_year": cells.read(at.BORN, _year),
        "full_time": cells.read(at.FULL_TIME, lambda text: chosen(text, at.TIMES)),
        "phone": _phone(cells),
        "term_from": term_from,
        "term_to": term_to,
        "active": cells.read(at.STATUS, lambda text: chosen(text, at.STATUSES)),
    }


def _phone(cells: Cells) -> Phone | None:
    digits = cells.digits(at.PHONE)
    return cells.read(at.PHONE, lambda _text: Phone(digits)) if digits else None


def _year(text: str) -> int:
    """The year of 1975, 1975年3月, 1975-03 or 19750306."""
    found = re.match(r"(19|20)\d\d(?=$|\D|\d{2}$|\d{4}$)", text)
    if not found:
        raise Unfit(N_("不像出生年份，请写成 1975 的样子"))
    return int(found[0])
