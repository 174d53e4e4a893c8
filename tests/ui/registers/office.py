"""The busy office once its villages report their rounds, and people have asked what the law says."""

from __future__ import annotations

from datetime import timedelta

from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.personal import Phone
from mediation_tui.model.vocabulary import Post, Role
from tests.builders import PEOPLE, TOWN, Office, an_entry
from tests.registers import a_question, a_round, a_zero, weeks
from tests.ui.rooms import DAY

OFFICE_PHONE, HEAD_PHONE = "0971-2270011", "13997011234"
THIS_WEEK = Period.week_of(DAY)
LAST_WEEK = THIS_WEEK.earlier()

_TOWN = TOWN.model_copy(
    update={
        "villages": tuple(
            village.model_copy(update={"phone": OFFICE_PHONE}) if village.id == "v2" else village
            for village in TOWN.villages
        )
    }
)
_PEOPLE = (
    *PEOPLE,
    Person(
        id="m3", role=Role.MEDIATOR, name="祁德山", village="v2", post=Post.DIRECTOR, phone=Phone(HEAD_PHONE)
    ),
    Person(id="a1", role=Role.LEGAL_ADVISER, name="苏律师", village="v1"),
    Person(id="a2", role=Role.LEGAL_ADVISER, name="冶律师", village="v2"),
)


def let_report(office: Office) -> None:
    """Five weeks: 上庄村 reported all but the present one, 下河村 two, 南坡社区 one zero; two questions, one a case."""
    desk = office.desk()
    desk.keep_roster(_TOWN, _PEOPLE)
    for week in weeks(4, LAST_WEEK):
        desk.report_screening(a_round(week, held_on=week.last))
    for week in weeks(2, LAST_WEEK.earlier()):
        desk.report_screening(a_zero(week, village="v2", held_on=week.last, reporter="祁德山"))
    desk.report_screening(a_zero(weeks(4, LAST_WEEK)[0], village="v3", held_on=LAST_WEEK.last))
    desk.record_consultation(a_question(DAY - timedelta(days=12), adviser="a1"))
    asked = desk.record_consultation(a_question(DAY - timedelta(days=3), adviser="a2", village="v2"))
    desk.become_case(asked.id, an_entry(village="v2", grid="g3", applied_on=DAY - timedelta(days=3)))
