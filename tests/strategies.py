"""Disputes as they might come: entries, acts a case's state allows, and whole lives of cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.fold import effective
from mediation_tui.model.period import Period
from mediation_tui.model.places import Committee
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Averted,
    Category,
    Channel,
    CommitteeKind,
    Difficulty,
    Discovery,
    Entruster,
    Exit,
    FailureReason,
    Governance,
    Level,
    MediationKind,
    PauseGround,
    Performance,
    RefusalGround,
    Risk,
    Side,
    Source,
)
from mediation_tui.rules import guards, lifecycle
from mediation_tui.rules.pausing import pausable
from mediation_tui.rules.ruleset import shipped_rules
from tests.builders import SHARED, TOWN, Walk, an_entry, valid

_MORE = (("c4", "湟水商贸公司", "enterprise"), ("c5", "共和镇商会", "social"), ("c6", "共和街道", "street"))

WIDE_TOWN = TOWN.model_copy(
    update={
        "committees": (
            *TOWN.committees,
            *(
                Committee(
                    id=id_,
                    name=f"{name}人民调解委员会",
                    kind=CommitteeKind(kind),
                    village="v3",
                    number_template=SHARED,
                )
                for id_, name, kind in _MORE
            ),
        )
    }
)
"""The little town with a committee of every kind."""

modest = settings(max_examples=40, deadline=None)
"""For laws about whole lives of cases: each example is long, and a slow machine is no failure."""

FIRST_DAY = date(2025, 11, 3)
LAST_DAY = date(2026, 6, 30)

days = st.dates(FIRST_DAY, LAST_DAY)
amounts = st.integers(0, 10**8).map(lambda fen: Decimal(fen) / 100)
headcounts = st.integers(1, 60) | st.sampled_from([49, 50, 99, 100, 499, 500, 2_000])
"""Persons, often just below and at the sizes by which the governance table sorts disputes."""
_stories = st.sampled_from(["排水纠纷。", "[/red] 见附件\n第二行", "㐀𠮷 · 😀", "０１２３"])


@st.composite
def registrations(draw: st.DrawFn, on: date) -> happened.Registration:
    """What might be entered on a day."""
    source = draw(st.sampled_from(Source))
    level = draw(st.sampled_from(Level))
    village = draw(st.sampled_from(TOWN.villages)) if level < Level.TOWN or draw(st.booleans()) else None
    grids = [None, *(grid.id for grid in village.grids)] if village else [None]
    return an_entry(
        village=village.id if village else None,
        grid=draw(st.sampled_from(grids)),
        level_received=level,
        mediation_kind=draw(st.sampled_from(MediationKind)),
        category=draw(st.sampled_from(Category)),
        governance=draw(st.none() | st.sampled_from(Governance)),
        source=source,
        entruster=draw(st.sampled_from(Entruster)) if source is Source.ENTRUSTED else None,
        discovery=draw(st.none() | st.sampled_from(Discovery)),
        applied_on=on - timedelta(days=draw(st.integers(0, 40))) if source is Source.APPLIED else None,
        summary=draw(_stories),
        amount=draw(st.none() | amounts),
        people=draw(st.none() | headcounts),
        risk=draw(st.sampled_from(Risk)),
    )


def _agreement(draw: st.DrawFn, case: Case, on: date) -> EventData:
    spans = draw(st.lists(st.integers(0, 60), max_size=3))
    promises = tuple(
        happened.Promise(
            party=draw(st.sampled_from(case.parties)).id,
            what="赔偿",
            due=on + timedelta(days=span),
            amount=draw(st.none() | amounts),
            done_on=on if draw(st.booleans()) else None,
        )
        for span in spans
    )
    return happened.AgreementReached(
        form=draw(st.sampled_from(AgreementForm)),
        content=draw(_stories),
        effective_on=on + timedelta(days=draw(st.integers(0, 3))),
        promises=promises,
        level_resolved=draw(st.sampled_from([level for level in Level if level <= case.level])),
        only_status_or_ownership=draw(st.sampled_from([False, False, True])),
    )


def _failure(draw: st.DrawFn, case: Case, on: date) -> EventData:
    reason = draw(st.sampled_from(FailureReason))
    side = draw(st.sampled_from(Side)) if reason is FailureReason.REFUSED else None
    exit_ = draw(st.sampled_from(Exit))
    return happened.MediationFailed(reason=reason, refused_by=side, routes_told=True, exit=exit_)


def _transfer(draw: st.DrawFn, case: Case, on: date) -> EventData:
    exit_ = draw(st.sampled_from([exit_ for exit_ in Exit if exit_ is not Exit.NOWHERE]))
    return happened.Transferred(exit=exit_, unit="有关单位", reason="另有管辖")


def _refusal(draw: st.DrawFn, case: Case, on: date) -> EventData:
    ground, exit_ = draw(st.sampled_from(RefusalGround)), draw(st.sampled_from(Exit))
    return happened.NotAccepted(ground=ground, exit=exit_, told_where_to_go=True)


def _visit(draw: st.DrawFn, case: Case, on: date) -> EventData:
    later = draw(st.none() | st.sampled_from([exit_ for exit_ in Exit if exit_ is not Exit.NOWHERE]))
    return happened.VisitMade(
        channel=Channel.VISIT,
        whom="当事人",
        performance=draw(st.sampled_from(Performance)),
        relapsed=draw(st.sampled_from([False, False, True])),
        sued=draw(st.sampled_from([False, False, True])),
        later_exit=later,
    )


def _risk(draw: st.DrawFn, case: Case, on: date) -> EventData:
    risk = draw(st.sampled_from([risk for risk in Risk if risk is not case.risk]))
    return happened.RiskChanged(risk=risk, reason="情况有变", measure="稳控")


def _lift(draw: st.DrawFn, case: Case, on: date) -> EventData:
    to = draw(st.sampled_from([level for level in Level if level > case.level]))
    return happened.Lifted(to=to, reason="疑难")


def _hand_down(draw: st.DrawFn, case: Case, on: date) -> EventData:
    to = draw(st.sampled_from([level for level in Level if level < case.level]))
    return happened.HandedDown(to=to, reason="就近")


def _open_obligation(draw: st.DrawFn, case: Case) -> int:
    assert case.agreement
    numbered = enumerate(case.agreement.obligations, start=1)
    return draw(st.sampled_from([number for number, obligation in numbered if obligation.open]))


def _performed(draw: st.DrawFn, case: Case, on: date) -> EventData:
    return happened.ObligationPerformed(obligation=_open_obligation(draw, case))


def _defaulted(draw: st.DrawFn, case: Case, on: date) -> EventData:
    told = draw(st.booleans())
    return happened.ObligationDefaulted(obligation=_open_obligation(draw, case), told_to_sue=told)


def _graded(draw: st.DrawFn, case: Case, on: date) -> EventData:
    return happened.Graded(difficulty=draw(st.sampled_from(Difficulty)), reason="人数和金额")


def _averted(draw: st.DrawFn, case: Case, on: date) -> EventData:
    averted = draw(st.sampled_from(Averted))
    return happened.PreventionNoted(averted=averted, people=draw(st.integers(1, 60)), ground="当场劝住")


def _corrected(draw: st.DrawFn, case: Case, on: date) -> EventData:
    """One detail that may be put right alone, without the others contradicting it."""
    known = _right_alone(case)
    field = draw(st.sampled_from(list(known)))
    now = getattr(case, field.value)
    return _correction(case, field, draw(known[field].filter(lambda value: value != now)))


def _correction(case: Case, field: happened.Correctable, value: Any) -> happened.DetailsCorrected:
    before, after = field.write(getattr(case, field.value)), field.write(value)
    return happened.DetailsCorrected(field=field, before=before, after=after, reason="登记有误")


def _right_alone(case: Case) -> Mapping[happened.Correctable, st.SearchStrategy[Any]]:
    """The details that may be corrected one by one, with what they may become."""
    fields = happened.Correctable
    found: dict[happened.Correctable, st.SearchStrategy[Any]] = {
        fields.CATEGORY: st.sampled_from(Category),
        fields.GOVERNANCE: st.none() | st.sampled_from(Governance),
        fields.DISCOVERY: st.none() | st.sampled_from(Discovery),
        fields.MEDIATION_KIND: st.sampled_from(MediationKind),
        fields.AMOUNT: st.none() | amounts,
        fields.PEOPLE: st.none() | headcounts,
    }
    if case.entruster:
        found[fields.ENTRUSTER] = st.sampled_from(Entruster)
    if case.grid:
        found[fields.GRID] = st.none()
    elif case.village:
        found[fields.VILLAGE] = st.sampled_from([village.id for village in TOWN.villages])
    return found


_DRAWN: Mapping[EventKind, Callable[[st.DrawFn, Case, date], EventData]] = {
    EventKind.AGREEMENT_REACHED: _agreement,
    EventKind.MEDIATION_FAILED: _failure,
    EventKind.TRANSFERRED: _transfer,
    EventKind.NOT_ACCEPTED: _refusal,
    EventKind.VISIT_MADE: _visit,
    EventKind.RISK_CHANGED: _risk,
    EventKind.LIFTED: _lift,
    EventKind.HANDED_DOWN: _hand_down,
    EventKind.OBLIGATION_PERFORMED: _performed,
    EventKind.OBLIGATION_DEFAULTED: _defaulted,
    EventKind.GRADED: _graded,
    EventKind.PREVENTION_NOTED: _averted,
    EventKind.DETAILS_CORRECTED: _corrected,
}

ALONE = frozenset(lifecycle.TABLE) - {EventKind.MERGED_INTO}
"""Every act that needs no other case."""


def _pointless(case: Case, kind: EventKind) -> bool:
    """A confirmation the court would refuse is refused here too, and a pause of a term that knows none."""
    agreement = case.agreement
    if kind is EventKind.CLOCK_PAUSED:
        rule = pausable(case, shipped_rules())
        return rule is None or PauseGround.APPRAISAL not in rule.pauses
    return kind is EventKind.CONFIRMATION_APPLIED and bool(agreement and agreement.only_status_or_ownership)


_MOVING = frozenset(kind for kind in ALONE if lifecycle.TABLE[kind].to) - {EventKind.VOIDED}


@st.composite
def acts(draw: st.DrawFn, case: Case, on: date) -> EventData:
    """One of the acts a case's state allows; those that move it on are likelier than one in two."""
    allowed = [kind for kind in lifecycle.possible(case) if kind in ALONE and not _pointless(case, kind)]
    moving = [kind for kind in allowed if kind in _MOVING]
    forward = draw(st.booleans())
    kind = draw(st.sampled_from(moving if moving and forward else allowed))
    return _DRAWN[kind](draw, case, on) if kind in _DRAWN else valid(kind, case, on)


