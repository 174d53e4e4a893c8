"""The office's own settings in the book: its origin, roster and rules, read once and again when they change."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from tinydb import where

from mediation_tui.model.canonical import canonical_hash
from mediation_tui.store.engine import BookDB

if TYPE_CHECKING:
    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.ruleset import RuleSet

T = TypeVar("T")

_ORIGIN, _ROSTER, _RULES = "origin", "roster", "rules"


class Office:
    """What the office has set, kept in memory until its version changes.

    Each setting is a document with a name and a version, the hash of what is set. Reading one costs a look at
    its version; what lies behind it is read again only when somebody, in any process, has saved
    another.

    Args:
        db: The open book.
    """

    def __init__(self, db: BookDB) -> None:
        self._db = db
        self._known: dict[str, tuple[str, Any]] = {}

    def found(self, origin: str, town: Town, people: Sequence[Person], rules: RuleSet) -> None:
        """Write the settings of a new book."""
        self._db.table("settings").insert({"name": _ORIGIN, "version": "", "origin": origin})
        self.save_roster(town, people)
        self.save_rules(rules)

    def origin(self) -> str:
        """The id under which the book writes its events."""
        return str(self._setting(_ORIGIN)["origin"])

    def town(self) -> Town:
        """The office's places."""
        return self._fresh(_ROSTER, "town", self._read_town)

    def people(self) -> tuple[Person, ...]:
        """The people on the roster."""
        return self._fresh(_ROSTER, "people", self._read_people)

    def rules(self) -> RuleSet:
        """The rules of time."""
        return self._fresh(_RULES, "rules", self._read_rules)

    def save_roster(self, town: Town, people: Sequence[Person]) -> None:
        """Replace places and people."""
        places, persons = self._db.table("places"), self._db.table("people")
        place, listed = town.model_dump(mode="json"), [person.model_dump(mode="json") for person in people]
        places.truncate()
        places.insert(place)
        persons.truncate()
        persons.insert_multiple(listed)
        self._save(_ROSTER, {}, canonical_hash({"town": place, "people": listed}))

    def save_rules(self, rules: RuleSet) -> None:
        """Replace the rules."""
        content = {"rules": rules.model_dump(mode="json")}
        self._save(_RULES, content, canonical_hash(content))

    def _save(self, name: str, content: dict[str, Any], version: str) -> None:
        document = {"name": name, "version": version, **content}
        self._db.table("settings").upsert(document, where("name") == name)

    def _read_town(self) -> Town:
        from mediation_tui.model.places import Town

        return Town.model_validate_json(next(body for _row, body in self._db.bodies("places")))

    def _read_people(self) -> tuple[Person, ...]:
        from mediation_tui.model.people import Person

        bodies = self._db.bodies("people", "ORDER BY id")
        return tuple(Person.model_validate_json(body) for _row, body in bodies)

    def _read_rules(self) -> RuleSet:
        from mediation_tui.rules.ruleset import RuleSet

        return RuleSet.model_validate(self._setting(_RULES)["rules"])

    def _fresh(self, setting: str, what: str, read: Callable[[], T]) -> T:
        """Something that belongs to a setting, read again once the setting has another version."""
        version = self._version(setting)
        known = self._known.get(what)
        if known is None or known[0] != version:
            known = version, read()
            self._known[what] = known
        value: T = known[1]
        return value

    def _version(self, name: str) -> str:
        ((version,),) = self._db.rows("settings", ("version",), "WHERE name = ?", [name])
        return str(version)

    def _setting(self, name: str) -> dict[str, Any]:
        body = next(body for _, body in self._db.bodies("settings", "WHERE name = ?", [name]))
        setting: dict[str, Any] = json.loads(body)
        return setting
