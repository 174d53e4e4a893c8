"""The life of a made-up case: which stages it goes through, from its registration to its shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mediation_tui.demo.life import aftermath, endings, filing, intake, talks
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.traits import Trait
from mediation_tui.model.vocabulary import Outcome, State

Stage = Callable[[Dossier], None]

_ENDED = frozenset({State.AGREED, State.PERFORMING, State.FAILED, State.WITHDRAWN, State.TRANSFERRED})
"""Where a case may rest as soon as mediation has ended."""


def live(case: Dossier) -> None:
    """Plan everything that is ever going to happen to a case, or all until it comes to rest where it should."""
    for reached, stage in _stages(case):
        stage(case)
        if case.plot.rests in reached:
            break


def _stages(case: Dossier) -> Iterator[tuple[frozenset[State], Stage]]:
    """The stages of its life, each with the states that may be reached by it."""
    yield frozenset({State.REGISTERED}), intake.register
    match case.plot.outcome:
        case Outcome.VOID:
            yield frozenset({State.VOIDED}), intake.make_void
            return
        case Outcome.NOT_ACCEPTED:
            yield frozenset({State.NOT_ACCEPTED}), intake.refuse
        case _:
            yield frozenset({State.ACCEPTED}), intake.accept
            yield from _mediation()
    yield frozenset({State.PERFORMED, State.DEFAULTED, State.CLOSED}), aftermath.follow_up
    if case.has(Trait.FILED):
        yield frozenset({State.ARCHIVED}), filing.put_away
    if case.has(Trait.REOPENED) and case.agreement:
        yield frozenset(), filing.reopen
        yield from _mediation()
        yield frozenset({State.CLOSED}), aftermath.follow_up


def _mediation() -> Iterator[tuple[frozenset[State], Stage]]:
    yield frozenset({State.MEDIATING}), talks.begin
    yield frozenset(), talks.go_on
    yield _ENDED, endings.conclude
