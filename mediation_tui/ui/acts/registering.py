"""Entering a dispute: what is asked, in the order a caller tells it, and the registration it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_, _
from mediation_tui.model.case import Case
from mediation_tui.model.events import Registration
from mediation_tui.model.party import Party
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import (
    Category,
    CourtProcedure,
    Discovery,
    Entruster,
    Gender,
    Level,
    MediationKind,
    PartyKind,
    Risk,
    Side,
    Source,
)
from mediation_tui.rules.crosswalk import Crosswalk
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.ui.acts.actform import Answers, given
from mediation_tui.ui.acts.asking import (
    When,
    choose,
    grid_options,
    is_among,
    line,
    pick,
    risk_options,
    story,
    village_options,
    word_options,
    yes_no,
)
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.acts.spelling import spelling
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option

A_SIDE = 4
"""How many parties a side can have here; more are added to the case afterwards."""

_UNIT = re.compile(
    r"公司|合作社|委员会|[村居]委会|银行|医院|学校|[小中]学|集团|协会|超市|政府|派出所|工程队|项目部|..[厂店局所部]$"
)


@dataclass(frozen=True)
class Place:
    """One party's place in the form.

    Attributes:
        side: On which side.
        number: Which one of that side, from 1.
    """

    side: Side
    number: int

    @property
    def prefix(self) -> str:
        """What the names of its fields begin with."""
        return f"{self.side.value}{self.number}"

    @property
    def label(self) -> str:
        """What it is called: the side, numbered from the second on."""
        if self.number == 1:
            return self.side.label
        return _("{side}{n}").format(side=self.side.label, n=self.number)

    def asked(self, answers: Answers) -> bool:
        """The first always, each further one once the one before has a name."""
        return self.number == 1 or answers[f"{self.side.value}{self.number - 1}.name"] is not None

    def named(self, answers: Answers) -> bool:
        """Whether there is such a party."""
        return self.asked(answers) and answers[f"{self.prefix}.name"] is not None

    def like_a_unit(self, answers: Answers) -> bool:
        """Whether its name looks like an organisation's: asked then, never assumed."""
        return self.named(answers) and _UNIT.search(answers[f"{self.prefix}.name"]) is not None


PLACES = tuple(
    Place(side, number) for side in (Side.APPLICANT, Side.RESPONDENT) for number in range(1, A_SIDE + 1)
)
NAMES = frozenset(f"{place.prefix}.name" for place in PLACES)
"""The fields in which a party's name is typed."""


@dataclass(frozen=True)
class Beginning:
    """A registration that begins with something that was entered elsewhere.

    Attributes:
        heading: What it is, said in the place of the usual title.
        answers: What is known already, by the names of the form's fields.
        enter: Enters the dispute with the day it was registered, and whatever it comes from; gives its case.
    """

    heading: str
    answers: Answers
    enter: Callable[[Registration, date | None], Case]

    def told(self, fields: Iterable[FieldSpec]) -> tuple[FieldSpec, ...]:
        """The questions, those answered that can be."""
        return tuple(
            replace(each, value=self.answers[each.name]) if each.name in self.answers else each
            for each in fields
        )


def registration_fields(
    town: Town, rules: RuleSet, today: date, village: str | None = None
) -> tuple[FieldSpec, ...]:
    """What is asked to enter a dispute.

    Args:
        town: The office's places.
        rules: Say for which categories the governance office's kind is asked, and how the steps of risk are called.
        today: The office's date.
        village: Where the last dispute entered here arose; offered again.
    """
    return (*_where(town, village), *_who(), *_what(rules.crosswalk), *_how(today), *_how_much(rules, today))


def _where(town: Town, village: str | None) -> Iterator[FieldSpec]:
    levels = (Level.GRID, Level.VILLAGE, Level.TOWN)
    villages = village_options(town)
    yield choose("village", _("村（社区）"), villages, value=village, required=False, hint=_("首字母或编号"))
    yield choose("grid", _("网格"), grid_options(town, village), required=False, hint=_("不清楚就留空"))
    yield pick("level_received", _("首接层级"), levels, value=Level.VILLAGE)


def _who() -> Iterator[FieldSpec]:
    for place in PLACES:
        yield from _party(place)
    yield yes_no("more", _("更多当事人信息"), _("性别、民族、年龄、住址"), value=False, required=False)
    for place in PLACES:
        yield from _more_of(place)


def _party(place: Place) -> Iterator[FieldSpec]:
    name, label = place.prefix, place.label
    first = place.number == 1
    yield line(f"{name}.name", label, required=first, hint="" if first else _("没有就留空"), when=place.asked)
    yield yes_no(f"{name}.organisation", _("是单位吗"), _("名称像单位，请确认"), when=place.like_a_unit)
    yield FieldSpec(f"{name}.phone", _("联系电话"), "phone", when=place.named)


