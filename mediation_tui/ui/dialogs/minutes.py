"""The minutes of a meeting on the screen, and as a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult

from mediation_tui.model.base import Word
from mediation_tui.papers.minutes.saving import MinutesForm, save_minutes
from mediation_tui.papers.paper import Paper
from mediation_tui.ui.dialogs.export import ExportDialog
from mediation_tui.ui.dialogs.record import Offer, RecordDialog
from mediation_tui.ui.widgets.prose import Prose


class MinutesDialog(RecordDialog):
    """Minutes as they read; ends with what is to be done with them.

    Args:
        heading: The title.
        paper: The minutes.
        offers: What can be done with them now.
    """

    def __init__(self, heading: str, paper: Paper, offers: Iterable[Offer]) -> None:
        super().__init__(heading, (), offers)
        self._paper = paper

    def body(self) -> ComposeResult:
        """Every line."""
        yield Prose("\n".join(self._paper.reading))


class MinutesFileDialog(ExportDialog):
    """Asks whether minutes are saved as a letter or as text, and where to; ends with the file's path."""

    forms: ClassVar[type[Word]] = MinutesForm

    def put(self, path: Path, form: Any, paper: Paper, overwrite: bool) -> None:
        """Write the minutes."""
        save_minutes(path, form, paper, overwrite=overwrite)
