"""Who is working at this terminal now."""

from __future__ import annotations

from mediation_tui.i18n import _
from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import Role
from mediation_tui.store.book import Book
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.widgets.option import Option

_FIRST = (Role.HEAD, Role.OFFICER, Role.MEDIATOR, Role.GRID_WORKER, Role.LEGAL_ADVISER)


class ActorDialog(Picker[str]):
    """Pick oneself from the roster; every act is written under that name.

    Args:
        book: Whose roster.
    """

    def __init__(self, book: Book) -> None:
        people = sorted((p for p in book.people if p.active), key=lambda person: _FIRST.index(person.role))
        town = book.town
        super().__init__(
            _("换操作人"),
            [Option(person.id, person.name, person.initials) for person in people],
            details={person.id: _where(person, town.village_name(person.village)) for person in people},
        )


def _where(person: Person, village: str) -> str:
    return f"{person.role.label} {village}".strip()