@st.composite
def walks(draw: st.DrawFn, most: int = 14, serial: int = 1, undoing: bool = False) -> Walk:
    """A case after some acts its state allowed, days or weeks apart, some of them written down late."""
    day = draw(days)
    lag = timedelta(days=draw(st.sampled_from([0, 0, 0, 3, 12])))
    entry = draw(registrations(day)).model_copy(
        update={"screening": draw(st.sampled_from([None, "s1", "s2"]))}
    )
    walk = Walk.begun(entry, day, serial, day + lag)
    for _ in range(draw(st.integers(0, most))):
        if undoing and draw(st.integers(0, 5)) == 0 and len(walk.events) > 1:
            _undo(walk)
            continue
        if not lifecycle.possible(walk.case):
            break
        step(draw, walk)
    return walk


def step(draw: st.DrawFn, walk: Walk) -> None:
    """One more act, on a day it may bear; one that is too early for its own kind is left out."""
    on = walk.today + timedelta(days=draw(st.sampled_from([0, 0, 1, 4, 9, 25, 50])))
    back = timedelta(days=draw(st.sampled_from([0, 0, 0, 2, 8])))
    data = draw(acts(walk.case, on))
    earliest = guards.follows(walk.case, data.kind)[0]
    if data.kind is EventKind.OBLIGATION_DEFAULTED:
        on, back = on + timedelta(days=61), timedelta(0)
    backdated = data.kind not in _DATED_INSIDE and on - back >= earliest
    walk.today = on
    walk.act(data, on - back if backdated else on)


