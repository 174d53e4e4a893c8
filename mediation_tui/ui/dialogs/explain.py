"""Everything there is to know about a number and its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult

from mediation_tui.i18n import _
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.toned import Line, Said, Toned


class ExplainDialog(Dialog[None]):
    """What is said of the number, then of the page; the arrows scroll.

    Args:
        number: About the number under the cursor.
        page: About all of them.
    """

    def __init__(self, number: Iterable[str], page: Iterable[str]) -> None:
        super().__init__(_("说明"))
        self._number, self._page = tuple(number), tuple(page)

    def body(self) -> ComposeResult:
        """Both, one below the other."""
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
        for title, sentences in ((_("这个数字"), self._number), (_("这一页"), self._page)):
            if sentences:
                yield (Said(title, "accent"),)
            yield from ((Said(sentence),) for sentence in sentences)
