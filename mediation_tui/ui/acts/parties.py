"""Who is in dispute: the questions about a party, adding one, and putting one right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Frozen
from mediation_tui.model.events import EventData, EventKind, PartyAdded, PartyCorrected
from mediation_tui.model.party import Party
from mediation_tui.model.personal import Personal
from mediation_tui.model.vocabulary import Gender, PartyKind, Side
from mediation_tui.ui.acts.actform import ActForm, Answers, Following
from mediation_tui.ui.acts.asking import (
    answered,
    choose,
    happened_on,
    is_among,
    line,
    party_options,
    pick,
    story,
    village_options,
    yes_no,
)
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec

_AGENT = ("name", "relation", "phone", "powers")


def party_fields(prefix: str, context: ActContext) -> Iterator[FieldSpec]:
    """Everything that can be said of a party, its fields named after a prefix."""
    person = is_among(f"{prefix}.kind", PartyKind.PERSON)
    organisation = is_among(f"{prefix}.kind", PartyKind.ORGANISATION)
    yield pick(f"{prefix}.side", _("哪一方"), Side)
    yield pick(f"{prefix}.kind", _("个人或单位"), PartyKind, value=PartyKind.PERSON)
    yield line(f"{prefix}.name", _("姓名或名称"), required=True)
    yield FieldSpec(f"{prefix}.phone", _("联系电话"), "phone")
    yield pick(f"{prefix}.gender", _("性别"), Gender, required=False, when=person)
    yield line(f"{prefix}.ethnicity", _("民族"), when=person)
    yield FieldSpec(f"{prefix}.birth_year", _("出生年"), "number", when=person)
    yield line(f"{prefix}.representative", _("法定代表人"), when=organisation)
    yield line(f"{prefix}.occupation", _("职业或职务"))
    yield line(f"{prefix}.unit", _("工作单位"), when=person)
    yield line(f"{prefix}.address", _("住址"))
    yield choose(f"{prefix}.village", _("所在村（社区）"), village_options(context.town), required=False)
    yield FieldSpec(f"{prefix}.id_number", _("证件号码"), "code", when=person)
    yield FieldSpec(f"{prefix}.credit_code", _("统一社会信用代码"), "code", when=organisation)
    yield yes_no(
        f"{prefix}.minor", _("未成年人"), _("列表里不显示全名"), value=False, required=False, when=person
    )
    yield from _agent_fields(f"{prefix}.agent")


def _agent_fields(prefix: str) -> Iterator[FieldSpec]:
    named = answered(f"{prefix}.name")
    yield line(f"{prefix}.name", _("委托代理人"))
    yield line(f"{prefix}.relation", _("与当事人的关系"), when=named)
    yield FieldSpec(f"{prefix}.phone", _("代理人电话"), "phone", when=named)
    yield line(f"{prefix}.powers", _("代理权限"), when=named)


def party_parts(prefix: str, answers: Answers) -> dict[str, Any]:
    """What was answered about a party, as the parts of its record."""
    start = f"{prefix}."
    answered_parts = {
        name.removeprefix(start): value
        for name, value in answers.items()
        if name.startswith(start) and value is not None
    }
    agent = {part: answered_parts.pop(f"agent.{part}", None) for part in _AGENT}
    if agent["name"] is not None:
        answered_parts["agent"] = {part: value for part, value in agent.items() if value is not None}
    return answered_parts


def _said_of(prefix: str, party: Party) -> dict[str, Any]:
    """A party as the answers that would record it."""
    facts = {f"{prefix}.{name}": _answer(getattr(party, name)) for name in Party.model_fields}
    agent = {f"{prefix}.agent.{part}": _answer(getattr(party.agent, part, None)) for part in _AGENT}
    dropped = (f"{prefix}.id", f"{prefix}.agent")
    return {name: value for name, value in (facts | agent).items() if name not in dropped}


def _answer(value: Any) -> Any:
    """A recorded value as it is typed; personal ones in full, since they are here to be put right."""
    if isinstance(value, Personal):
        return value.reveal()
    return None if isinstance(value, Frozen) else value


def _added(context: ActContext) -> tuple[FieldSpec, ...]:
    return (happened_on(context), *party_fields("party", context))


def _build_added(context: ActContext, answers: Answers) -> EventData:
    party = {"id": context.case.next_party_id(), **party_parts("party", answers)}
    return PartyAdded.model_validate({"party": party})


def _corrected(context: ActContext) -> tuple[FieldSpec, ...]:
    first = context.case.parties[0]
    said = _said_of("after", first)
    return (
        choose("before", _("更正哪一位"), party_options(context.case), value=first.id),
        *(replace(spec, value=said[spec.name]) for spec in party_fields("after", context)),
        story("reason", _("更正原因"), required=True),
    )


def _follow_party(context: ActContext, changed: str, answers: Answers) -> Following:
    """Another party picked brings what is recorded of that one."""
    party = context.case.party(answers["before"] or "") if changed == "before" else None
    return Following(_said_of("after", party) if party else {})


def _build_corrected(context: ActContext, answers: Answers) -> EventData:
    before = context.case.party(answers["before"])
    after = {"id": answers["before"], **party_parts("after", answers)}
    return PartyCorrected.model_validate({"before": before, "after": after, "reason": answers["reason"]})


FORMS = (
    ActForm(
        EventKind.PARTY_ADDED,
        N_("调解中又有人加入。"),
        _added,
        _build_added,
        lands={"party": "party.name"},
    ),
    ActForm(
        EventKind.PARTY_CORRECTED,
        N_("改正或补全一位当事人，原来写的会留着。"),
        _corrected,
        _build_corrected,
        lands={"after": "after.name"},
        follow=_follow_party,
    ),
)
