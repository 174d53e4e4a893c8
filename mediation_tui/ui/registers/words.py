"""How rounds and legal questions are said in full."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.clock import BEIJING
from mediation_tui.i18n import _, ngettext
from mediation_tui.model import consultation as asked
from mediation_tui.model import screening as screened
from mediation_tui.model.consultation import Consultation, ConsultationStep
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.screening import Round, Screening, ScreeningStep
from mediation_tui.rules.screening import Due, Spot
from mediation_tui.ui.skin import marks

Detail = tuple[str, str]
"""What a detail is called, and its words; no words for none."""


def spot_words(town: Town, spot: Spot) -> str:
    """A village, or a grid with its village."""
    village, grid = spot
    name = town.village_name(village)
    return f"{name}{marks().dot}{town.grid_name(village, grid)}" if grid else name


def due_words(due: Due) -> str:
    """A period's days, with the important period they belong to."""
    first, last = due.first, due.last
    days = f"{first.month}.{first.day:02d}"
    if last != first:
        days += f"-{last.month}.{last.day:02d}"
    return f"{due.special} {days}".strip()


def result_words(round_: Round, cases: int) -> str:
    """What a round came to, in a few words."""
    if round_.zero:
        return _("零报告")
    found = _("当场 {handled}、上报 {passed_up}").format(handled=round_.handled, passed_up=round_.passed_up)
    return found + _("、") + ngettext("立案 {n}", "立案 {n}", cases).format(n=cases)


def round_details(
    screening: Screening,
    cases: tuple[CaseFacts, ...],
    steps: tuple[ScreeningStep, ...],
    people: tuple[Person, ...],
) -> Iterator[Detail]:
    """Everything a round says, the cases it found, and how its record came to be."""
    held = screening.round
    yield _("期间"), str(held.period)
    yield _("排查种类"), held.kind.label
    yield _("排查日期"), str(held.held_on)
    yield _("结果"), result_words(held, len(cases))
    yield _("排查人员"), _("、").join(held.people)
    yield _("走访户数"), "" if held.households is None else str(held.households)
    yield _("排查情况"), held.findings
    yield _("案件"), _("、").join(case.number for case in cases)
    yield _("报告人"), held.reporter
    yield _("经过"), "\n".join(_step(step, people) for step in steps)


def question_details(
    consultation: Consultation,
    number: str,
    town: Town,
    steps: tuple[ConsultationStep, ...],
    people: tuple[Person, ...],
) -> Iterator[Detail]:
    """Everything a question says, personal numbers masked, the case it became, and how its record came to be."""
    said = consultation.question
    asker = said.asker
    yield _("咨询日期"), str(said.day)
    yield _("村（社区）"), town.village_name(said.village) or _("镇外")
    yield _("咨询人"), "  ".join(filter(None, (asker.listed_name or _("匿名"), str(asker.phone or ""))))
    yield _("咨询事项"), said.category.label
    yield _("问题摘要"), said.question
    yield _("答复要点"), said.answer
    yield _("解答人"), name_of(said.adviser, people)
    yield _("方式"), said.channel.label
    yield _("备注"), said.remark
    yield _("案件"), number
    yield _("经过"), "\n".join(_step(step, people) for step in steps)


def name_of(person_id: str, people: tuple[Person, ...]) -> str:
    """The name of somebody on the roster; what is given itself for others."""
    return next((str(person.name) for person in people if person.id == person_id), person_id)


def _step(step: ScreeningStep | ConsultationStep, people: tuple[Person, ...]) -> str:
    """When a step was taken, by whom, what it was and why."""
    when = step.at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
    match step.data:
        case screened.Corrected(reason=why) | screened.Withdrawn(reason=why):
            reason = why
        case asked.Corrected(reason=why) | asked.Withdrawn(reason=why):
            reason = why
        case asked.BecameCase(note=why):
            reason = why
        case _:
            reason = ""
    return "  ".join(filter(None, (when, name_of(step.actor, people), step.data.kind.label, reason)))
