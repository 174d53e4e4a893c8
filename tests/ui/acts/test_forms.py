from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from mediation_tui.desk import Desk
from mediation_tui.errors import InvalidEntry
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import Correctable, EventKind
from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import Level, Performance, Risk, Role
from mediation_tui.rules import lifecycle
from mediation_tui.ui.acts import FORMS, ActContext, Corrections
from mediation_tui.ui.acts.entering import entered
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from tests.builders import PEOPLE, TODAY, Office, an_agreement, an_entry
from tests.ui.acts.filling import DUE, K, answered, answers_for, meant, ready_for


def at(office: Office, case: Case) -> ActContext:
    return ActContext.at(office.desk(), case)


def made(kind: EventKind, context: ActContext, **given: Any) -> Any:
    form = FORMS[kind]
    answers = answered(kind, context, given)
    return entered(form.fields(context), answers, lambda read: form.build(context, read))


def field(kind: EventKind, context: ActContext, name: str) -> FieldSpec:
    return next(spec for spec in FORMS[kind].fields(context) if spec.name == name)


def refused(error: InvalidEntry) -> set[str]:
    return {problem.field for problem in error.problems}


def test_every_act_has_a_form_and_a_sentence_of_help() -> None:
    assert set(FORMS) == set(lifecycle.TABLE)
    assert all(form.help.endswith("。") for form in FORMS.values())


@pytest.mark.parametrize("kind", list(lifecycle.TABLE))
def test_a_form_says_what_an_act_records(kind: EventKind, office: Office) -> None:
    case = ready_for(kind, office)
    data = meant(kind, case, office)
    record = made(kind, at(office, case), **answers_for(data, office))
    if isinstance(data, happened.DetailsCorrected):
        assert record == Corrections({data.field: data.field.read(data.after)}, data.reason)
    else:
        assert record == data


@pytest.mark.parametrize("kind", list(lifecycle.TABLE))
def test_no_form_leaves_a_question_of_law_answered_beforehand(kind: EventKind, office: Office) -> None:
    asked = FORMS[kind].fields(at(office, ready_for(kind, office)))
    assert all(spec.value is None for spec in asked if spec.kind == "yesno" and spec.required)


@pytest.mark.parametrize("kind", list(lifecycle.TABLE))
def test_forms_ask_in_an_order_in_which_each_question_depends_on_those_above(
    kind: EventKind, office: Office
) -> None:
    answers: dict[str, Any] = {}
    for spec in FORMS[kind].fields(at(office, ready_for(kind, office))):
        if spec.when is not None:
            spec.when(answers)
        answers[spec.name] = spec.value


def test_a_session_begins_with_everybody_present_at_the_usual_place(office: Office) -> None:
    context = at(office, ready_for(K.SESSION_HELD, office))
    assert field(K.SESSION_HELD, context, "present").value == ("p1", "p2")
    assert field(K.SESSION_HELD, context, "place").value == "上庄村人民调解委员会"
    lifted = office.go_on(context.case, happened.Lifted(to=Level.TOWN, reason="疑难"))
    assert field(K.SESSION_HELD, at(office, lifted), "place").value == "共和镇人民调解委员会"
    held = office.go_on(lifted, happened.SessionHeld(content="谈", place="田边", rights_told=True))
    assert field(K.SESSION_HELD, at(office, held), "place").value == "田边"


def test_rights_are_asked_about_until_they_have_been_told(office: Office) -> None:
    context = at(office, ready_for(K.SESSION_HELD, office))
    asked = field(K.SESSION_HELD, context, "rights_told").when
    assert asked
    assert asked({})
    told = office.go_on(context.case, happened.SessionHeld(content="谈", rights_told=True))
    asked = field(K.SESSION_HELD, at(office, told), "rights_told").when
    assert asked
    assert not asked({})


def test_lifting_goes_one_level_up_and_handing_down_one_level_down(office: Office) -> None:
    context = at(office, office.walk())
    assert field(K.LIFTED, context, "to").value is Level.TOWN
    assert [option.value for option in field(K.LIFTED, context, "to").options] == [Level.TOWN, Level.COUNTY]
    assert field(K.HANDED_DOWN, context, "to").value is Level.GRID


