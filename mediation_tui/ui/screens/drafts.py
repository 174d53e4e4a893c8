"""What was typed but not saved, and what was chosen last: kept while the program runs."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.ui.acts import Answers


@dataclass
class Drafts:
    """What the next registration begins with.

    Attributes:
        registration: The answers of one that was left unsaved; none if there is none.
        village: Where the last dispute entered here arose.
    """

    registration: Answers | None = None
    village: str | None = None
