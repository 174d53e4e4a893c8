"""Names as a room may see them: people by their surnames alone, in the line of the parties and in every sentence."""

from __future__ import annotations

from collections import Counter

from mediation_tui.model.case import Case
from mediation_tui.model.party import Party, versus
from mediation_tui.model.vocabulary import PartyKind

_APART = "甲乙丙丁戊己庚辛壬癸"
"""What tells people of one surname apart."""


class Names:
    """The names of a case's people, masked or not.

    Args:
        case: Whose.
        masked: Whether people are shown by their surnames alone; units keep their names.
    """

    def __init__(self, case: Case, masked: bool) -> None:
        self._case = case
        self._masks = _masks(case.parties) if masked else {}

    @property
    def versus(self) -> str:
        """The parties in one line."""
        shown = (
            party.model_copy(update={"name": self._masks.get(party.name, party.name), "minor": False})
            if party.name in self._masks
            else party
            for party in self._case.parties
        )
        return versus(tuple(shown))

    def hide(self, text: str) -> str:
        """A sentence in which the case's people are named as the line of the parties names them."""
        for name in sorted(self._masks, key=len, reverse=True):
            text = text.replace(name, self._masks[name])
        return text


def _masks(parties: tuple[Party, ...]) -> dict[str, str]:
    """What each person is shown as: `马某`, or `马某甲` and `马某乙` where there are two."""
    people = list(dict.fromkeys(str(party.name) for party in parties if party.kind is PartyKind.PERSON))
    surnames = Counter(name[:1] for name in people)
    met: Counter[str] = Counter()
    masks = {}
    for name in people:
        surname = name[:1]
        apart = _APART[met[surname] % len(_APART)] if surnames[surname] > 1 else ""
        masks[name] = f"{surname}某{apart}"
        met[surname] += 1
    return masks
