"""The Desk as a whole: disputes, screening rounds, legal questions, meetings, reports, and the office's own settings."""

from __future__ import annotations

from mediation_tui.desk.consultations import Consultations
from mediation_tui.desk.meetings import Meetings
from mediation_tui.desk.reports import Reports
from mediation_tui.desk.screenings import Screenings
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.store.again import until_kept


class Desk(Screenings, Consultations, Meetings, Reports):
    """What one person does in one book; see `Place` for what it is made of."""

    @until_kept
    def keep_roster(self, town: Town, people: tuple[Person, ...]) -> None:
        """Replace the roster: the town with its places, and its people."""
        with self.book.writing() as writing:
            writing.save_roster(town, people)

    @until_kept
    def set_rules(self, rules: RuleSet) -> None:
        """Give the office other rules; every case's limits are worked out again."""
        with self.book.writing() as writing:
            writing.save_rules(rules)
