"""Everything the stages of a case's life need to know of it, and what they change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from mediation_tui.demo.disputes import Casting, Dispute
from mediation_tui.demo.life.deeds import Deed, Docket
from mediation_tui.demo.life.diary import Diary
from mediation_tui.demo.life.pen import Pen
from mediation_tui.demo.plots import Plot
from mediation_tui.demo.remarks import DecisionRemark, HandoverRemark
from mediation_tui.demo.tale import Tale
from mediation_tui.demo.town import Hands, MadeTown
from mediation_tui.demo.traits import Trait
from mediation_tui.model.events import AgreementReached
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Category, Exit, Level, Risk, Side

_HURRIED = frozenset({Category.LABOUR, Category.MIGRANT_WAGES})
"""Fifteen days only (劳动争议调解仲裁法 Art 14)."""


@dataclass
class Dossier:
    """A case while its life is being planned.

    Attributes:
        plot: What is to become of it.
        dispute: Who quarrels about what.
        made: The town.
        diary: Where its acts are planned.
        pen: Finds the words.
        casting: Finds whoever turns up later.
        random: The only source of chance.
        today: The day the town is looked at.
        original: The case it is a duplicate of, if it is one.
        docket: Carries its id once it is in the book.
        traits: What is still special about it.
        level: Who handles it now.
        risk: How likely it is to escalate now.
        parties: Who is in it by now.
        lead: Who mediates, a roster id.
        handovers: How many there have been.
        owes_report: Whether whoever entrusted it is still to hear what came of it.
        asked: What a partner was asked for, once one was.
        decision: What the weekly review decided, once it did.
        agreement: The present round's, once there is one.
        exit: Where it went, once mediation ended without one.
        sessions: How many sessions the present round takes.
        appointment: The day set for the next one.
    """

    plot: Plot
    dispute: Dispute
    made: MadeTown
    diary: Diary
    pen: Pen
    casting: Casting
    random: Random
    today: date
    original: Docket | None = None
    docket: Docket = field(default_factory=Docket)

    def __post_init__(self) -> None:
        self.traits = self.plot.traits
        self.level = self.plot.level
        self.risk: Risk = self.dispute.tale.draft.story.risk
        self.parties: tuple[Party, ...] = self.dispute.parties
        self.lead = self._some_mediator()
        self.handovers = 0
        self.owes_report = False
        self.asked: HandoverRemark | None = None
        self.decision: DecisionRemark | None = None
        self.agreement: AgreementReached | None = None
        self.exit: Exit | None = None
        self.sessions = self._sessions()
        self.appointment: date | None = None

    @property
    def opened_on(self) -> date:
        """The day it comes in."""
        return self.diary.opened

    @property
    def tale(self) -> Tale:
        """What it is about, in words."""
        return self.dispute.tale

    @property
    def hands(self) -> Hands:
        """Who works on it at its present level."""
        hamlet = self.dispute.hamlet
        return hamlet.hands if hamlet and self.level < Level.TOWN else self.made.hands

    @property
    def worker(self) -> str:
        """The grid worker, or whoever mediates where there is none."""
        return self.hands.workers.get(self.dispute.grid or "", self.lead)

    def has(self, trait: Trait) -> bool:
        """Whether something is special about it."""
        return trait in self.traits

    def happens(self, chance: float) -> bool:
        """Whether something of that likelihood is the case this time."""
        return self.random.random() < chance

    def jot(self, by: str, deed: Deed, *, on: date | None = None, delay: int | None = None) -> None:
        """Plan an act; see `Diary.jot`."""
        self.diary.jot(by, deed, on=on, delay=delay)

    def after(self, least: int, most: int) -> None:
        """Let so many days pass, fewer where the law or the quarrel wants it quick."""
        pace = 0.3 if self.has(Trait.QUICK) else 0.5 if self.tale.category in _HURRIED else 1.0
        self.diary.after(round(least * pace), round(most * pace))

    def move(self, to: Level) -> None:
        """Let another level handle it, with another mediator."""
        self.level = to
        self.lead = self._some_mediator()

    def begin_again(self) -> None:
        """A new round: what was special about the last one is over."""
        self.traits &= {Trait.ORAL, Trait.AGENT}
        self.sessions = self._sessions()
        self.appointment = None

    def ids(self, *sides: Side) -> tuple[str, ...]:
        """The ids of the parties on these sides, on all when none is named."""
        return tuple(party.id for party in self.parties if not sides or party.side in sides)

    def name_of(self, person: str) -> str:
        """The name of somebody on the roster."""
        return next(str(each.name) for each in self.made.people if each.id == person)

    def _some_mediator(self) -> str:
        return self.random.choice(self.hands.mediators)

    def _sessions(self) -> int:
        if self.has(Trait.LONG):
            return self.random.choice((3, 3, 4))
        if self.has(Trait.QUICK):
            return 1
        return 2 if self.plot.rests else self.random.choices((1, 2, 3), (42, 46, 12))[0]
