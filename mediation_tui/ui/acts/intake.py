"""Taking a dispute on: acceptance, refusal, and who mediates."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import Accepted, EventKind, MediatorsAssigned, NotAccepted
from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import ChosenBy, Consent, Exit, Purpose, RefusalGround, Source
from mediation_tui.ui.acts.actform import ActForm, recorded
from mediation_tui.ui.acts.asking import ahead, happened_on, pick, story, yes_no
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option


def _accepted(context: ActContext) -> tuple[FieldSpec, ...]:
    applied = context.case.source is Source.APPLIED
    return (
        happened_on(context, _("受理日期")),
        yes_no("reserved_elsewhere", _("由专门机关管辖"), _("依法专属或禁止民间调解")),
        yes_no("taken_elsewhere", _("他处已受理或解决"), _("法院、公安或其他机关")),
        pick("consent", _("调解意愿"), Consent, value=Consent.BOTH_AGREE if applied else None),
        ahead(
            "agreed_until", _("约定期限到"), hint=_("没有约定不填"), when=lambda answers: _agreeable(context)
        ),
    )


def _agreeable(context: ActContext) -> bool:
    """Whether the office's rules let the parties agree on their own last day in such a case."""
    return any(rule.by_agreement for rule in context.rules.applying_to(context.case, Purpose.MEDIATION))


def _not_accepted(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("ground", _("不予受理的理由"), RefusalGround),
        story("explanation", _("说明")),
        pick("exit", _("去向"), Exit, value=Exit.NOWHERE),
        yes_no("told_where_to_go", _("已告知向何处解决"), _("若干规定第23条")),
    )


def _mediators(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        FieldSpec(
            "mediators",
            _("调解员"),
            "many",
            required=True,
            hint=_("空格选定，可多人"),
            options=tuple(_person_option(person, context) for person in _at_hand(context)),
            value=context.case.mediators,
        ),
        pick("chosen_by", _("产生方式"), ChosenBy, value=ChosenBy.ASSIGNED),
    )


def _at_hand(context: ActContext) -> list[Person]:
    """Who serves now: the village's own people first, then the town's, then the other villages'."""
    village = context.case.village

    def nearness(person: Person) -> int:
        return (village, None).index(person.village) if person.village in (village, None) else 2

    return sorted((person for person in context.people if person.active), key=nearness)


def _person_option(person: Person, context: ActContext) -> Option:
    place = context.town.village_name(person.village) or context.town.name
    dot = marks().dot
    return Option(person.id, f"{person.name}{dot}{place}{dot}{person.role.label}", person.initials)


FORMS = (
    ActForm(EventKind.ACCEPTED, N_("先问清两条不得受理的情形，再受理。"), _accepted, recorded(Accepted)),
    ActForm(
        EventKind.NOT_ACCEPTED,
        N_("依法不能受理的，说明理由，告知去何处解决。"),
        _not_accepted,
        recorded(NotAccepted),
    ),
    ActForm(
        EventKind.MEDIATORS_ASSIGNED,
        N_("指定调解员，或由当事人选择。"),
        _mediators,
        recorded(MediatorsAssigned),
    ),
)
