"""What the law leaves open once something promised was not done (人民调解法 Arts 31–33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Category, ConfirmationResult, Purpose
from mediation_tui.rules.clocks import by_rule
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays

_WAGES = frozenset({Category.LABOUR, Category.MIGRANT_WAGES})


class Way(Word):
    """One way on after a default."""

    URGE = "urge", N_("督促履行，有争议的再调解（第31、32条）")
    CONFIRM = "confirm", N_("{day} 前双方可共同申请司法确认（第33条）")
    ENFORCE = "enforce", N_("协议已经司法确认，可向法院申请强制执行（第33条）")
    PAYMENT_ORDER = "payment_order", N_("拖欠报酬等的，可凭协议向法院申请支付令")
    SUE = "sue", N_("可在诉讼时效内向法院起诉（第32条）")


class Remedy(Frozen):
    """A way on, open now.

    Attributes:
        until: Its last day, where it has one.
    """

    way: Way
    until: date | None = None

    @property
    def sentence(self) -> str:
        """What may be done, in the language spoken now."""
        return _(self.way.source).format(day=self.until)


def in_default(case: Case) -> bool:
    """Something promised was found not to have been done, and still is not."""
    return bool(case.agreement and any(o.open and o.defaulted_on for o in case.agreement.obligations))


def remedies(case: Case, rules: RuleSet, calendar: WorkingDays, today: date) -> tuple[Remedy, ...]:
    """What may be done about an agreement that is not kept, the gentlest first; nothing without an agreement."""
    return tuple(_remedies(case, rules, calendar, today)) if case.agreement else ()


def _remedies(case: Case, rules: RuleSet, calendar: WorkingDays, today: date) -> Iterator[Remedy]:
    agreement = case.agreement
    assert agreement, "asked of an agreement"
    yield Remedy(way=Way.URGE)
    if agreement.confirmation and agreement.confirmation.result is ConfirmationResult.VALID:
        yield Remedy(way=Way.ENFORCE)
        return
    if not agreement.confirmation and not agreement.only_status_or_ownership:
        for window in by_rule(case, rules, calendar, Purpose.CONFIRMATION):
            if today <= window.due:
                yield Remedy(way=Way.CONFIRM, until=window.due)
    if case.category in _WAGES:
        yield Remedy(way=Way.PAYMENT_ORDER)
    yield Remedy(way=Way.SUE)
