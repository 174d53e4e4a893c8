"""The case screen says every limit that runs, where it comes from, and what had to be assumed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.vocabulary import Category, Channel, PauseGround, Performance, Source
from mediation_tui.ui.clocklines import clock_lines
from tests.builders import TODAY, Office, an_agreement, an_entry
from tests.ui.rooms import sitting

K = EventKind
DAY = timedelta(days=1)
PAUSED = happened.ClockPaused(ground=PauseGround.APPRAISAL)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office.opened(tmp_path)
    yield office
    office.book.close()


def said(office: Office, *acts: EventData | EventKind, today: date = TODAY, **entry: object) -> list[str]:
    """The lines of a case after some acts, as seen on a day."""
    case = office.walk(*acts, entry=an_entry(**entry))
    return ["".join(part.text for part in line) for line in clock_lines(case, office.book, today)]


def test_a_running_term_comes_with_its_source_and_hints_stand_last(office: Office) -> None:
    term, hints = said(office, K.ACCEPTED)
    assert term == "时限  调解期限  还有 31 天  人民调解工作若干规定第33条（一般在一个月内调结）"
    assert hints == "提示  2026-03-12 起算无动静；诉讼时效（自申请重新计算）约到 2029-01-31"


def test_a_term_that_is_past_says_what_follows(office: Office) -> None:
    term, quiet, _hints = said(office, K.ACCEPTED, category=Category.LABOUR, today=date(2026, 4, 20))
    assert term.endswith("（期满可申请仲裁）；期满：当事人可以申请劳动仲裁；调解并不因此自动结束")
    assert "超" in term
    assert quiet == "时限  49 天无动静"


def test_a_term_that_stands_still_says_since_when_why_and_how_much_is_left(office: Office) -> None:
    term, _hints = said(office, K.ACCEPTED, PAUSED, category=Category.MEDICAL, today=TODAY + 9 * DAY)
    assert "2026-03-02 起中止（鉴定）  还有 43 天" in term


def test_days_that_did_not_count_are_told(office: Office) -> None:
    case = office.walk(K.ACCEPTED, PAUSED, entry=an_entry(category=Category.MEDICAL))
    office.on(TODAY + 10 * DAY).record(case.id, happened.ClockResumed())
    lines = clock_lines(office.book.case(case.id), office.book, TODAY + 10 * DAY)
    assert "（中止 10 天不计）" in "".join(part.text for part in lines[0])


def test_an_agreement_shows_the_next_instalment_the_others_and_every_visit(office: Office) -> None:
    dues = [TODAY + n * 30 * DAY for n in (1, 2, 3)]
    planned = happened.VisitPlanned(visit_on=TODAY + 5 * DAY)
    lines = said(office, K.ACCEPTED, K.SESSION_HELD, an_agreement(TODAY, *dues), planned)
    assert [line.split()[1] for line in lines] == [
        "约定回访", "第1期履行", "司法确认申请期限", "回访", "另有",
    ]  # fmt: skip
    assert lines[-1] == "时限  另有 2 期履行，最后一期 2026-05-31"
    assert any("（本地）" in line for line in lines if " 回访 " in line)


def test_the_courts_window_is_gone_once_it_has_shut(office: Office) -> None:
    lines = said(office, K.ACCEPTED, K.SESSION_HELD, an_agreement(TODAY), today=date(2026, 4, 2))
    assert not any("司法确认" in line for line in lines)


def test_a_last_day_in_an_unknown_year_says_that_it_was_assumed(office: Office) -> None:
    office.clock.instant = SetClock.on(date(2026, 12, 1)).instant
    (term, _hints) = said(office, K.ACCEPTED, today=date(2026, 12, 1), source=Source.FOUND, applied_on=None)
    assert term.endswith("（节假日未公布，按周末推算）")


def test_what_happens_is_told_in_the_timeline(office: Office) -> None:
    from mediation_tui.ui.eventwords import event_line

    visit = happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.DONE, next_on=TODAY + 30 * DAY
    )
    reason = PAUSED.model_copy(update={"reason": "委托市医学会"})
    resumed = happened.ClockResumed(note="意见已收到")
    planned = happened.VisitPlanned(visit_on=TODAY + DAY, reason="看水沟")
    case = office.walk(
        K.ACCEPTED, reason, resumed, K.SESSION_HELD, an_agreement(TODAY), planned, visit,
        entry=an_entry(category=Category.MEDICAL),
    )  # fmt: skip
    lines = {event.kind: event_line(event, case, office.book) for event in office.book.events(case.id)}
    assert lines[K.CLOCK_PAUSED] == "鉴定  委托市医学会"
    assert lines[K.CLOCK_RESUMED] == "意见已收到"
    assert lines[K.VISIT_PLANNED] == "2026-03-03  看水沟"
    assert lines[K.VISIT_MADE].endswith("下次 2026-04-01")


async def test_no_limit_is_lost_on_the_smallest_screen(office: Office, tmp_path: Path) -> None:
    planned = happened.VisitPlanned(visit_on=TODAY + 5 * DAY)
    dues = [TODAY + n * 30 * DAY for n in (1, 2)]
    case = office.walk(K.ACCEPTED, K.SESSION_HELD, an_agreement(TODAY, *dues), K.HANDED_OVER, planned)
    async with sitting(office, tmp_path) as person:
        person.app.open_case(case.id)
        shown = "".join((await person.press("home")).split())
    for limit in ("约定回访", "反馈期限", "第1期履行", "司法确认申请期限", "时限回访", "另有1期履行"):
        assert limit in shown
