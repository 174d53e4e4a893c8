"""Facts of a case in words, as the command line prints them."""

from __future__ import annotations

from datetime import date

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town


def place_words(case: CaseFacts, town: Town) -> str:
    """Village and grid; the town's name for a dispute it took in from outside."""
    village = town.village_name(case.village) or str(town.name)
    grid = town.grid_name(case.village, case.grid)
    return f"{village}·{grid}" if grid else village


def limit_words(due: date | None, today: date) -> str:
    """A limit in days left or past; empty without one."""
    if due is None:
        return ""
    left = (due - today).days
    if left == 0:
        return _("今天到期")
    if left < 0:
        return ngettext("超 {n} 天", "超 {n} 天", -left).format(n=-left)
    return ngettext("还有 {n} 天", "还有 {n} 天", left).format(n=left)


def actor_name(actor: str, people: tuple[Person, ...]) -> str:
    """The name of whoever wrote an event; the name itself where it is no roster id."""
    return next((str(person.name) for person in people if person.id == actor), actor)