_DATED_INSIDE = frozenset({EventKind.AGREEMENT_REACHED, EventKind.FEEDBACK_RECEIVED, EventKind.DECISION_DONE})
"""Acts that name days of their own, or answer something with a day of its own."""


def _undo(walk: Walk) -> None:
    standing = effective(walk.events)
    if len(standing) > 1 and standing[-1].kind is not EventKind.ARCHIVED:
        walk.undo()


@st.composite
def towns_of_walks(draw: st.DrawFn, most: int = 5) -> tuple[Walk, ...]:
    """The lives of several disputes."""
    count = draw(st.integers(1, most))
    return tuple(draw(walks(serial=serial, most=9)) for serial in range(1, count + 1))


_COMMITTEES = tuple(committee.id for committee in WIDE_TOWN.committees)


_COURSES = (
    (),
    (EventKind.ACCEPTED,),
    (EventKind.NOT_ACCEPTED, EventKind.CLOSED),
    (EventKind.ACCEPTED, EventKind.MEDIATION_FAILED, EventKind.CLOSED),
    (EventKind.ACCEPTED, EventKind.TRANSFERRED),
    (EventKind.VOIDED,),
    (EventKind.ACCEPTED, EventKind.LIFTED, EventKind.SESSION_HELD, EventKind.AGREEMENT_REACHED),
    (EventKind.HANDED_DOWN, EventKind.ACCEPTED, EventKind.SESSION_HELD, EventKind.AGREEMENT_REACHED),
    *((EventKind.ACCEPTED, EventKind.SESSION_HELD, EventKind.AGREEMENT_REACHED, EventKind.CLOSED),) * 2,
)
"""How a round of mediation often runs; what else happens comes after."""

