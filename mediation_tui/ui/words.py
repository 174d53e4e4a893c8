"""How facts are said on every screen: a state as its mark and word, a limit as days, a place as its names."""

from __future__ import annotations

from datetime import date

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Purpose, Risk, State
from mediation_tui.model.weekday import weekday
from mediation_tui.rules.risks import RiskColour
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.row import Cell

_MARKS = {
    State.REGISTERED: "registered",
    State.ACCEPTED: "accepted",
    State.MEDIATING: "mediating",
    State.AGREED: "performing",
    State.PERFORMING: "performing",
    State.PERFORMED: "performing",
    State.DEFAULTED: "raised",
    State.FAILED: "failed",
    State.WITHDRAWN: "failed",
    State.TRANSFERRED: "transferred",
    State.NOT_ACCEPTED: "failed",
    State.CLOSED: "closed",
    State.ARCHIVED: "archived",
    State.VOIDED: "failed",
}
_SOON = 7
"""Days before a limit from which it asks for attention."""


def state_words(state: State) -> str:
    """A state with its mark; never the mark alone."""
    return f"{getattr(marks(), _MARKS[state])} {state.label}"


def risk_cell(risk: Risk, rules: RuleSet) -> Cell:
    """A risk by the book's own word and colour, with a mark from high on; never the colour alone."""
    step = rules.risks[risk]
    words = f"{step.label} {marks().raised}" if risk > Risk.ELEVATED else step.label
    return Cell(words, _COLOURS[step.colour])


_COLOURS: dict[RiskColour, Tone] = {
    RiskColour.NONE: "muted",
    RiskColour.GREEN: "green",
    RiskColour.BLUE: "blue",
    RiskColour.YELLOW: "warn",
    RiskColour.ORANGE: "orange",
    RiskColour.RED: "late",
}


def short_number(facts: CaseFacts, year: int) -> str:
    """A case's number as lists show it: its serial, with the year's last two digits where it is another year's."""
    if facts.serial is None:
        return facts.number
    serial = _("{n}号").format(n=facts.serial)
    return serial if facts.year == year else f"{facts.year % 100}-{serial}"


def place_words(facts: CaseFacts, town: Town) -> str:
    """Village and grid, or the town desk."""
    village = town.village_name(facts.village) or _("镇级")
    grid = town.grid_name(facts.village, facts.grid)
    return f"{village}{marks().dot}{grid}" if grid else village


def due_cell(facts: CaseFacts, today: date) -> Cell:
    """The nearest limit in days: 还有 5 天, 超 6 天; that the term stands still; empty where nothing is running."""
    if facts.due_on is None:
        return Cell(_("中止") if facts.paused_on else "", "muted")
    words, tone = days_words((facts.due_on - today).days)
    return Cell(words, tone)


def days_words(left: int) -> tuple[str, Tone]:
    """Days left until a limit, or past it, and how much it asks of the reader."""
    if left < 0:
        return ngettext("超 {n} 天", "超 {n} 天", -left).format(n=-left), "late"
    if left == 0:
        return _("今天到期"), "warn"
    return ngettext("还有 {n} 天", "还有 {n} 天", left).format(n=left), "warn" if left <= _SOON else "plain"


def due_purpose(facts: CaseFacts) -> str:
    """What is due."""
    if facts.due_purpose is Purpose.PERFORMANCE:
        return _("第{n}期履行").format(n=facts.due_number)
    purpose = facts.due_purpose or (Purpose.MEDIATION if facts.paused_on else None)
    return purpose.label if purpose else ""


def short_day(day: date, today: date) -> str:
    """A day as timelines show it: month and day, with the year where it is another."""
    return f"{day.month}.{day.day:02d}" if day.year == today.year else f"{day.year}.{day.month}.{day.day:02d}"


def long_day(day: date) -> str:
    """A day as the head of a screen shows it, with its weekday and week."""
    return _("{month}月{day}日 {weekday}（第{week}周）").format(
        month=day.month, day=day.day, weekday=weekday(day), week=day.isocalendar().week
    )
