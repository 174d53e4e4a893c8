"""What an act must say before it may be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.errors import InvalidEntry, Refused
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import (
    Channel,
    Consent,
    Exit,
    FailureReason,
    Level,
    Performance,
    RefusalGround,
    Risk,
    Side,
    State,
)
from mediation_tui.rules import guards, lifecycle
from tests.builders import PARTIES, TODAY, Walk, an_agreement, an_entry, valid
from tests.strategies import ALONE, modest, walks

K = EventKind
DAY = timedelta(days=1)
LATER = TODAY + timedelta(days=10)


def begun(on: date = TODAY) -> Walk:
    return Walk.begun(on=on, today=LATER + 60 * DAY)


def mediated() -> Walk:
    return begun().act(K.ACCEPTED, TODAY).act(K.SESSION_HELD, LATER)


def agreed(*due: date) -> Walk:
    return mediated().act(an_agreement(LATER, *due), LATER)


def problems(walk: Walk, act: EventData | EventKind, on: date) -> dict[str, str]:
    """Everything wrong with an act, by field."""
    data = valid(act, walk.case, on) if isinstance(act, EventKind) else act
    with pytest.raises(InvalidEntry) as refused:
        guards.check(walk.case, data, on, walk.today)
    said: dict[str, str] = {}
    for problem in refused.value.problems:
        said[problem.field] = f"{said.get(problem.field, '')}{problem}；"
    return said


@modest
@given(walks(), st.data())
def test_tomorrow_is_always_refused(walk: Walk, data: st.DataObject) -> None:
    allowed = [kind for kind in lifecycle.possible(walk.case) if kind in ALONE]
    if not allowed:
        return
    kind = data.draw(st.sampled_from(allowed))
    assert "不能在今天" in problems(walk, kind, walk.today + DAY)["happened_on"]


@modest
@given(walks(), st.data())
def test_the_day_before_what_an_act_has_to_follow_is_always_refused(walk: Walk, data: st.DataObject) -> None:
    allowed = [kind for kind in lifecycle.possible(walk.case) if kind in ALONE]
    if not allowed:
        return
    kind = data.draw(st.sampled_from(allowed))
    earliest, act = guards.follows(walk.case, kind)
    said = problems(walk, kind, earliest - DAY)["happened_on"]
    assert f"不能早于“{act.label}”的日期 {earliest}；" in said


@pytest.mark.parametrize(
    ("walk", "act", "follows", "on"),
    [
        (begun, K.ACCEPTED, K.REGISTERED, TODAY),
        (begun, K.NOT_ACCEPTED, K.REGISTERED, TODAY),
        (mediated, K.SESSION_HELD, K.ACCEPTED, TODAY),
        (mediated, K.AGREEMENT_REACHED, K.SESSION_HELD, LATER),
        (mediated, K.MEDIATION_FAILED, K.SESSION_HELD, LATER),
        (mediated, K.WITHDRAWN, K.SESSION_HELD, LATER),
        (agreed, K.VISIT_MADE, K.AGREEMENT_REACHED, LATER),
        (agreed, K.CONFIRMATION_APPLIED, K.AGREEMENT_REACHED, LATER),
        (agreed, K.CLOSED, K.AGREEMENT_REACHED, LATER),
        (lambda: mediated().act(K.LIFTED, LATER), K.HANDED_DOWN, K.LIFTED, LATER),
        (lambda: mediated().act(K.LIFTED, LATER).act(K.HANDED_DOWN, LATER), K.LIFTED, K.HANDED_DOWN, LATER),
        (lambda: mediated().act(K.RISK_CHANGED, LATER), K.RISK_CHANGED, K.RISK_CHANGED, LATER),
        (lambda: agreed().act(K.CLOSED, LATER + DAY), K.ARCHIVED, K.CLOSED, LATER + DAY),
        (
            lambda: agreed().act(K.CLOSED, LATER).act(K.ARCHIVED, LATER + DAY),
            K.REOPENED,
            K.ARCHIVED,
            LATER + DAY,
        ),
        (
            lambda: agreed().act(K.CONFIRMATION_APPLIED, LATER + DAY),
            K.CONFIRMATION_DECIDED,
            K.CONFIRMATION_APPLIED,
            LATER + DAY,
        ),
    ],
)
def test_an_act_may_bear_the_day_of_what_it_follows_and_none_before(
    walk: Callable[[], Walk], act: EventKind, follows: EventKind, on: date
) -> None:
    here = walk()
    assert guards.follows(here.case, act) == (on, follows)
    guards.check(here.case, valid(act, here.case, on), on, here.today)
    assert problems(here, act, on - DAY)["happened_on"] == f"不能早于“{follows.label}”的日期 {on}；"


def test_a_move_of_the_new_round_does_not_come_before_one_of_the_old() -> None:
    walk = mediated().act(K.LIFTED, LATER).act(an_agreement(LATER), LATER)
    walk.act(K.CLOSED, LATER).act(K.REOPENED, LATER + 9 * DAY)
    assert guards.follows(walk.case, K.HANDED_DOWN) == (LATER, K.LIFTED)


def test_closing_waits_for_the_day_the_last_obligation_was_met() -> None:
    walk = agreed(LATER + DAY, LATER + 9 * DAY)
    walk.act(happened.ObligationPerformed(obligation=2), LATER + 5 * DAY)
    walk.act(happened.ObligationPerformed(obligation=1), LATER + 2 * DAY)
    assert guards.follows(walk.case, K.CLOSED) == (LATER + 5 * DAY, K.OBLIGATION_PERFORMED)


def test_a_visit_is_of_the_present_round() -> None:
    walk = agreed().act(K.VISIT_MADE, LATER).act(K.CLOSED, LATER).act(K.REOPENED, LATER + 5 * DAY)
    assert not lifecycle.is_possible(walk.case, K.VISIT_MADE)
    walk.act(K.SESSION_HELD, LATER + 6 * DAY).act(an_agreement(LATER + 7 * DAY), LATER + 7 * DAY)
    assert "不能早于“达成协议”" in problems(walk, K.VISIT_MADE, LATER + 6 * DAY)["happened_on"]


@pytest.mark.parametrize("bar", ["reserved_elsewhere", "taken_elsewhere"])
def test_what_the_law_bars_is_not_accepted(bar: str) -> None:
    asked = {"reserved_elsewhere": False, "taken_elsewhere": False} | {bar: True}
    data = happened.Accepted(**asked, consent=Consent.BOTH_AGREE)
    assert "不得受理" in problems(begun(), data, TODAY)[bar]


def test_who_is_turned_away_is_told_where_to_go() -> None:
    data = happened.NotAccepted(ground=RefusalGround.TAKEN, told_where_to_go=False)
    assert "第23条" in problems(begun(), data, TODAY)["told_where_to_go"]


def test_failure_needs_the_other_routes_told() -> None:
    data = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=False)
    assert "第26条" in problems(mediated(), data, LATER)["routes_told"]


@pytest.mark.parametrize(
    ("applicants", "respondents", "missing"),
    [
        (False, True, {"applicants_consent"}),
        (True, False, {"respondents_consent"}),
        (False, False, {"applicants_consent", "respondents_consent"}),
    ],
)
def test_an_extension_needs_both_sides(applicants: bool, respondents: bool, missing: set[str]) -> None:
    data = happened.ExtensionAgreed(
        until=LATER + 30 * DAY, applicants_consent=applicants, respondents_consent=respondents
    )
    assert set(problems(mediated(), data, LATER)) == missing


def test_an_extension_extends() -> None:
    walk = mediated().act(K.EXTENSION_AGREED, LATER)
    until = walk.case.round.extended_to
    again = happened.ExtensionAgreed(until=until or LATER, applicants_consent=True, respondents_consent=True)
    assert "要比它更晚" in problems(walk, again, LATER)["until"]
    at_once = happened.ExtensionAgreed(until=LATER, applicants_consent=True, respondents_consent=True)
    assert "之后" in problems(mediated(), at_once, LATER)["until"]


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        (happened.SessionHeld(content="谈", present=("p9",)), "present", "有人不是本案当事人"),
        (happened.SessionHeld(content="谈", absent=("p9",)), "absent", "有人不是本案当事人"),
        (happened.SessionHeld(content="谈", present=("p1",), absent=("p1",)), "absent", "既到场又缺席"),
        (happened.SessionHeld(content="谈", next_on=LATER - DAY), "next_on", "不能早于本次"),
        (happened.RiskChanged(risk=Risk.ORDINARY, reason="平"), "risk", "没有变化"),
        (happened.RiskChanged(risk=Risk.HIGH, reason="扬言"), "measure", "第25条"),
        (
            happened.RiskChanged(risk=Risk.HIGH, reason="扬言", measure="稳控", reported_on=LATER),
            "reported_to",
            "写明向谁报告",
        ),
        (
            happened.RiskChanged(risk=Risk.HIGH, reason="扬言", measure="稳控", reported_to="派出所"),
            "reported_on",
            "哪天报告",
        ),
        (
            happened.RiskChanged(
                risk=Risk.HIGH, reason="扬言", measure="稳控", reported_to="派出所", reported_on=LATER
            ),
            "reported_means",
            "什么方式",
        ),
        (happened.Lifted(to=Level.VILLAGE, reason="难"), "to", "现在由村级办理"),
        (happened.Lifted(to=Level.GRID, reason="难"), "to", "更高一级"),
        (happened.HandedDown(to=Level.TOWN, reason="易"), "to", "更低一级"),
        (happened.DecisionMade(text="办", owner="张", due=LATER - DAY), "due", "不能早于研判日期"),
    ],
    ids=lambda value: value.kind if hasattr(value, "kind") else None,
)
def test_what_an_act_says_has_to_fit_the_case(data: EventData, field: str, sentence: str) -> None:
    assert sentence in problems(mediated(), data, LATER)[field]


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        (an_agreement(LATER - DAY), "effective_on", "生效日期不能早于"),
        (an_agreement(LATER, LATER - DAY), "promises", "第 1 项的期限早于"),
        (an_agreement(LATER, level_resolved=Level.TOWN), "level_resolved", "现在由村级办理"),
        (
            an_agreement(LATER, promises=(happened.Promise(party="p9", what="赔偿", due=LATER),)),
            "promises",
            "不是本案当事人",
        ),
        (
            an_agreement(
                LATER,
                promises=(happened.Promise(party="p2", what="赔偿", due=LATER + DAY, done_on=LATER + DAY),),
            ),
            "promises",
            "当场履行",
        ),
    ],
)
def test_an_agreement_has_to_fit_the_case(data: EventData, field: str, sentence: str) -> None:
    assert sentence in problems(mediated(), data, LATER)[field]


def test_several_problems_are_said_together_each_at_its_field() -> None:
    data = an_agreement(LATER, LATER - DAY, effective_on=LATER - DAY, level_resolved=Level.COUNTY)
    said = problems(mediated(), data, TODAY)
    assert set(said) == {"happened_on", "level_resolved"}


def test_nobody_defaults_before_the_due_day_is_over() -> None:
    walk = agreed(LATER + 5 * DAY)
    assert "才到期" in problems(walk, K.OBLIGATION_DEFAULTED, LATER + 5 * DAY)["happened_on"]
    walk.act(K.OBLIGATION_DEFAULTED, LATER + 6 * DAY)
    assert walk.case.state is State.DEFAULTED


def test_an_obligation_is_one_of_the_agreements_and_met_once() -> None:
    walk = agreed(LATER + DAY, LATER + DAY).act(happened.ObligationPerformed(obligation=1), LATER)
    assert "没有第 3 项" in problems(walk, happened.ObligationPerformed(obligation=3), LATER)["obligation"]
    assert (
        "第 1 项已经履行" in problems(walk, happened.ObligationPerformed(obligation=1), LATER)["obligation"]
    )


def test_closing_after_a_default_needs_the_other_side_told_to_sue() -> None:
    walk = agreed(LATER + DAY).act(K.OBLIGATION_DEFAULTED, LATER + 2 * DAY)
    untold = happened.Closed()
    assert "起诉或申请执行" in problems(walk, untold, LATER + 2 * DAY)["told_to_sue"]
    guards.check(walk.case, happened.Closed(told_to_sue=True), LATER + 2 * DAY, walk.today)


def test_being_told_at_the_default_is_enough() -> None:
    told = happened.ObligationDefaulted(obligation=1, told_to_sue=True)
    walk = agreed(LATER + DAY).act(told, LATER + 2 * DAY)
    guards.check(walk.case, happened.Closed(), LATER + 2 * DAY, walk.today)


def test_the_court_is_asked_jointly_and_not_about_status_or_ownership() -> None:
    alone = happened.ConfirmationApplied(court="湟中区法院", jointly=False)
    assert "共同申请" in problems(agreed(), alone, LATER)["jointly"]
    walk = mediated().act(an_agreement(LATER, only_status_or_ownership=True), LATER)
    assert "身份或权属" in problems(walk, K.CONFIRMATION_APPLIED, LATER)[""]


def test_filing_needs_every_paper_or_a_reason_for_each_gap() -> None:
    walk = agreed().act(K.CLOSED, LATER)
    said = problems(walk, happened.Archived(retention="长期"), LATER)["gaps"]
    assert said.startswith("卷宗缺：人民调解受理登记表、")
    guards.check(walk.case, valid(K.ARCHIVED, walk.case, LATER), LATER, walk.today)


def test_an_answer_does_not_come_before_its_question() -> None:
    walk = mediated().act(K.HANDED_OVER, LATER).act(K.DECISION_MADE, LATER)
    assert "不能早于移交" in problems(walk, K.FEEDBACK_RECEIVED, LATER - DAY)["happened_on"]
    assert "不能早于研判" in problems(walk, K.DECISION_DONE, LATER - DAY)["happened_on"]
    nothing = happened.FeedbackReceived(handover=2, feedback="好")
    assert "没有这一笔" in problems(walk, nothing, LATER)["handover"]
    assert "没有这一条" in problems(walk, happened.DecisionDone(decision=2, done=True), LATER)["decision"]


def test_a_correction_starts_from_what_the_case_says_now() -> None:
    walk = begun()
    field = happened.Correctable.SUMMARY
    wrong = happened.DetailsCorrected(field=field, before="别的", after="改正", reason="错")
    assert "现有的不一致" in problems(walk, wrong, TODAY)["before"]
    same = happened.DetailsCorrected(
        field=field, before=walk.case.summary, after=walk.case.summary, reason="错"
    )
    assert "没有改动" in problems(walk, same, TODAY)["after"]


def test_a_party_is_corrected_from_what_the_case_says_now_and_keeps_its_number() -> None:
    walk = begun()
    other = PARTIES[0].model_copy(update={"name": "马占虎"})
    wrong = happened.PartyCorrected(before=other, after=PARTIES[0], reason="错")
    assert "现有的不一致" in problems(walk, wrong, TODAY)["before"]
    renumbered = happened.PartyCorrected(
        before=PARTIES[0], after=other.model_copy(update={"id": "p7"}), reason="错"
    )
    assert "现有的不一致" in problems(walk, renumbered, TODAY)["before"]
    same = happened.PartyCorrected(before=PARTIES[0], after=PARTIES[0], reason="错")
    assert "没有改动" in problems(walk, same, TODAY)["after"]
    twin = happened.PartyAdded(party=Party(id="p1", side=Side.THIRD, name="才让"))
    assert "编号重复" in problems(walk, twin, TODAY)["party"]


def test_a_correction_leaves_somebody_on_either_side() -> None:
    crossed = PARTIES[1].model_copy(update={"side": Side.APPLICANT})
    data = happened.PartyCorrected(before=PARTIES[1], after=crossed, reason="错")
    assert "至少要有一名申请方和一名被申请方" in problems(begun(), data, TODAY)["after"]
    old = Walk.begun(an_entry(imported_from="台账第 3 行"))
    guards.check(old.case, data, TODAY, TODAY)


def test_a_visit_after_an_agreement_says_how_far_it_is_performed_and_any_other_need_not() -> None:
    unasked = happened.VisitMade(channel=Channel.PHONE, whom="马占龙")
    assert "履行情况" in problems(agreed(), unasked, LATER)["performance"]
    failed = mediated().act(K.MEDIATION_FAILED, LATER)
    guards.check(failed.case, unasked, LATER, failed.today)


def test_a_later_exit_that_is_none_is_left_empty() -> None:
    data = happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.DONE, later_exit=Exit.NOWHERE
    )
    assert "留空" in problems(agreed(), data, LATER)["later_exit"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"applied_on": TODAY + DAY}, "applied_on"), ({"found_on": TODAY + DAY}, "found_on")],
)
def test_nothing_is_asked_or_found_after_it_was_registered(changes: dict[str, date], field: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        guards.check_registration(an_entry(**changes), TODAY, LATER)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_nothing_is_registered_tomorrow() -> None:
    with pytest.raises(InvalidEntry, match="不能在今天"):
        guards.check_registration(an_entry(), TODAY + DAY, TODAY)


def test_only_ones_own_last_act_is_taken_back() -> None:
    walk = mediated()
    assert guards.undoable(tuple(walk.events), "m1") == walk.events[-1]
    with pytest.raises(Refused, match="是m1做的，只能由本人撤销"):
        guards.undoable(tuple(walk.events), "m2")


def test_a_registration_is_voided_and_not_taken_back() -> None:
    with pytest.raises(Refused, match="请用“作废”"):
        guards.undoable(tuple(begun().events), "m1")


def test_an_archived_file_is_reopened_and_not_taken_back() -> None:
    walk = agreed().act(K.CLOSED, LATER).act(K.ARCHIVED, LATER)
    with pytest.raises(Refused, match="重新调解"):
        guards.undoable(tuple(walk.events), "m1")


def test_taking_back_goes_one_step_after_the_other() -> None:
    walk = mediated()
    accepted = walk.events[1]
    walk.undo()
    assert guards.undoable(tuple(walk.events), "m1") == accepted


@pytest.mark.parametrize(
    "looked",
    [
        happened.RiskChanged(risk=Risk.ORDINARY, reason="问过了", measure="继续观察"),
        happened.RiskChanged(
            risk=Risk.ORDINARY,
            reason="问过了",
            reported_to="镇派出所",
            reported_on=LATER,
            reported_means=Channel.PHONE,
        ),
    ],
)
def test_a_risk_found_the_same_may_be_recorded_with_what_was_done(looked: happened.RiskChanged) -> None:
    assert mediated().act(looked, LATER).case.risk is Risk.ORDINARY