_BESIDE = (
    EventKind.GRADED,
    EventKind.PREVENTION_NOTED,
    EventKind.PARTY_ADDED,
    *(EventKind.DETAILS_CORRECTED,) * 3,
)


@st.composite
def lives(draw: st.DrawFn, serial: int) -> Walk:
    """A dispute mediated once or several times, with this and that noted beside; some acts are undone."""
    day, committee = draw(days), draw(st.sampled_from(_COMMITTEES))
    walk = Walk.begun(draw(registrations(day)), day, serial, committee=committee)
    for _ in range(draw(st.sampled_from([1, 1, 2, 3]))):
        for kinds in draw(st.permutations([draw(st.sampled_from(_COURSES)), _beside(draw)])):
            _run(draw, walk, kinds)
        for _ in range(draw(st.integers(0, 2))):
            if lifecycle.possible(walk.case):
                step(draw, walk)
        if draw(st.integers(0, 4)) == 0:
            _undo(walk)
        _run(draw, walk, [EventKind.REOPENED])
    return walk


def _beside(draw: st.DrawFn) -> list[EventKind]:
    return draw(st.lists(st.sampled_from(_BESIDE), max_size=2))


def _run(draw: st.DrawFn, walk: Walk, kinds: Iterable[EventKind]) -> None:
    """Some acts one after the other, days or weeks apart; what the case's state does not allow is left out."""
    for kind in kinds:
        on = walk.today + timedelta(days=draw(st.sampled_from([0, 0, 3, 17])))
        if lifecycle.is_possible(walk.case, kind):
            walk.act(_DRAWN[kind](draw, walk.case, on) if kind in _DRAWN else valid(kind, walk.case, on), on)


@st.composite
def books_of_walks(draw: st.DrawFn, most: int = 5) -> tuple[Walk, ...]:
    """The lives of several disputes of a town with every kind of committee, some merged, some put right."""
    busy = [draw(lives(serial)) for serial in range(1, draw(st.integers(2, most)) + 1)]
    for walk in busy:
        match draw(st.integers(0, 5)):
            case 0:
                _put_source_right(draw, walk)
            case 1 if walk is not busy[0] and lifecycle.is_possible(walk.case, EventKind.MERGED_INTO):
                walk.act(happened.MergedInto(target=busy[0].case.id))
    return tuple(busy)


def _put_source_right(draw: st.DrawFn, walk: Walk) -> None:
    """Correct the source, and with it who entrusted the dispute."""
    case, fields = walk.case, happened.Correctable
    if not lifecycle.is_possible(case, EventKind.DETAILS_CORRECTED):
        return
    if case.source is Source.ENTRUSTED:
        changes: dict[happened.Correctable, Any] = {fields.SOURCE: Source.FOUND, fields.ENTRUSTER: None}
    else:
        entruster = draw(st.sampled_from(Entruster))
        changes = {fields.SOURCE: Source.ENTRUSTED, fields.ENTRUSTER: entruster}
    for field, value in changes.items():
        walk.act(_correction(walk.case, field, value))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A stretch of days that meets the walks: a month, a quarter, a year, or any two days."""
    first = draw(days)
    month = Period.month(first.year, first.month)
    quarter = Period.quarter(first.year, (first.month + 2) // 3)
    loose = Period(first, first + timedelta(days=draw(st.integers(0, 90))))
    return draw(st.sampled_from([month, quarter, Period.year(first.year), loose]))
