"""The widget that fills each kind of field, and the answer it holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_, _
from mediation_tui.model.reading import read_amount
from mediation_tui.model.weekday import weekday
from mediation_tui.ui.widgets.choice import Choice
from mediation_tui.ui.widgets.dateentry import DateEntry
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.longentry import LongEntry
from mediation_tui.ui.widgets.multichoice import MultiChoice
from mediation_tui.ui.widgets.yesno import YesNo

Control = Entry | LongEntry | Choice | MultiChoice | YesNo


def control_for(spec: FieldSpec, today: date) -> Control:
    """The widget a field is filled with, holding its first answer."""
    match spec.kind:
        case "long":
            return LongEntry(spec.value or "", placeholder=spec.hint, limit=spec.limit or 0)
        case "date":
            return DateEntry(spec.value, today=today, ahead=spec.ahead, placeholder=spec.hint)
        case "choice":
            return Choice(spec.options, value=spec.value, optional=not spec.required, placeholder=spec.hint)
        case "many":
            return MultiChoice(spec.options, value=spec.value or (), placeholder=spec.hint)
        case "yesno":
            return YesNo(spec.value)
        case _:
            value = "" if spec.value is None else str(spec.value)
            return Entry(value, kind=spec.kind, placeholder=spec.hint)


def answer_of(control: Control) -> Any:
    """The answer; None for none.

    A text as it was typed, a date as a `date` (as it was typed while that is no date), the value or values
    picked, or True or False.
    """
    match control:
        case DateEntry():
            try:
                return control.read()
            except MediationError:
                return control.value
        case Entry():
            return control.value if control.value.strip() else None
        case LongEntry():
            return control.text if control.text.strip() else None
        case _:
            return control.value


def fill(control: Control, value: Any) -> None:
    """Put an answer in, as if it had been given."""
    match control:
        case LongEntry():
            control.text = value or ""
        case DateEntry():
            control.value = value.isoformat() if value else ""
        case Entry():
            control.value = "" if value is None else str(value)
        case MultiChoice():
            control.value = value or ()
        case _:
            control.value = value


def fault_in(spec: FieldSpec, control: Control) -> MediationError | None:
    """What is wrong with an answer by itself: missing, no date, or too long."""
    answer = answer_of(control)
    if spec.required and answer in (None, ()):
        return MediationError(N_("必填"))
    if isinstance(control, DateEntry):
        try:
            control.read()
        except MediationError as error:
            return error
    if spec.limit and isinstance(answer, str) and len(answer) > spec.limit:
        return MediationError(
            N_("最多 {limit:,} 字，现有 {length:,} 字"), limit=spec.limit, length=len(answer)
        )
    return None


def aside_for(spec: FieldSpec, control: Control) -> str:
    """What is said beside a field: a date's weekday, an amount in plain yuan, else a hint that has no room in it."""
    try:
        if isinstance(control, DateEntry):
            day = control.read()
            return weekday(day) if day else ""
        if spec.kind == "money" and isinstance(control, Entry):
            amount = read_amount(control.value)
            return "" if amount is None else _("{amount:,} 元").format(amount=amount)
    except MediationError:
        return ""
    return spec.hint if spec.kind == "yesno" else ""
