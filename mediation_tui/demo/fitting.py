"""Which stories can end as a plot wants."""

from __future__ import annotations

from mediation_tui.demo.plots import Plot
from mediation_tui.demo.tale import Draft
from mediation_tui.demo.traits import Trait
from mediation_tui.model.vocabulary import Outcome, State

_SOON, _LATER = 10, 25
"""Days: done nearly on the spot; still to be done weeks after."""

_ABOUT_DUTIES = frozenset({Trait.DEFAULTED, Trait.LATE_PAYER})
_OWING = frozenset({State.PERFORMING, State.DEFAULTED})


def fits(plot: Plot, draft: Draft) -> bool:
    """Whether the way a story is settled goes with what is to become of the agreement."""
    duties, traits = draft.settlement.duties, plot.traits
    if plot.outcome is not Outcome.AGREED:
        return True
    if Trait.PLAIN_WORD in traits:
        return not duties
    if Trait.QUICK in traits:
        return bool(duties) and all(duty.days <= _SOON and duty.parts == 1 for duty in duties)
    if Trait.INSTALMENTS in traits:
        return any(duty.parts > 1 and duty.days >= _LATER for duty in duties)
    if traits & _ABOUT_DUTIES or plot.rests in _OWING:
        return any(duty.days for duty in duties)
    return True