def _more_of(place: Place) -> Iterator[FieldSpec]:
    name, label = place.prefix, place.label

    def wanted(answers: Answers) -> bool:
        return bool(answers["more"]) and place.named(answers)

    def undecided(answers: Answers) -> bool:
        return wanted(answers) and not place.like_a_unit(answers)

    def person(answers: Answers) -> bool:
        return wanted(answers) and _kind(place, answers) is PartyKind.PERSON

    def unit(answers: Answers) -> bool:
        return wanted(answers) and _kind(place, answers) is PartyKind.ORGANISATION

    yield pick(f"{name}.kind", label, PartyKind, value=PartyKind.PERSON, when=undecided)
    yield pick(f"{name}.gender", _("{who}性别").format(who=label), Gender, required=False, when=person)
    yield line(f"{name}.ethnicity", _("{who}民族").format(who=label), when=person)
    yield FieldSpec(f"{name}.birth_year", _("{who}出生年").format(who=label), "number", when=person)
    yield line(f"{name}.representative", _("{who}代表人").format(who=label), when=unit)
    yield line(f"{name}.address", _("{who}住址").format(who=label), when=wanted)


def _kind(place: Place, answers: Answers) -> PartyKind:
    """A person, unless it was said otherwise."""
    if place.like_a_unit(answers):
        return PartyKind.ORGANISATION if answers[f"{place.prefix}.organisation"] else PartyKind.PERSON
    return answers[f"{place.prefix}.kind"] or PartyKind.PERSON


def _what(crosswalk: Crosswalk) -> Iterator[FieldSpec]:
    unclear = is_among("category", *(category for category in Category if crosswalk.asks(category)))
    yield pick("category", _("纠纷类别"), Category, hint=_("首字母或编号"))
    yield choose("governance", _("综治类别"), (), required=False, hint=_("不清楚就留空"), when=unclear)
    yield story("summary", _("纠纷简要情况"), required=True)
    yield line("requests", _("申请事项"))


def _how(today: date) -> Iterator[FieldSpec]:
    found, applied = is_among("source", Source.FOUND), is_among("source", Source.APPLIED)
    yield pick("source", _("案件来源"), Source, value=Source.APPLIED)
    yield pick("entruster", _("移送单位"), Entruster, when=is_among("source", Source.ENTRUSTED))
    yield pick(
        "procedure",
        _("委派或委托程序"),
        CourtProcedure,
        required=False,
        hint=_("不清楚就留空"),
        when=is_among("entruster", Entruster.COURT),
    )
    yield pick("discovery", _("发现方式"), Discovery, required=False, when=found)
    yield _day("found_on", _("发现日期"), today, when=found)
    yield _day("applied_on", _("申请日期"), today, when=applied)


def _day(name: str, label: str, today: date, when: When = None) -> FieldSpec:
    return FieldSpec(name, label, "date", required=True, value=today, when=when)


def _how_much(rules: RuleSet, today: date) -> Iterator[FieldSpec]:
    yield _day("happened_on", _("登记日期"), today)
    yield FieldSpec("amount", _("涉及金额"), "money", hint=_("如 2000、0.2万"))
    yield FieldSpec("people", _("涉及人数"), "number", hint=_("多于当事人时"))
    yield choose("risk", _("风险等级"), risk_options(rules), value=Risk.ORDINARY)
    yield pick("mediation_kind", _("调解类型"), MediationKind, value=MediationKind.PEOPLE)
    yield yes_no("open_hearing", _("公开调解"), _("由当事人选择"), value=False, required=False)


def governance_options(crosswalk: Crosswalk, category: Category | None) -> tuple[Option, ...]:
    """The governance office's kinds a dispute of a category may be, the proposed one first; none where it is clear."""
    if category is None or not (alternatives := crosswalk.asks(category)):
        return ()
    proposed = crosswalk.proposed(category)
    others = (
        Option(
            other.governance,
            _("{kind}（{condition}）").format(kind=other.governance.label, condition=other.condition),
            spelling(other.governance.source),
        )
        for other in alternatives
    )
    return (*word_options((proposed,)), *others)


def registration(answers: Answers) -> Registration:
    """The registration the answers make.

    Raises:
        InvalidEntry: With everything wrong, by the names of the form's fields.
    """
    findings = Findings()
    if answers["village"] is None and answers["level_received"] in (Level.GRID, Level.VILLAGE):
        findings.note("village", MediationError(N_("要写明是哪个村（社区）的纠纷")))
    parties = _parties(answers, findings)
    with findings.within():
        entry = Registration.model_validate({**given(Registration, answers), "parties": parties})
    findings.refuse()
    return entry


def _parties(answers: Answers, findings: Findings) -> tuple[Party, ...]:
    named = (place for place in PLACES if place.named(answers))
    return tuple(_made(place, f"p{number}", answers, findings) for number, place in enumerate(named, start=1))


def _made(place: Place, party_id: str, answers: Answers, findings: Findings) -> Party:
    """The party; one that is unfit stands in its place unchecked, so that the rest is still looked at."""
    start = f"{place.prefix}."
    parts: dict[str, Any] = {
        name.removeprefix(start): value
        for name, value in answers.items()
        if name.startswith(start) and value is not None
    }
    parts |= {"id": party_id, "side": place.side, "kind": _kind(place, answers)}
    parts.pop("organisation", None)
    with findings.within(place.prefix):
        return Party.model_validate(parts)
    return Party.model_construct(**parts)