def test_a_measure_is_asked_when_the_risk_rises(office: Office) -> None:
    context = at(office, office.walk(entry=an_entry(risk=Risk.ELEVATED)))
    asked = field(K.RISK_CHANGED, context, "measure").when
    assert asked
    assert asked({"risk": Risk.SEVERE})
    assert not asked({"risk": Risk.ORDINARY})


def test_an_agreement_splits_a_sum_into_months_and_knows_what_was_done_on_the_spot(office: Office) -> None:
    context = at(office, ready_for(K.AGREEMENT_REACHED, office))
    first = TODAY + timedelta(days=29)
    record = made(
        K.AGREEMENT_REACHED,
        context,
        form="written",
        content="赔偿",
        only_status_or_ownership=False,
        **{"promise1.party": "p2", "promise1.what": "赔偿", "promise1.amount": "0.1万"},
        **{"promise1.done": False, "promise1.due": first, "promise1.times": "3"},
        **{"promise2.party": "p1", "promise2.what": "道歉", "promise2.done": True},
    )
    assert [(p.party, p.due.isoformat(), p.amount, p.done_on) for p in record.promises] == [
        ("p2", "2026-03-31", Decimal("333.33"), None),
        ("p2", "2026-04-30", Decimal("333.33"), None),
        ("p2", "2026-05-31", Decimal("333.34"), None),
        ("p1", "2026-03-02", None, TODAY),
    ]


def test_everything_wrong_with_an_agreement_is_said_at_once_and_in_place(office: Office) -> None:
    context = at(office, ready_for(K.AGREEMENT_REACHED, office))
    with pytest.raises(InvalidEntry) as caught:
        made(
            K.AGREEMENT_REACHED,
            context,
            form="written",
            content="长" * 6000,
            **{"promise1.party": "p2", "promise1.what": "x\x1b", "promise1.amount": "两千多"},
            **{"promise1.done": False, "promise1.due": DUE, "promise1.times": "3"},
            **{"promise2.party": "p1", "promise2.what": "道歉", "promise2.done": False, "promise2.due": DUE},
            **{"promise2.times": "999"},
        )
    assert refused(caught.value) == {"content", "promise1.what", "promise1.amount", "promise2.times"}


def test_the_second_obligation_is_asked_once_the_first_is_filled(office: Office) -> None:
    context = at(office, ready_for(K.AGREEMENT_REACHED, office))
    asked = field(K.AGREEMENT_REACHED, context, "promise2.party").when
    assert asked
    assert not asked({"promise1.party": None})
    assert asked({"promise1.party": "p1"})


def test_obligations_are_called_by_day_debtor_and_sum_and_the_nearest_is_offered(office: Office) -> None:
    agreement = an_agreement(TODAY, DUE + timedelta(days=400), DUE)
    context = at(office, office.walk(K.ACCEPTED, K.SESSION_HELD, agreement))
    which = field(K.OBLIGATION_PERFORMED, context, "obligation")
    assert which.value == 2
    assert [option.label for option in which.options] == [
        "第1期 2027年4月16日 单小山 付 500 元 赔偿",
        "第2期 3月12日 单小山 付 500 元 赔偿",
    ]


@pytest.mark.parametrize(
    ("agreement", "performance"),
    [(an_agreement(TODAY), Performance.DONE), (an_agreement(TODAY, DUE), Performance.NOT_DUE)],
)
def test_a_visit_begins_with_what_is_known_of_performance(
    agreement: happened.AgreementReached, performance: Performance, office: Office
) -> None:
    context = at(office, office.walk(K.ACCEPTED, K.SESSION_HELD, agreement))
    assert field(K.VISIT_MADE, context, "performance").value is performance


def test_a_visit_after_a_failure_asks_nothing_about_performance(office: Office) -> None:
    context = at(office, office.walk(K.ACCEPTED, K.SESSION_HELD, K.MEDIATION_FAILED))
    asked = field(K.VISIT_MADE, context, "performance").when
    assert asked
    assert not asked({})
    visit = made(K.VISIT_MADE, context, channel="phone", relapsed=False, sued=True, escalating=False)
    assert visit.performance is None


