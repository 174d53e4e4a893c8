"""The office's rules as data: which time limits run, from where to where, on what authority; how types correspond.

The shipped rules are `data/rules.toml`; an office keeps its own copy in the book's settings.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from mediation_tui.i18n import N_, language
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.text import Line
from mediation_tui.model.vocabulary import (
    Category,
    CourtProcedure,
    Entruster,
    Level,
    PauseGround,
    Purpose,
)
from mediation_tui.rules.crosswalk import Crosswalk, shipped_crosswalk
from mediation_tui.rules.risks import SHIPPED_SCALE, RiskScale
from mediation_tui.rules.screening import ScreeningRules
from mediation_tui.rules.terms import Unit
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.rules.workyears import WorkYear

if TYPE_CHECKING:
    from mediation_tui.model.case import Case

PRESSING = frozenset({Purpose.MEDIATION, Purpose.RESPONSE, Purpose.PERFORMANCE, Purpose.FEEDBACK})
"""Limits that make a case overdue once past; the others remind."""

HINTS = frozenset({Purpose.LIMITATION, Purpose.COMPARISON})
"""What is only said beside the limits: nothing has to be done by then, and nothing is ever overdue by it."""

BY_RULE = frozenset(Purpose) - {Purpose.PERFORMANCE, Purpose.FEEDBACK, Purpose.SILENCE}
"""What limits an office may make rules for; the others come from the agreement, the handover or a setting."""


class Start(Word):
    """The day a limit counts from."""

    ACCEPTED = "accepted", N_("受理")
    APPLIED = "applied", N_("收到申请")
    LEVEL = "level", N_("交由本级")
    EFFECTIVE = "effective", N_("协议生效")
    CONCLUDED = "concluded", N_("调结")
    REQUESTED = "requested", N_("当事人申请（时效中断）")
    FILED = "filed", N_("申请司法确认")


class Extension(Word):
    """Who has to agree before a limit is extended."""

    NONE = "none", N_("没有规定可以延期")
    BOTH_SIDES = "both_sides", N_("双方当事人同意")
    COMMITTEE_AND_BOTH = "committee_and_both", N_("调委会和双方当事人约定")
    LEADER = "leader", N_("负责人批准")


class ClockRule(Frozen):
    """One kind of time limit.

    Attributes:
        id: Stable code.
        name: What it is called, in Chinese and in English.
        article: The law, rule or practice it comes from, in Chinese, and perhaps in English.
        local: Not a national rule: the office's own choice.
        limit: How long, in `unit`.
        categories: Only for these kinds of dispute; all when empty.
        entrusters: Only for cases entrusted by these; all when empty.
        procedures: Only for cases a court sent at these stages; all when empty.
        levels: Only while handled at these levels; all when empty.
        replaces: Ids of the rules that do not apply where this one does.
        pauses: The grounds on which it stands still.
        pauses_by_consent: Those on which it stands still only if both sides agree.
        extension: Who has to agree to an extension.
        until_accepted: Only until the case is accepted.
        by_agreement: The parties may agree on another last day when the case is accepted (约定期限).
        ending: What follows when it is past, in Chinese, and perhaps in English.
        enabled: Off until the office turns it on.
    """

    id: Line
    name: Line
    name_en: Line
    article: Line
    article_en: Line = ""
    local: bool = False
    purpose: Purpose
    start: Start
    limit: int = Field(ge=1, le=3650)
    unit: Unit
    categories: tuple[Category, ...] = ()
    entrusters: tuple[Entruster, ...] = ()
    procedures: tuple[CourtProcedure, ...] = ()
    levels: tuple[Level, ...] = ()
    replaces: tuple[str, ...] = ()
    pauses: tuple[PauseGround, ...] = ()
    pauses_by_consent: tuple[PauseGround, ...] = ()
    extension: Extension = Extension.BOTH_SIDES
    until_accepted: bool = False
    by_agreement: bool = False
    ending: Line = ""
    ending_en: Line = ""
    enabled: bool = True

    @property
    def label(self) -> str:
        """Its name in the language spoken now."""
        return self.name if language() == "zh" else self.name_en

    @property
    def authority(self) -> str:
        """Where it comes from, in the language spoken now."""
        return self.article if language() == "zh" else self.article_en or self.article

    @property
    def consequence(self) -> str:
        """What follows when it is past, in the language spoken now; empty where nothing is said of it."""
        return self.ending if language() == "zh" else self.ending_en or self.ending

    @property
    def grounds(self) -> frozenset[PauseGround]:
        """Everything on which it may stand still."""
        return frozenset((*self.pauses, *self.pauses_by_consent))

    def covers(self, case: Case) -> bool:
        """Whether this rule is about such a case at all."""
        return (
            self.enabled
            and (not self.categories or case.category in self.categories)
            and (not self.entrusters or case.entruster in self.entrusters)
            and (not self.procedures or case.procedure in self.procedures)
            and not (self.until_accepted and case.accepted_on)
            and (not self.levels or case.level in self.levels)
        )


class RuleSet(Frozen):
    """Everything an office may set for itself.

    Attributes:
        late_after_days: An event written down more days than this after it happened is a late entry (补录).
        silent_after_days: A case in hand without any event for this many days is silent (无动静).
        clocks: The time limits.
        crosswalk: From the ministry's kinds of dispute to the governance office's.
        workyears: Working days of years the shipped table does not know, or not as the office does.
        screening: Who reports screening rounds, and how often.
        risks: How the four steps of risk are called, lowest first, and in which colour they are shown.
    """

    late_after_days: int = Field(default=7, ge=0)
    silent_after_days: int = Field(default=10, ge=1)
    clocks: tuple[ClockRule, ...] = ()
    crosswalk: Crosswalk = Field(default_factory=shipped_crosswalk)
    workyears: tuple[WorkYear, ...] = ()
    screening: ScreeningRules = ScreeningRules()
    risks: RiskScale = SHIPPED_SCALE

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        return _calendar_with(self.workyears)

    def applying_to(self, case: Case, purpose: Purpose) -> tuple[ClockRule, ...]:
        """The rules of one purpose that hold for a case, replaced ones left out."""
        covering = [rule for rule in self.clocks if rule.purpose is purpose and rule.covers(case)]
        replaced = {id_ for rule in covering for id_ in rule.replaces}
        return tuple(rule for rule in covering if rule.id not in replaced)

    def is_late(self, lag: int) -> bool:
        """Whether so many days between happening and writing down make a late entry."""
        return lag > self.late_after_days


@lru_cache(maxsize=8)
def _calendar_with(years: tuple[WorkYear, ...]) -> WorkingDays:
    """The shipped calendar with some years; a book is asked for it often."""
    return WorkingDays.shipped().with_years(years)


@cache
def shipped_rules() -> RuleSet:
    """The rules the program comes with."""
    path = Path(__file__).with_name("data") / "rules.toml"
    return RuleSet.model_validate(tomllib.loads(path.read_text("utf-8")))


def not_taken(rules: RuleSet) -> tuple[ClockRule, ...]:
    """The limits the program comes with and an office has not: its book is older, or it left them out."""
    known = {rule.id for rule in rules.clocks}
    return tuple(rule for rule in shipped_rules().clocks if rule.id not in known)
