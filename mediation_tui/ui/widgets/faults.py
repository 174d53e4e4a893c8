"""Saying what is wrong with an entry where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import _, ngettext
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.notice import Notice


def say_faults(
    error: MediationError, form: Form, notice: Notice, lands: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Say each problem under its field, and in the message line those that belong to no field shown.

    Args:
        error: What is wrong.
        form: Where it was entered.
        notice: The message line.
        lands: Fields of the record by another name than the form's.
    """
    problems = error.problems if isinstance(error, InvalidEntry) else (Problem("", error),)
    by_field: dict[str, str] = {}
    rest: list[str] = []
    for problem in problems:
        field = lands.get(problem.field, problem.field)
        if field in form.asked:
            by_field.setdefault(field, str(problem))
        else:
            rest.append(str(problem))
    count = form.show_problems(by_field)
    said = ngettext("有 {n} 处要改", "有 {n} 处要改", count).format(n=count)
    notice.say(_("；").join(dict.fromkeys(rest)) or said, "late")
