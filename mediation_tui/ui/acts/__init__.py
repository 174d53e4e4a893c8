"""How every act on a case is asked for and made, as data: forms for the dialogs, help for the menus."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mediation_tui.model.events import EventKind
from mediation_tui.ui.acts import (
    agreement,
    details,
    ending,
    filing,
    intake,
    judging,
    meeting,
    moving,
    parties,
    pausing,
    performing,
    upkeep,
    visiting,
)
from mediation_tui.ui.acts.actform import ActForm, Answers, Corrections, Following
from mediation_tui.ui.acts.context import ActContext

_GROUPS = (
    intake,
    meeting,
    pausing,
    moving,
    agreement,
    performing,
    ending,
    visiting,
    filing,
    judging,
    parties,
    details,
    upkeep,
)

FORMS: Mapping[EventKind, ActForm] = MappingProxyType(
    {form.kind: form for group in _GROUPS for form in group.FORMS}
)
"""The form of every act in `rules.lifecycle.TABLE`."""

__all__ = ["FORMS", "ActContext", "ActForm", "Answers", "Corrections", "Following"]
