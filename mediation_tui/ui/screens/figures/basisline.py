"""The line that says what a page's figures are about."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.clock import BEIJING
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.measures.scope import WHOLE_TOWN
from mediation_tui.i18n import _
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Setting
from mediation_tui.ui.screens.figures.places import place_name
from mediation_tui.ui.skin import marks

_OF_A_PLACE = (PageName.MEASURES, PageName.QUESTIONS)
"""Pages that show a chosen place alone; the others mark its line."""


def basis_line(basis: Basis | None, asked: Asked, setting: Setting) -> str:
    """As known when, of which days, which place, by which dates; what may be cut off last."""
    return f" {marks().dot} ".join(_parts(basis, asked, setting))


def _parts(basis: Basis | None, asked: Asked, setting: Setting) -> Iterator[str]:
    if asked.as_of:
        yield _("截止 {day} 当时的认识（F12 回到现在）").format(day=asked.as_of)
    if basis is None:
        return
    yield basis.period.label
    if asked.place != WHOLE_TOWN and asked.page in _OF_A_PLACE:
        yield place_name(asked.place, setting.town)
    if not asked.as_of:
        yield _("截止 {instant}").format(instant=f"{basis.as_of.astimezone(BEIJING):%Y-%m-%d %H:%M}")
    yield str(basis.dates)
