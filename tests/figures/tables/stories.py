"""Disputes of March 2026 to fill the tables with, and one book with something in every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from mediation_tui.figures.tables.table import Table
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Averted,
    Category,
    Difficulty,
    Discovery,
    Entruster,
    Exit,
    FailureReason,
    Governance,
    Level,
    Source,
)
from tests.builders import Walk, an_agreement, an_entry, from_outside
from tests.strategies import WIDE_TOWN

K = EventKind
Walks = tuple[Walk, ...]
Act = happened.EventData | EventKind

MARCH, APRIL, YEAR = Period.month(2026, 3), Period.month(2026, 4), Period.year(2026)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


BY_HAND = an_agreement(day(3, 2))
ORAL = an_agreement(day(12, 31), form=AgreementForm.ORAL)
FAILED = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)
MAJOR = happened.Graded(difficulty=Difficulty.MAJOR, reason="人多")


def begun(serial: int, entry: happened.Registration | None = None, on: date | None = None) -> Walk:
    """A dispute of early March unless told otherwise, accepted and talked over."""
    on = on or day(3, 2)
    return Walk.begun(entry or an_entry(applied_on=on), on, serial).act(K.ACCEPTED).act(K.SESSION_HELD)


def lived(serial: int, *acts: Act, entry: happened.Registration | None = None) -> Walk:
    """The same, and then as told."""
    walk = begun(serial, entry)
    for act in acts:
        walk.act(act)
    return walk


def shown(table: Table, *columns: str) -> list[str]:
    """What is printed in some columns for all places together."""
    places = {column.id: place for place, column in enumerate(table.columns)}
    (total,) = [line for line in table.lines if line.total]
    return [total.figures[places[column]].text for column in columns]


def a_full_book() -> Walks:
    """A March in which everything an official table has a cell for has happened."""
    courses = [*_by_kind(), *_by_source(), *_by_size(), *_beside()]
    plain = [partial(_after, entry=entry, acts=acts) for entry, *acts in courses]
    return tuple(life(serial) for serial, life in enumerate([*plain, *_others()], start=1))


def _after(serial: int, entry: happened.Registration, acts: Iterable[Act]) -> Walk:
    return lived(serial, *acts, entry=entry)


def _others() -> Iterator[Callable[[int], Walk]]:
    """A case of every committee, one void, one of February's, and one of February's that came back."""
    for committee in WIDE_TOWN.committees:
        yield lambda n, id_=committee.id: Walk.begun(on=day(3, 2), serial=n, committee=id_).act(K.ACCEPTED)
    yield lambda n: Walk.begun(on=day(3, 2), serial=n).act(K.VOIDED)
    yield lambda n: begun(n, on=day(2, 9)).act(ORAL, day(3, 9))
    yield lambda n: begun(n, on=day(2, 9)).act(FAILED).act(K.CLOSED).act(K.REOPENED, day(3, 9))


def _by_kind() -> Iterator[tuple[happened.Registration | Act, ...]]:
    """Every kind of dispute, resolved and not, in a village and at the town desk."""
    for category in Category:
        yield an_entry(category=category), BY_HAND
        yield an_entry(category=category, village="v2", grid=None), FAILED
        yield from_outside(category=category), BY_HAND
    for governance in Governance:
        yield an_entry(category=Category.OTHER, governance=governance), BY_HAND
        yield from_outside(category=Category.OTHER, governance=governance), BY_HAND


def _by_source() -> Iterator[tuple[happened.Registration | Act, ...]]:
    """Every source, entrusted by everybody who entrusts."""
    yield (
        an_entry(source=Source.FOUND, applied_on=None, discovery=Discovery.SCREENING, amount=12_345),
        BY_HAND,
    )
    for entruster in Entruster:
        yield an_entry(source=Source.ENTRUSTED, entruster=entruster, applied_on=None), BY_HAND


def _by_size() -> Iterator[tuple[happened.Registration | Act, ...]]:
    """Every size, and major disputes, on both levels."""
    for entry in (an_entry, from_outside):
        for people in (None, 49, 50, 99, 100, 499, 500):
            yield entry(people=people), BY_HAND
        yield entry(), MAJOR, BY_HAND


def _beside() -> Iterator[tuple[happened.Registration | Act, ...]]:
    """Every other way out, and whatever can be averted, also after the end."""
    yield an_entry(), K.WITHDRAWN
    yield an_entry(), K.TRANSFERRED
    yield (an_entry(level_received=Level.GRID),)
    yield from_outside(level_received=Level.COUNTY), BY_HAND
    for averted in Averted:
        for act in (BY_HAND, FAILED):
            yield an_entry(), act, happened.PreventionNoted(averted=averted, people=3, ground="当场劝住")
