"""The steps from each earlier format of a shared book to the next.

A step is written down with the tables as they were then and never changed afterwards: the shapes in the code go on.
"""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.store.shared.formats.shapes_2 import SHAPES_2
from mediation_tui.store.shared.formats.shapes_3 import SHAPES_3
from mediation_tui.store.shared.formats.to_3 import to_format_3
from mediation_tui.store.shared.formats.to_4 import to_format_4
from mediation_tui.store.shared.migrating import Earlier

EARLIER: Mapping[int, Earlier] = {
    2: Earlier(SHAPES_2, to_format_3),
    3: Earlier(SHAPES_3, to_format_4),
}
"""What a shared book was like in each earlier format; the first one had format 2."""
