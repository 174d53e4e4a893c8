"""Taking a record back that was entered in error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from mediation_tui.i18n import _
from mediation_tui.ui.acts.asking import story
from mediation_tui.ui.dialogs.entry import EntryDialog


def withdrawal(heading: str, today: date, withdraw: Callable[[str], Any]) -> EntryDialog:
    """Asks why, and takes the record back.

    Args:
        heading: The title: what is taken back.
        today: The office's date.
        withdraw: Takes it back for a reason.
    """
    fields = (story("reason", _("撤销原因"), required=True, hint=_("登记错了的才撤销；原来的记录留着")),)
    return EntryDialog(heading, fields, today, lambda answers: partial(withdraw, answers["reason"]))
