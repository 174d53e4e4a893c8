"""Which page of the figures to look at."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from mediation_tui.i18n import _
from mediation_tui.pinyin import search_text
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.screens.figures.asked import PageName
from mediation_tui.ui.widgets.option import Option


class PageDialog(Picker[PageName]):
    """The pages by number or name; a number goes there at once."""

    def __init__(self) -> None:
        super().__init__(
            _("看哪一页"), [Option(name, name.label, search_text(name.source)) for name in PageName]
        )

    @on(Input.Changed)
    def _numbered(self, event: Input.Changed) -> None:
        names = {str(place): name for place, name in enumerate(PageName, start=1)}
        if event.value in names:
            self.dismiss(names[event.value])
