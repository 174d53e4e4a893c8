"""What an office's rules file may hold."""

from __future__ import annotations

from pydantic import Field

from mediation_tui.model.base import Frozen
from mediation_tui.rules.ruleset import ClockRule, RuleSet


class RuleSheet(Frozen):
    """The settings of time in a file; what else a rule set holds is not touched by it.

    Attributes:
        late_after_days: As in the rule set.
        silent_after_days: As in the rule set.
        clocks: The time limits.
    """

    late_after_days: int = Field(ge=0)
    silent_after_days: int = Field(ge=1)
    clocks: tuple[ClockRule, ...] = Field(min_length=1)

    def put_into(self, rules: RuleSet) -> RuleSet:
        """A rule set with these settings in the place of its own."""
        return rules.model_copy(update={name: getattr(self, name) for name in RuleSheet.model_fields})
