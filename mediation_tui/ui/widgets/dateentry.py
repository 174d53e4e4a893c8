"""A date, typed as it is said."""

from __future__ import annotations

from datetime import date

from textual.events import Blur

from mediation_tui.errors import MediationError
from mediation_tui.model.reading import read_date
from mediation_tui.ui.widgets.entry import Entry


class DateEntry(Entry):
    """Takes `2026-5-6`, `5.6`, 今天, 昨天 or `-1`, and writes it out in full when it is left.

    Args:
        value: The date at first.
        today: The office's date, by which the others are understood.
        ahead: A date without a year means the next such day, as a due date does; else the latest.
        placeholder: Shown while it is empty.
    """

    def __init__(
        self,
        value: date | None = None,
        *,
        today: date,
        ahead: bool = False,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            value.isoformat() if value else "", kind="date", placeholder=placeholder, id=id, classes=classes
        )
        self.today = today
        self.ahead = ahead

    def read(self) -> date | None:
        """The date; None while nothing is typed.

        Raises:
            MediationError: What is typed is no date; the sentence says what is wrong.
        """
        text = self.value.strip()
        return read_date(text, self.today, ahead=self.ahead) if text else None

    def _on_blur(self, event: Blur) -> None:
        """Write the date out in full, if it is one."""
        try:
            day = self.read()
        except MediationError:
            return
        if day is not None and self.value != day.isoformat():
            self.value = day.isoformat()
