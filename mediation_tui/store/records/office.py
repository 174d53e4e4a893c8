"""The office's own settings in the book: its origin, roster and rules, read once and again when they change."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from mediation_tui.model.canonical import canonical_hash
from mediation_tui.store.port import Engine
from mediation_tui.store.records.reading import whole

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
        engine: What holds the records.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, tuple[str, Any]] = {}

    def found(self, origin: str, town: Town, people: Sequence[Person], rules: RuleSet) -> None:
        """Write the settings of a new book."""
        self._engine.add("settings", {"name": _ORIGIN, "version": "", "origin": origin})
        self.save_roster(town, people)
        self.save_rules(rules)

    def origin(self) -> str:
        """The id under which the book writes its events."""
        with whole(self._engine.location):
            return str(self._setting(_ORIGIN)["origin"])

    def town(self) -> Town:
        """The office's places."""
        return self._fresh(self._version(_ROSTER), "town", self._read_town)

    def people(self) -> tuple[Person, ...]:
        """The people on the roster."""
        return self._fresh(self._version(_ROSTER), "people", self._read_people)

    def rules(self) -> RuleSet:
        """The rules of time."""
        return self._fresh(self._version(_RULES), "rules", self._read_rules)

    def kept(self) -> tuple[Town, RuleSet]:
        """Places and rules, which nobody changes before this transaction ends."""
        tail = f"ORDER BY id {self._engine.dialect.kept}"
        versions: dict[str, str] = dict(self._engine.rows("settings", ("name", "version"), tail))
        town = self._fresh(versions[_ROSTER], "town", self._read_town)
        return town, self._fresh(versions[_RULES], "rules", self._read_rules)

    def save_roster(self, town: Town, people: Sequence[Person]) -> None:
        """Replace places and people."""
        place, listed = town.model_dump(mode="json"), [person.model_dump(mode="json") for person in people]
        self._engine.empty("places")
        self._engine.add("places", place)
        self._engine.empty("people")
        for person in listed:
            self._engine.add("people", person)
        self._save(_ROSTER, {}, canonical_hash({"town": place, "people": listed}))

    def save_rules(self, rules: RuleSet) -> None:
        """Replace the rules."""
        content = {"rules": rules.model_dump(mode="json")}
        self._save(_RULES, content, canonical_hash(content))

    def _save(self, name: str, content: dict[str, Any], version: str) -> None:
        document = {"name": name, "version": version, **content}
        tail = f"WHERE name = ? {self._engine.dialect.held}"
        there = self._engine.rows("settings", ("id",), tail, [name])
        if there:
            self._engine.put("settings", there[0][0], document)
        else:
            self._engine.add("settings", document)

    def _read_town(self) -> Town:
        from mediation_tui.model.places import Town

        return Town.model_validate_json(next(body for _row, body in self._engine.bodies("places")))

    def _read_people(self) -> tuple[Person, ...]:
        from mediation_tui.model.people import Person

        bodies = self._engine.bodies("people", "ORDER BY id")
        return tuple(Person.model_validate_json(body) for _row, body in bodies)

    def _read_rules(self) -> RuleSet:
        from mediation_tui.rules.ruleset import RuleSet

        return RuleSet.model_validate(self._setting(_RULES)["rules"])

    def _fresh(self, version: str, what: str, read: Callable[[], T]) -> T:
        """Something that belongs to a setting of a version, read again where another version is known."""
        known = self._known.get(what)
        if known is None or known[0] != version:
            with whole(self._engine.location):
                known = version, read()
            self._known[what] = known
        value: T = known[1]
        return value

    def _version(self, name: str) -> str:
        with whole(self._engine.location):
            ((version,),) = self._engine.rows("settings", ("version",), "WHERE name = ?", [name])
        return str(version)

    def _setting(self, name: str) -> dict[str, Any]:
        body = next(body for _, body in self._engine.bodies("settings", "WHERE name = ?", [name]))
        setting: dict[str, Any] = json.loads(body)
        return setting