def test_closing_asks_about_suing_only_where_something_was_left_undone(office: Office) -> None:
    owing = office.walk(K.ACCEPTED, K.SESSION_HELD, an_agreement(TODAY, DUE))
    office.on(DUE + timedelta(days=1))
    for told, needed in ((False, True), (True, False)):
        case = office.go_on(owing, happened.ObligationDefaulted(obligation=1, told_to_sue=told))
        asked = field(K.CLOSED, at(office, case), "told_to_sue").when
        assert asked
        assert asked({}) is needed
    assert "卷宗还缺" in FORMS[K.CLOSED].brief(at(office, case))


def test_archiving_asks_for_a_reason_for_each_missing_paper(office: Office) -> None:
    context = at(office, ready_for(K.ARCHIVED, office))
    gaps = [spec.name for spec in FORMS[K.ARCHIVED].fields(context) if spec.name.startswith("gap.")]
    assert "gap.acceptance_form" in gaps
    with pytest.raises(InvalidEntry) as caught:
        made(K.ARCHIVED, context, retention="长期", **dict.fromkeys(gaps[1:], "遗失"))
    assert refused(caught.value) == {gaps[0]}


def test_mediators_of_the_village_come_first_and_those_who_left_are_not_offered(office: Office) -> None:
    gone = Person(id="m9", role=Role.MEDIATOR, name="离任者", village="v1", active=False)
    context = replace(at(office, office.walk(K.ACCEPTED)), people=(*reversed(PEOPLE), gone))
    options = field(K.MEDIATORS_ASSIGNED, context, "mediators").options
    assert [option.value for option in options] == ["m1", "o1", "m2"]


def test_an_unknown_number_to_merge_into_is_refused_where_it_was_typed(office: Office) -> None:
    with pytest.raises(InvalidEntry) as caught:
        made(K.MERGED_INTO, at(office, office.walk()), target="查无此号")
    assert refused(caught.value) == {"target"}


def test_several_details_are_corrected_together_and_each_has_to_change(office: Office) -> None:
    context = at(office, office.walk())
    details = (Correctable.GRID, Correctable.AMOUNT, Correctable.REQUESTS)
    given = {"details": details, "amount": "0.2万", "requests": None, "reason": "记错"}
    with pytest.raises(InvalidEntry) as caught:
        made(K.DETAILS_CORRECTED, context, grid="g1", **given)
    assert refused(caught.value) == {"grid", "requests"}
    assert made(
        K.DETAILS_CORRECTED, context, **given | {"details": details[:2], "grid": None}
    ) == Corrections({Correctable.GRID: None, Correctable.AMOUNT: Decimal(2000)}, "记错")


def test_a_corrected_party_keeps_what_was_not_touched(office: Office) -> None:
    context = at(office, office.walk())
    record = made(K.PARTY_CORRECTED, context, **{"after.birth_year": "1980"}, reason="补全")
    assert record.after == context.case.parties[0].model_copy(update={"birth_year": 1980})


def test_picking_another_party_brings_what_is_recorded_of_that_one(office: Office) -> None:
    context = at(office, office.walk())
    following = FORMS[K.PARTY_CORRECTED].follow(context, "before", {"before": "p2"})
    assert following.answers["after.name"] == "单小山"
    assert following.answers["after.phone"] is None


def test_a_party_may_have_an_agent(office: Office) -> None:
    context = at(office, office.walk())
    agent = {"party.agent.name": "赵律", "party.agent.relation": "律师", "party.agent.phone": "13812345678"}
    record = made(K.PARTY_ADDED, context, **{"party.side": "third", "party.name": "才让"}, **agent)
    assert (record.party.id, record.party.agent.name, str(record.party.agent.phone)) == (
        "p3",
        "赵律",
        "138****5678",
    )


def test_the_actor_of_a_desk_is_known_by_name(office: Office) -> None:
    context = ActContext.at(Desk(office.book, "m2", office.clock), office.walk())
    assert context.person_name("m2") == "李玉兰"
    assert context.person_name("外人") == "外人"
    assert field(K.VISIT_MADE, context, "satisfaction_recorded_by").value == "李玉兰"
