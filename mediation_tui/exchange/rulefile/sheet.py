"""What an office's rules file may hold."""

from __future__ import annotations

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.rules.risks import RiskScale
from mediation_tui.rules.ruleset import ClockRule, RuleSet


class RuleSheet(Frozen):
    """The settings of time and of risk in a file; what else a rule set holds is not touched by it.

    Attributes:
        late_after_days: As in the rule set.
        silent_after_days: As in the rule set.
        clocks: The time limits.
        risks: The four steps of risk; a file that says nothing of them leaves them as they are.
    """

    late_after_days: int = Field(ge=0)
    silent_after_days: int = Field(ge=1)
    clocks: tuple[ClockRule, ...] = Field(min_length=1)
    risks: RiskScale | None = None

    def put_into(self, rules: RuleSet) -> RuleSet:
        """A rule set with these settings in the place of its own."""
        told = {name: getattr(self, name) for name in RuleSheet.model_fields}
        return rules.model_copy(update={name: value for name, value in told.items() if value is not None})
