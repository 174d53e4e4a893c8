"""One event of a case in full, as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from textual.app import ComposeResult

from mediation_tui.clock import BEIJING
from mediation_tui.desk import Desk
from mediation_tui.i18n import _
from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.events import Correctable, Event
from mediation_tui.model.fold import lag
from mediation_tui.model.party import Party
from mediation_tui.ui.acts import FORMS, ActContext
from mediation_tui.ui.text import fit, wrap
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.toned import Line, Said, Toned

_LABEL, _WIDTH = 18, 50


class EventDialog(Dialog[None]):
    """Who wrote it down, when, and everything it says; personal numbers masked.

    Args:
        event: Which.
        desk: Whose book and roster.
    """

    def __init__(self, event: Event, desk: Desk) -> None:
        super().__init__(f"{event.kind.label}  {event.happened_on}")
        self._event = event
        self._case = desk.book.case(event.case_id)
        self._around = ActContext.at(desk, self._case)
        self._late = desk.book.rules.is_late(lag(event))

    def body(self) -> ComposeResult:
        """Every field with its label."""
        yield Toned(self._lines())

    def foot(self) -> str:
        """How to leave."""
        return _("Esc 返回")

    def save(self) -> None:
        """There is nothing to save."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self._body.can_focus = True
        self._body.focus()

    def _lines(self) -> Iterator[Line]:
        event = self._event
        written = event.recorded_at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
        late = _("（补录）") if self._late else ""
        who = self._around.person_name(event.actor)
        yield from _entry(_("记录"), _("{when}  {who}{late}").format(when=written, who=who, late=late))
        labels = _labels(self._case, event, self._around)
        for name in type(event.data).model_fields:
            value = getattr(event.data, name)
            if name != "kind" and value not in (None, "", ()):
                said = self._around.rules.risks[value].label if name == "risk" else _said(value, self._around)
                yield from _entry(labels.get(name, name), said)


def _labels(case: Case, event: Event, context: ActContext) -> Mapping[str, str]:
    """What the fields of an event are called: as its form calls them, or a registration's details."""
    form = FORMS.get(event.kind)
    asked = {spec.name: spec.label for spec in form.fields(context)} if form else {}
    return {
        "field": _("项目"),
        "before": _("原来"),
        "after": _("改为"),
        "reason": _("原因"),
        "party": _("当事人"),
        "parties": _("当事人"),
        "number": _("案号"),
        "year": _("年份"),
        "serial": _("序号"),
        "committee": _("调委会"),
        "level_received": _("首接层级"),
        "risk": _("风险"),
        "open_hearing": _("公开调解"),
        "imported_from": _("导入自"),
        "promises": _("履行事项"),
        "event": _("撤销的事件"),
        "gaps": _("卷宗还缺"),
        "meeting": _("会议"),
        **{detail.value: detail.label for detail in Correctable},
        **asked,
    }


def _entry(label: str, text: str) -> Iterator[Line]:
    first, *others = wrap(text, _WIDTH)
    yield (Said(fit(label, _LABEL), "muted"), Said(first))
    for line in others:
        yield (Said(" " * _LABEL), Said(line))


def _said(value: Any, context: ActContext) -> str:
    """A recorded value as people read it."""
    match value:
        case bool():
            return _("是") if value else _("否")
        case Party():
            return f"{value.side.label} {value.listed_name}"
        case Frozen():
            fields = (getattr(value, name) for name in type(value).model_fields)
            return "  ".join(_said(each, context) for each in fields if each not in (None, "", ()))
        case tuple():
            return _("；").join(_said(each, context) for each in value)
        case date():
            return value.isoformat()
        case Decimal():
            return _("{amount:,} 元").format(amount=value)
        case str() if hasattr(value, "label"):
            return str(value.label)
        case _:
            return _named(str(value), context)


def _named(text: str, context: ActContext) -> str:
    """A party's or person's id as a name; anything else as it is."""
    party = context.case.party(text)
    if party:
        return party.listed_name
    town = context.town
    places = {village.id: village.name for village in town.villages}
    places |= {grid.id: grid.name for village in town.villages for grid in village.grids}
    places |= {committee.id: committee.name for committee in town.committees}
    return str(places.get(text, context.person_name(text)))
