"""What is written down while a made-up dispute is mediated: minutes, reasons, return visits."""

from __future__ import annotations

from random import Random

from pydantic import TypeAdapter

from mediation_tui.demo.dealer import Dealer
from mediation_tui.demo.phrases import Failure, Finding, Phrases, Referral, RiskMove, Stage
from mediation_tui.demo.shelf import read
from mediation_tui.demo.tale import Tale
from mediation_tui.model.vocabulary import FailureReason

_COMMON_FAILURES = {FailureReason.WIDE_GAP: 5, FailureReason.ABSENT: 3, FailureReason.REFUSED: 3}


class Recorder:
    """Writes the notes of a tale's mediation, varying them as a `Dealer` does.

    Args:
        random: The only source of chance.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._dealer = Dealer(random)
        self._phrases = TypeAdapter(Phrases).validate_python(read("proceedings"))

    def place(self, tale: Tale) -> str:
        """Where a session is held."""
        return self._line(tale, self._phrases.places)

    def minutes(self, tale: Tale, stage: Stage) -> str:
        """What was said in a session both sides came to."""
        return self._line(tale, self._phrases.sessions[stage])

    def absence(self, tale: Tale, absent: str) -> str:
        """The note of a session one side did not come to, given that side's name."""
        return self._line(tale, self._phrases.absent, absent=absent)

    def contact(self, tale: Tale) -> str:
        """The note of a call or a walk between two sessions."""
        return self._line(tale, self._phrases.contact)

    def extension(self, tale: Tale) -> str:
        """Why both sides agreed to more time."""
        return self._line(tale, self._phrases.extension)

    def withdrawal(self, tale: Tale) -> str:
        """Why the applicant withdrew."""
        return self._line(tale, self._phrases.withdrawn)

    def failure(self, tale: Tale) -> Failure:
        """Why there was no agreement; a wide gap is the commonest reason."""
        kinds = self._phrases.failed
        kind = self._random.choices(kinds, [_COMMON_FAILURES.get(kind.reason, 1) for kind in kinds])[0]
        return Failure(kind.reason, kind.exit, self._line(tale, kind.notes))

    def referral(self, tale: Tale) -> Referral:
        """Who took it over: a unit that handles such disputes, or the department in charge."""
        kinds = self._phrases.transferred
        fit = [kind for kind in kinds if tale.category in kind.categories]
        kind = self._random.choice(fit or [kind for kind in kinds if not kind.categories])
        return Referral(kind.partner, kind.exit, kind.unit, self._line(tale, kind.notes))

    def visit(self, tale: Tale, finding: Finding) -> str:
        """The note of a return visit."""
        return self._line(tale, self._phrases.visits[finding])

    def risk_raised(self) -> RiskMove:
        """Why the risk was graded up."""
        return self._dealer.deal(self._phrases.risk["raised"])

    def risk_lowered(self) -> RiskMove:
        """Why the risk was graded down."""
        return self._dealer.deal(self._phrases.risk["lowered"])

    def lift(self) -> str:
        """Why the village asked the town to take over."""
        return self._dealer.deal(self._phrases.lift["reasons"])

    def hand_down(self) -> str:
        """Why the town gave the case back to the village."""
        return self._dealer.deal(self._phrases.lift["down"])

    def _line(self, tale: Tale, lines: tuple[str, ...], **more: str) -> str:
        facts = {
            "a": tale.cast.a,
            "b": tale.cast.b,
            "village": tale.cast.village,
            "claim": tale.claim,
            "reply": tale.reply,
            "finding": tale.finding,
        }
        return self._dealer.deal(lines).format(**facts, **more)
