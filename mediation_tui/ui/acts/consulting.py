"""Writing down a legal question: what is asked, who is likely to have answered, and the case it may become."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mediation_tui.i18n import _
from mediation_tui.model.consultation import Asker, Question
from mediation_tui.model.events import Registration
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Category, Channel, Level, Role, Source
from mediation_tui.ui.acts.actform import Answers, Following, given
from mediation_tui.ui.acts.asking import choose, line, pick, story, village_options, yes_no
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option


def question_fields(
    town: Town, people: Iterable[Person], today: date, actor: str, now: Question | None = None
) -> tuple[FieldSpec, ...]:
    """What is asked, in the order somebody tells it; after the answer all has an answer already.

    Args:
        town: The office's places.
        people: The roster.
        today: The office's date.
        actor: Who writes it down.
        now: What was written down before, where that is put right.
    """
    roster = tuple(people)
    adviser = now.adviser if now else likely_adviser(roster, None, actor)
    asker = now.asker if now else Asker()
    return (
        choose(
            "village",
            _("村（社区）"),
            village_options(town),
            value=now.village if now else None,
            required=False,
            hint=_("首字母或编号；镇外的人不填"),
        ),
        story("question", _("问题摘要"), value=now.question if now else "", required=True),
        story("answer", _("答复要点"), value=now.answer if now else "", required=True),
        pick("category", _("咨询事项"), Category, value=now.category if now else Category.OTHER),
        choose("adviser", _("解答人"), _advisers(roster, adviser), value=adviser),
        FieldSpec("day", _("咨询日期"), "date", required=True, value=now.day if now else today),
        pick("channel", _("方式"), Channel, value=now.channel if now else Channel.IN_PERSON),
        line("name", _("咨询人"), value=asker.name or "", hint=_("匿名的不填")),
        FieldSpec("phone", _("联系电话"), "phone", value=asker.phone.reveal() if asker.phone else None),
        yes_no("minor", _("未满18岁"), value=asker.minor, required=False),
        line("remark", _("备注"), value=now.remark if now else ""),
        *((story("reason", _("更正原因"), required=True),) if now else ()),
    )


def _advisers(people: Iterable[Person], present: str | None) -> tuple[Option, ...]:
    """Those who may have answered, legal advisers first; whoever did before stays among them."""
    serving = [person for person in people if person.active or person.id == present]
    serving.sort(key=lambda person: person.role is not Role.LEGAL_ADVISER)
    return tuple(Option(person.id, str(person.name), person.initials) for person in serving)


def likely_adviser(people: Iterable[Person], village: str | None, actor: str) -> str | None:
    """Who usually answers a village's questions: its legal adviser, or else whoever writes it down.

    Args:
        people: The roster.
        village: Where the asker comes from.
        actor: Who writes it down; nobody is proposed if they are not on the roster.
    """
    roster = tuple(people)
    advisers = (p for p in roster if p.active and p.role is Role.LEGAL_ADVISER and p.village == village)
    known = (person for person in roster if person.id == actor)
    found = next(advisers, None) or next(known, None)
    return found.id if found else None


def adviser_follows(people: Iterable[Person], actor: str, changed: str, answers: Answers) -> Following:
    """Another village brings its own adviser."""
    if changed != "village":
        return Following()
    return Following({"adviser": likely_adviser(people, answers["village"], actor)})


def question_of(answers: Answers) -> Question:
    """The question the answers make.

    Raises:
        InvalidEntry: With everything that is wrong, by the names of the form's fields.
    """
    findings = Findings()
    asker = Asker()
    with findings.within():
        asker = Asker.model_validate(given(Asker, answers))
    with findings.within():
        made = Question.model_validate({**given(Question, answers), "asker": asker})
    findings.refuse()
    return made


def dispute_of(question: Question) -> Answers:
    """What is known already of the dispute a question turned out to be, by the names of the registration's fields.

    A question is no application to the committee, so the day of that is asked; so is a kind that was left at "other".
    """
    asker = question.asker
    return {
        "village": question.village,
        "level_received": Level.VILLAGE if question.village else Level.TOWN,
        "applicant1.name": asker.name or "",
        "applicant1.phone": asker.phone.reveal() if asker.phone else None,
        **({} if question.category is Category.OTHER else {"category": question.category}),
        "summary": question.question,
        "source": Source.APPLIED,
    }


def with_asker(entry: Registration, asker: Asker) -> Registration:
    """The registration, in which an asker under age who is a party of it stays protected."""
    if not asker.minor:
        return entry
    parties = tuple(
        party.model_copy(update={"minor": True}) if party.name == asker.name else party
        for party in entry.parties
    )
    return entry.model_copy(update={"parties": parties})
