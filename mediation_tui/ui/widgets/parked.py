"""Where an input method draws its window.

Chinese is typed through an input method, which composes at the terminal's real cursor. Textual hides that
cursor but leaves it where the focused widget says; it only asks when the widget's own text or selection
changes, not when the widget is moved by a scrolling container, a layout or a field that appears above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset, Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget as _Painted
else:
    # Style sheets follow the first base that is a widget, which has to be the one with the styles.
    _Painted = object


class Parked(_Painted):
    """Parks the terminal's cursor on a widget whenever it is painted with the focus on it.

    A widget that is moved is always painted again, so the place can never be stale. Goes before the
    widget's own class in the list of bases.
    """

    def cursor_place(self) -> Offset:
        """Where on the screen the cursor belongs (column, row): the first cell of the content."""
        return self.content_region.offset

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint, and park the cursor."""
        if self.has_focus and self.screen is self.app.screen:
            self.app.cursor_position = self.cursor_place()
        return super().render_lines(crop)
