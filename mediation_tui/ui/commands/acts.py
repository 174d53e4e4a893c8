"""The acts of a case's life as commands, generated from the lifecycle table."""

from __future__ import annotations

from functools import partial

from mediation_tui.i18n import N_, _
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.vocabulary import State
from mediation_tui.rules import lifecycle
from mediation_tui.ui.commands.command import Command, Group, Here

_KEYS = {
    EventKind.ACCEPTED: "f4",
    EventKind.MEDIATORS_ASSIGNED: "f4",
    EventKind.SESSION_HELD: "f5",
    EventKind.LIFTED: "f6",
    EventKind.VISIT_MADE: "f7",
    EventKind.AGREEMENT_REACHED: "f8",
    EventKind.OBLIGATION_PERFORMED: "f8",
    EventKind.MEDIATION_FAILED: "f9",
    EventKind.CLOSED: "f9",
    EventKind.ARCHIVED: "f9",
}
"""F4 begins, F5 mediates, F6 lifts, F7 visits, F8 agrees and performs, F9 ends; the state decides which it is."""


def _possible(kind: EventKind, here: Here) -> bool:
    return here.case is not None and here.case.state in lifecycle.TABLE[kind].since


def _do(kind: EventKind, here: Here) -> None:
    here.app.do_act(here, kind)


class Act(Command):
    """An act as a command: its help is its form's, read when it is first shown."""

    @property
    def help(self) -> str:
        """The sentence of help of the act's form."""
        from mediation_tui.ui.acts import FORMS

        return _(FORMS[EventKind(self.id.removeprefix("act."))].help)


def _act(kind: EventKind) -> Command:
    key = _KEYS.get(kind)
    return Act(
        id=f"act.{kind.value}",
        source=kind.source,
        description="",
        keys=(key,) if key else (),
        when=partial(_possible, kind),
        run=partial(_do, kind),
        group=Group.ACTS,
        shown=key is not None,
    )


def _has_case(here: Here) -> bool:
    return here.case is not None


def _may_undo(here: Here) -> bool:
    return here.case is not None and here.case.state is not State.ARCHIVED and here.case.version > 1


ACTS = (
    *(_act(kind) for kind in lifecycle.TABLE),
    Command(
        id="act.menu",
        source=N_("更多"),
        description=N_("这件案件现在可以办的所有事项。"),
        keys=("f10",),
        when=_has_case,
        run=lambda here: here.app.show_acts(here),
        group=Group.ACTS,
        shown=True,
    ),
    Command(
        id="act.undo",
        source=N_("撤销上一步"),
        description=N_("撤销自己在这件案件上的最后一步；两步都留有记录。"),
        keys=("ctrl+z",),
        when=_may_undo,
        run=lambda here: here.app.undo(here),
        group=Group.ACTS,
    ),
)
"""Every act on the case under the cursor."""
