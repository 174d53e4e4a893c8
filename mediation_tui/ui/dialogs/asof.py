"""As it was known at the end of which day."""

from __future__ import annotations

from datetime import date, timedelta

from textual.app import ComposeResult

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.prose import Prose

_DAY = timedelta(days=1)


class AsOfDialog(Dialog[date]):
    """Ask for a day that is over.

    Args:
        day: The day looked back to now, if any.
        today: The office's date.
    """

    def __init__(self, day: date | None, today: date) -> None:
        super().__init__(_("截至某日的认识"))
        self._day = day or today.replace(day=1) - _DAY
        self._today = today

    def body(self) -> ComposeResult:
        """What it means, and the day."""
        yield Prose(_("只数到那一天终了时已经写进案件簿的；此后的补录、更正和进展都不算。"))
        yield Form((FieldSpec("day", _("截至"), "date", True, value=self._day),), today=self._today)

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 看当时  Esc 取消")

    @property
    def changed(self) -> bool:
        """Nothing is lost by leaving."""
        return False

    def save(self) -> None:
        """End with the day, if it is over."""
        assert self.form, "the body is a form"
        day: date = self.form.values()["day"]
        if day >= self._today:
            raise InvalidEntry([Problem("day", MediationError(N_("要早于今天：那一天还没有过完")))])
        self.dismiss(day)
