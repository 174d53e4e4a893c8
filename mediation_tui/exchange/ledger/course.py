"""The course of a dispute as an archive row tells it: its registration and the acts that follow.

A row tells less than the record asks. What it does not tell is recorded as not told, never made up:
an agreement not said to be oral counts as written; without a word on the source the dispute counts as taken up by the committee (主动调解); a failed or refused one
whose row does not say so has `routes_told` or `told_where_to_go` left empty, with that said in the explanation; and the
session every agreement rests on has no place and nobody present. The words are the record's own and do not follow
the language on screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mediation_tui.exchange.ledger.original import note_of
from mediation_tui.exchange.ledger.row import LedgerRow
from mediation_tui.exchange.ledger.words import Origin
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventData
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Category,
    Consent,
    Level,
    Outcome,
    SessionResult,
    Source,
)

_UNSAID = Origin(Source.FOUND)


@dataclass(frozen=True)
class Act:
    """One act and the day it is dated."""

    data: EventData
    on: date


def registration_of(row: LedgerRow) -> happened.Registration:
    """What is entered of a dispute the book does not have yet."""
    origin = row.origin or _UNSAID
    spot = row.spot
    return happened.Registration(
        village=spot.village if spot else None,
        grid=spot.grid if spot else None,
        level_received=level_of(row),
        category=row.category or Category.OTHER,
        source=origin.source,
        entruster=origin.entruster,
        summary=summary_of(row),
        parties=row.parties,
        amount=row.amount,
        people=row.people,
        imported_from=row.whence,
    )


def level_of(row: LedgerRow) -> Level:
    """The level it came in at: the village's committee, or the town's where no village is told."""
    return Level.VILLAGE if row.spot and row.spot.village else Level.TOWN


def summary_of(row: LedgerRow) -> str:
    """What the row tells of the matter, or else who had a dispute with whom and about what."""
    return row.summary or short_summary(dict(row.original))


def short_summary(original: Mapping[str, str]) -> str:
    """The shortest account of a dispute, in the cells' own words."""
    applicants, respondents, cause = (original[heading] for heading in ("申请人", "被申请人", "案由"))
    return f"申请人{applicants}，被申请人{respondents}，案由：{cause}"


def acceptance_of(row: LedgerRow) -> Act:
    """Its acceptance: an archived row was accepted, so neither bar of Art 22 stood against it."""
    agreed = bool(row.origin and row.origin.source is Source.APPLIED)
    consent = Consent.BOTH_AGREE if agreed else Consent.NO_OBJECTION
    data = happened.Accepted(reserved_elsewhere=False, taken_elsewhere=False, consent=consent)
    return Act(data, row.accepted_on)


def course_of(row: LedgerRow, mediators: tuple[str, ...]) -> Iterator[Act]:
    """Everything that follows the registration, in order.

    Args:
        row: The row.
        mediators: Roster ids of those who handled it, as far as they are known.
    """
    yield Act(note_of(row.original, row.whence), row.accepted_on)
    if row.manner.outcome is not Outcome.NOT_ACCEPTED:
        yield acceptance_of(row)
        if mediators:
            yield Act(happened.MediatorsAssigned(mediators=mediators), row.accepted_on)
    yield from conclusion_of(row, level_of(row))


def conclusion_of(row: LedgerRow, level: Level, *, talked: bool = False) -> Iterator[Act]:
    """How it ended, and its closing on the same day; nothing for one still open.

    Args:
        row: The row.
        level: The level that handled it.
        talked: A session or contact is on record already.
    """
    if row.closed_on is None:
        return
    if row.manner.outcome is Outcome.AGREED and not talked:
        yield Act(_session(row), row.closed_on)
    yield Act(_ending(row, level), row.closed_on)
    yield Act(happened.Closed(note=_told(row)), row.closed_on)


def _told(row: LedgerRow) -> str:
    return f"据导入台账：{row.manner.text}"


def _session(row: LedgerRow) -> EventData:
    content = f"据导入台账（{row.whence}）记载经调解结案；时间、地点、到场人和经过见纸质卷宗。"
    return happened.SessionHeld(content=content, result=SessionResult.AGREED)


def _ending(row: LedgerRow, level: Level) -> EventData:
    match row.manner.outcome:
        case Outcome.AGREED:
            return _agreement(row, level)
        case Outcome.FAILED:
            return _failure(row)
        case Outcome.WITHDRAWN:
            return happened.Withdrawn(settled_by_themselves=row.manner.settled, reason=_told(row))
        case Outcome.TRANSFERRED:
            return happened.Transferred(exit=row.manner.exit, unit=row.manner.unit, reason=_told(row))
        case _:
            return _refusal(row)


def _agreement(row: LedgerRow, level: Level) -> EventData:
    assert row.closed_on, "an agreement has a date"
    return happened.AgreementReached(
        form=row.manner.form or AgreementForm.WRITTEN,
        content=f"{_told(row)}；协议内容见纸质卷宗。",
        effective_on=row.closed_on,
        level_resolved=level,
    )


def _failure(row: LedgerRow) -> EventData:
    manner = row.manner
    return happened.MediationFailed(
        reason=manner.reason,
        explanation=_told(row) if manner.told else f"{_told(row)}；据导入台账，未载告知途径",
        refused_by=manner.refused_by,
        routes_told=manner.told or None,
        exit=manner.exit,
    )


def _refusal(row: LedgerRow) -> EventData:
    manner = row.manner
    assert manner.ground, "a refusal has its ground"
    return happened.NotAccepted(
        ground=manner.ground,
        explanation=_told(row) if manner.told else f"{_told(row)}；据导入台账，未载告知去处",
        exit=manner.exit,
        told_where_to_go=manner.told or None,
    )
