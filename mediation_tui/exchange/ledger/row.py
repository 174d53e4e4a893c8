"""One row of the archive sheet, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from mediation_tui.exchange.cells import Cells
from mediation_tui.exchange.ledger import headings as at
from mediation_tui.exchange.ledger.manner import Manner, read_manner
from mediation_tui.exchange.ledger.names import Named, kind_of, read_names
from mediation_tui.exchange.ledger.spot import Spot, check_town, grid_of, place_of, village_of
from mediation_tui.exchange.ledger.words import Origin, category_of, origin_of
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.events.intake import Headcount, Yuan
from mediation_tui.model.party import Party
from mediation_tui.model.places import Town
from mediation_tui.model.problems import Unfit, problems_of
from mediation_tui.model.reading import read_amount, read_count
from mediation_tui.model.text import Line, Story, Words
from mediation_tui.model.vocabulary import Category, Side

_SIDES = {at.APPLICANTS: Side.APPLICANT, at.RESPONDENTS: Side.RESPONDENT}
_TEN_THOUSAND = Decimal(10_000)


class LedgerRow(Frozen):
    """What one row of the archive sheet says.

    Attributes:
        row: Its number in the sheet.
        whence: File and row, for the record.
        parties: Applicants, then respondents, each cell cut into names.
        split: A cell named several parties.
        unsure: Names with 和 or 与 in them that were left together.
        category: None where no word of the 案由 tells.
        closed_on: None while the sheet says that the dispute has not ended.
        handlers: Who handled it, by name.
        origin: How it came to be mediated; none where the sheet does not tell.
        spot: Where it arose; none where neither sheet nor importer tells.
        people: Persons affected, where more than the parties.
        summary: What the sheet tells of the matter, if it has a column for that.
        original: Every heading and its cell, as they are kept in the case; dates in one spelling.
    """

    row: int
    whence: Line
    number: Words
    parties: tuple[Party, ...]
    split: bool
    unsure: tuple[str, ...]
    cause: Words
    category: Category | None
    accepted_on: date
    closed_on: date | None
    manner: Manner
    handlers: tuple[str, ...]
    origin: Origin | None
    spot: Spot | None
    people: Headcount | None
    amount: Yuan | None
    summary: Story
    original: tuple[tuple[str, str], ...]


def read_row(cells: Cells, whence: str, town: Town, given: Spot | None, today: date) -> LedgerRow:
    """Read one row.

    Args:
        cells: Its cells.
        whence: File and row, as the case will name them.
        town: Whose villages it may name.
        given: Where the dispute arose if the row does not say.
        today: Nothing happened later.

    Raises:
        InvalidEntry: With everything that is wrong with the row.
    """
    named = {field: _named(cells, field) for field in _SIDES}
    manner = cells.read(at.MANNER, read_manner) if cells.required(at.MANNER) else None
    accepted, closed = _dates(cells, manner, today)
    cells.required(at.PROCEDURE)
    facts: dict[str, Any] = {
        "row": cells.number,
        "whence": whence,
        "number": _number(cells),
        "split": any(len(found.names) > 1 for found in named.values()),
        "unsure": tuple(cells.text(field) for field, found in named.items() if found.unsure),
        "cause": cells.required(at.CAUSE),
        "category": category_of(cells.text(at.CAUSE)),
        "accepted_on": accepted,
        "closed_on": closed,
        "manner": manner,
        "handlers": _handlers(cells),
        "origin": _origin(cells),
        "spot": _spot(cells, town, given),
        "people": _people(cells, tuple(named.values())),
        "amount": _amount(cells),
        "summary": cells.text(at.SUMMARY),
        "original": _original(cells, {at.ACCEPTED: accepted, at.CLOSED: closed}),
    }
    cells.check()
    try:
        return LedgerRow.model_validate({**facts, "parties": tuple(_parties(named))})
    except ValidationError as error:
        raise problems_of(error) from None


def _named(cells: Cells, field: str) -> Named:
    return (cells.read(field, read_names) if cells.required(field) else None) or Named((), 0)


def _parties(named: Mapping[str, Named]) -> Iterator[Party]:
    pairs = ((_SIDES[field], name) for field, found in named.items() for name in found.names)
    for place, (side, name) in enumerate(pairs, start=1):
        yield Party(id=f"p{place}", side=side, kind=kind_of(name), name=name)


def _dates(cells: Cells, manner: Manner | None, today: date) -> tuple[date | None, date | None]:
    """When it was accepted and when it ended."""
    cells.required(at.ACCEPTED)
    open_still = manner is not None and manner.outcome is None
    if open_still and cells.text(at.CLOSED):
        cells.blame(at.CLOSED, Unfit(N_("写了日期，结案方式却说还没有结案")))
    if not open_still:
        cells.required(at.CLOSED)
    accepted, closed = cells.day(at.ACCEPTED), cells.day(at.CLOSED)
    for field, day in ((at.ACCEPTED, accepted), (at.CLOSED, closed)):
        if day and day > today:
            cells.blame(field, Unfit(N_("不能在今天（{day}）以后"), day=today))
    if accepted and closed and closed < accepted:
        cells.blame(at.CLOSED, Unfit(N_("早于受理时间（{day}）"), day=accepted))
    return accepted, closed


def _number(cells: Cells) -> str:
    cells.required(at.NUMBER)
    return cells.digits(at.NUMBER)


def _handlers(cells: Cells) -> tuple[str, ...]:
    found = cells.read(at.HANDLERS, read_names) if cells.required(at.HANDLERS) else None
    return found.names if found else ()


def _origin(cells: Cells) -> Origin | None:
    """The source, from a column of its own, or else from what the procedure happens to tell."""
    if not cells.text(at.SOURCE):
        return origin_of(cells.text(at.PROCEDURE))
    origin = origin_of(cells.text(at.SOURCE))
    if origin is None:
        cells.blame(at.SOURCE, Unfit(N_("看不懂；可以写：依申请、主动调解、法院委托等")))
    return origin


def _spot(cells: Cells, town: Town, given: Spot | None) -> Spot | None:
    """Where it arose: from the village's column, or the place's, or as given for the whole sheet."""
    cells.read(at.TOWN, lambda text: check_town(town, text))
    spot = cells.read(at.VILLAGE, lambda text: village_of(town, text))
    if spot is None and given is None:
        spot = cells.read(at.PLACE, lambda text: place_of(town, text))
    spot = spot or given
    within = spot.village if spot else None
    return cells.read(at.GRID, lambda text: grid_of(town, text, within)) or spot


def _people(cells: Cells, named: tuple[Named, ...]) -> int | None:
    """The number of people affected, where it is said and more than the parties."""
    said = cells.read(at.PEOPLE, read_count)
    people = sum(found.people for found in named)
    return said or (people if people > sum(len(found.names) for found in named) else None)


def _amount(cells: Cells) -> Decimal | None:
    """Money in dispute, 元, also where the heading says that the figures are 万元."""
    amount = cells.read(at.AMOUNT, read_amount)
    if amount is None:
        return None
    in_ten_thousands = "万元" in cells.heading(at.AMOUNT) and not set("元万亿") & set(cells.text(at.AMOUNT))
    return amount * _TEN_THOUSAND if in_ten_thousands else amount


def _original(cells: Cells, days: Mapping[str, date | None]) -> tuple[tuple[str, str], ...]:
    """Every filled cell under its usual heading, on one line; rows differ where these do."""
    fields = (field for field in at.HEADINGS if field != at.ORDER)
    texts = ((at.HEADINGS[field][0], f"{days.get(field) or cells.text(field)}") for field in fields)
    return tuple((heading, " ".join(text.split())) for heading, text in (*texts, *cells.notes()) if text)
