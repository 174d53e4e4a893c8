"""A made-up case is put away for good, or taken up again."""

from __future__ import annotations

from mediation_tui.demo.life.deeds import Binding
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened


def put_away(case: Dossier) -> None:
    """Bind the file some weeks after the last that happened."""
    case.after(20, 80)
    remarks = case.pen.remarks
    binding = Binding(
        retention=case.pen.one(remarks.retention),
        place=case.pen.one(remarks.shelves).format(year=case.diary.day.year),
        gaps=_gaps(case) if case.has(Trait.GAPS) else (),
        pages=tuple(case.random.choice((1, 1, 1, 2, 2, 3, 4)) for _ in range(4)),
    )
    case.jot(case.made.archivist, binding)


def _gaps(case: Dossier) -> tuple[happened.Gap, ...]:
    reasons = case.pen.remarks.gaps.items()
    return tuple(happened.Gap(paper=paper, reason=case.pen.one(lines)) for paper, lines in reasons)


def reopen(case: Dossier) -> None:
    """The same dispute is to be mediated again: a new round, not a new case (重新调解)."""
    case.after(2, 15)
    reason = case.pen.say(case.pen.remarks.reopened, case.tale)
    case.jot(case.hands.clerk, happened.Reopened(reason=reason))
    case.begin_again()
