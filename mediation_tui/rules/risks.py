"""How an office calls the steps of risk, and in which colour it shows them: places differ (domain handbook §9.4).

What is recorded is the step, 0–3; the word always stands beside the colour.
"""

from __future__ import annotations

from mediation_tui.i18n import N_, language
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.text import Line
from mediation_tui.model.vocabulary import Risk


class RiskColour(Word):
    """The colours a step may be shown in."""

    NONE = "none", N_("不着色")
    GREEN = "green", N_("绿")
    BLUE = "blue", N_("蓝")
    YELLOW = "yellow", N_("黄")
    ORANGE = "orange", N_("橙")
    RED = "red", N_("红")


class RiskStep(Frozen):
    """One step of the scale.

    Attributes:
        name: Its word, in Chinese and perhaps in English.
        colour: How it is shown.
    """

    name: Line
    name_en: Line = ""
    colour: RiskColour = RiskColour.NONE

    @property
    def label(self) -> str:
        """Its word in the language spoken now."""
        return self.name if language() == "zh" else self.name_en or self.name


RiskScale = tuple[RiskStep, RiskStep, RiskStep, RiskStep]
"""The four steps, lowest first."""

SHIPPED_SCALE: RiskScale = (
    RiskStep(name=Risk.ORDINARY.source, name_en="Normal"),
    RiskStep(name=Risk.ELEVATED.source, name_en="Watch"),
    RiskStep(name=Risk.HIGH.source, name_en="High", colour=RiskColour.YELLOW),
    RiskStep(name=Risk.SEVERE.source, name_en="Major", colour=RiskColour.YELLOW),
)
"""What the program comes with; an office writes its own with `settings rules`."""
