"""What may be written down of each act, and how it is kept."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mediation_tui.model import events as happened
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.events import GENESIS, Correctable, Draft, Event, EventKind, sealed
from mediation_tui.model.events.envelope import EVENTS
from mediation_tui.model.party import Party
from mediation_tui.model.problems import problems_of
from mediation_tui.model.vocabulary import (
    Category,
    Channel,
    Entruster,
    Exit,
    FailureReason,
    Level,
    Paper,
    Performance,
    Side,
    Source,
)
from tests.builders import HOME, ID_NUMBER, PARTIES, PHONE, TODAY, Walk, an_entry
from tests.strategies import modest, walks

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def refused(make: Callable[[], object]) -> str:
    """The sentence something is refused with."""
    with pytest.raises(ValidationError) as caught:
        make()
    return str(problems_of(caught.value))


def a_note(text: str) -> Draft:
    data = happened.NoteAdded(text=text)
    return Draft(id=UUID(int=7), case_id="c", happened_on=TODAY, recorded_at=NOON, actor="m1", data=data)


def test_every_kind_of_event_has_one_shape_and_every_shape_its_kind() -> None:
    schema = EVENTS.json_schema()["$defs"]
    shapes = schema["Event"]["properties"]["data"]["discriminator"]["mapping"]
    assert set(shapes) == {kind.value for kind in EventKind}
    assert len(set(shapes.values())) == len(EventKind)


@modest
@given(walks(undoing=True))
def test_a_chain_holds_together_and_every_link_is_the_hash_of_the_one_before(walk: Walk) -> None:
    previous = GENESIS
    for number, event in enumerate(walk.events, start=1):
        assert (event.sequence, event.previous) == (number, previous)
        previous = event.hash


@modest
@given(walks(most=6), st.randoms(use_true_random=False))
def test_the_hash_depends_on_what_is_said_and_not_on_the_order_it_is_kept_in(walk: Walk, random: Any) -> None:
    for event in walk.events:
        document = json.loads(event.model_dump_json())
        keys = list(document)
        random.shuffle(keys)
        assert canonical_hash({key: document[key] for key in keys}) == event.hash
        assert canonical_hash(document | {"actor": "somebody else"}) != event.hash


def test_a_sealed_event_cannot_be_changed() -> None:
    event = sealed(a_note("原话"), "o1", 1, GENESIS)
    with pytest.raises(ValidationError):
        event.actor = "m2"  # type: ignore[misc]


def test_an_event_with_something_it_does_not_know_is_refused() -> None:
    document = json.loads(sealed(a_note("原话"), "o1", 1, GENESIS).model_dump_json())
    document["data"]["colour"] = "red"
    assert refused(lambda: Event.model_validate(document)) == "多出了不认识的项目"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"source": Source.ENTRUSTED}, "由哪个单位移送"),
        ({"entruster": Entruster.COURT}, "只有委托移送的案件才有移送单位"),
        ({"village": None, "grid": None}, "要写明是哪个村"),
        ({"village": None, "level_received": Level.TOWN}, "写了网格就要写村"),
        ({"applied_on": None}, "要写明申请日期"),
        ({"parties": ()}, "至少 1 项"),
        ({"parties": (PARTIES[0], PARTIES[0])}, "当事人编号重复"),
        ({"parties": PARTIES[:1]}, "至少要有一名申请方和一名被申请方"),
        ({"summary": "  "}, "必填"),
        ({"amount": Decimal("-1")}, "不应小于 0"),
        ({"amount": Decimal("0.001")}, "小数最多 2 位"),
        ({"people": 0}, "不应小于 1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(value),
)
def test_an_entry_that_does_not_hang_together_is_refused(changes: dict[str, Any], sentence: str) -> None:
    assert sentence in refused(lambda: an_entry(**changes))


def test_what_an_old_ledger_never_knew_is_not_asked_of_an_imported_case() -> None:
    entry = an_entry(applied_on=None, parties=PARTIES[:1], imported_from="台账.xlsx 第 3 行")
    assert entry.applied_on is None


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda: happened.MediationFailed(reason=FailureReason.REFUSED, routes_told=True),
            "要写明是哪一方拒绝",
        ),
        (lambda: happened.Transferred(exit=Exit.NOWHERE, unit="法院", reason="起诉"), "移送要写明去向"),
        (
            lambda: happened.VisitMade(
                channel=Channel.PHONE, whom="马占龙", performance=Performance.DONE, satisfied=True
            ),
            "要写明由谁记录",
        ),
        (lambda: happened.MediatorsAssigned(mediators=()), "至少 1 项"),
        (lambda: happened.Gap(paper=Paper.MINUTES, reason=""), "至少 1 字"),
        (lambda: happened.Archived(retention=""), "至少 1 字"),
    ],
)
def test_an_act_that_leaves_out_what_the_law_asks_is_refused(
    make: Callable[[], object], sentence: str
) -> None:
    assert sentence in refused(make)


def test_a_refusal_with_its_side_is_written_down() -> None:
    failed = happened.MediationFailed(
        reason=FailureReason.REFUSED, refused_by=Side.RESPONDENT, routes_told=True
    )
    assert failed.refused_by is Side.RESPONDENT


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("见附件[/path] [bold]重要[/]", "见附件[/path] [bold]重要[/]"),
        ("第一行\r\n第二行", "第一行\n第二行"),
        ("  前后空格  ", "前后空格"),
        ("零\u200b宽", "零宽"),
        ("气哭了😭", "气哭了😭"),
        ("赔偿２０００元", "赔偿２０００元"),
        ("长" * 5000, "长" * 5000),
        ("㐀䶮𠮷·才让", "㐀䶮𠮷·才让"),
    ],
    ids=["markup", "lines", "spaces", "zero-width", "emoji", "full-width", "5,000 characters", "rare"],
)
def test_a_story_is_kept_as_it_was_told(written: str, kept: str) -> None:
    assert happened.NoteAdded(text=written).text == kept
    assert happened.NoteAdded(text=kept).text == kept


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("长" * 10_000, "最多 5,000 字，现有 10,000 字"),
        ("响铃\x07", "控制符（U+0007）"),
        ("倒\u202e过来", "控制符（U+202E）"),
        ("", "必填"),
        ("\n\n", "必填"),
    ],
    ids=["10,000 characters", "bell", "reordering", "empty", "blank lines"],
)
def test_a_story_that_cannot_be_shown_or_says_nothing_is_refused(written: str, sentence: str) -> None:
    assert sentence in refused(lambda: happened.NoteAdded(text=written))


def test_full_width_figures_of_a_telephone_and_a_name_with_an_emoji() -> None:
    party = Party(id="p1", side=Side.APPLICANT, name="才让卓玛", phone="１３８１２３４５６７８")
    assert party.phone
    assert party.phone.reveal() == PHONE
    assert "符号" in refused(lambda: Party(id="p1", side=Side.APPLICANT, name="马😀"))


def test_nothing_personal_shows_where_a_case_or_its_events_show_by_accident(
    caplog: pytest.LogCaptureFixture,
) -> None:
    walk = Walk.begun()
    caplog.set_level(logging.INFO)
    logging.getLogger("anything").info("%s %r", walk.case, walk.events[0])
    shown = [repr(walk.case), str(walk.case), repr(walk.events[0]), str(walk.events), caplog.text]
    for secret in (PHONE, ID_NUMBER, HOME):
        assert not any(secret in text for text in shown)
        assert secret in walk.events[0].model_dump_json()


def test_a_refused_entry_never_repeats_what_was_typed() -> None:
    with pytest.raises(ValidationError) as caught:
        Party(id="p1", side=Side.APPLICANT, name="马占龙", id_number=ID_NUMBER[:-1] + "1")
    assert ID_NUMBER[:-1] not in f"{caught.value!s}{caught.value!r}{problems_of(caught.value)}"


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        (Correctable.CATEGORY, Category.LAND, "land"),
        (Correctable.APPLIED_ON, date(2026, 1, 5), "2026-01-05"),
        (Correctable.APPLIED_ON, "2026-01-05", "2026-01-05"),
        (Correctable.APPLIED_ON, None, None),
        (Correctable.AMOUNT, "2000.50", "2000.50"),
        (Correctable.PEOPLE, 12, 12),
        (Correctable.SUMMARY, " 改正 ", "改正"),
        (Correctable.GRID, None, None),
    ],
)
def test_a_correction_is_read_exactly_as_registering_reads_it(
    field: Correctable, typed: Any, stored: Any
) -> None:
    assert field.accept(typed) == stored
    assert field.write(field.read(stored)) == stored


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (Correctable.CATEGORY, "weather"),
        (Correctable.PEOPLE, 0),
        (Correctable.AMOUNT, "-1"),
        (Correctable.SUMMARY, " "),
        (Correctable.SOURCE, None),
    ],
)
def test_a_correction_to_something_that_could_not_be_registered_is_refused(
    field: Correctable, typed: Any
) -> None:
    with pytest.raises(ValidationError):
        field.accept(typed)


def test_every_detail_that_may_be_corrected_is_one_of_a_registration() -> None:
    assert {field.value for field in Correctable} <= set(happened.Registration.model_fields)


def test_a_report_of_before_its_means_were_asked_for_is_read_as_it_was() -> None:
    told = {"kind": "risk_changed", "risk": 2, "reason": "扬言", "measure": "稳控", "reported_to": "派出所"}
    read = happened.RiskChanged.model_validate({**told, "reported_on": "2026-03-02"})
    assert (read.reported_to, read.reported_means) == ("派出所", None)
