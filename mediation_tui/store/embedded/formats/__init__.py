"""The steps from each earlier format of a book file to the next.

A step is written down with the tables as they were then and never changed afterwards: the shapes in the code go on.
"""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.store.embedded.formats.to_2 import to_format_2
from mediation_tui.store.embedded.formats.to_3 import to_format_3
from mediation_tui.store.embedded.formats.to_4 import to_format_4
from mediation_tui.store.engine.migrating import Step

STEPS: Mapping[int, Step] = {1: to_format_2, 2: to_format_3, 3: to_format_4}
"""By the format each step begins with."""
