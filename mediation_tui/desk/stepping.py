"""Taking the next step of a record that is its steps: the one way all registers are written.

Every step is checked in one transaction with where the record stands at that moment. A refused step writes nothing,
and none ever changes what was written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from mediation_tui.desk.place import Place
from mediation_tui.errors import NotFound, Stale
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.events import GENESIS
from mediation_tui.model.problems import problems_of
from mediation_tui.model.steps import Kept, Step
from mediation_tui.rules.registers import Register
from mediation_tui.store.book import Writing

S = TypeVar("S", bound=Step)
D = TypeVar("D", bound=Frozen)


class Stepping(Place):
    """What acts on all registers have in common."""

    def _begin(self, writing: Writing, register: Register[S], data: Frozen) -> S:
        """Begin a record with what is said in its first step."""
        return self._take(writing, register, (), data=data, **{register.names_record: self._new_id()})

    def _go_on(
        self, register: Register[S], record_id: str, seen: int | None, kind: type[Frozen], **fields: Any
    ) -> tuple[S, ...]:
        """Take a record's next step from where it was seen to stand; all its steps then.

        Raises:
            NotFound, Stale, Refused, InvalidEntry: As for `_seen_steps` and `_take`.
        """
        with self.book.writing() as writing:
            steps = self._seen_steps(writing, register, record_id, seen)
            return (*steps, self._take(writing, register, steps, data=said(kind, **fields)))

    def _take(self, writing: Writing, register: Register[S], steps: Sequence[S], **said: Any) -> S:
        """Write down the next step with what is said in it, if the rules allow it.

        Raises:
            Refused: They do not.
            InvalidEntry: It cannot be recorded.
        """
        plain = {"actor": self.actor, "at": self.clock.now(), **_place_after(register, steps)}
        try:
            step = register.step.model_validate(plain | {name: _whole(value) for name, value in said.items()})
        except ValidationError as error:
            raise problems_of(error) from None
        register.check(steps, step)
        writing.add_step(register, step)
        return step

    def _seen_steps(
        self, writing: Writing, register: Register[S], record_id: str, seen: int | None = None
    ) -> tuple[S, ...]:
        """The steps of a record, if it stands where it was seen.

        Raises:
            NotFound: There is no such record.
            Stale: Somebody took another step meanwhile; `facts["steps"]` are those that came.
        """
        steps = writing.steps(register, record_id)
        if not steps:
            raise NotFound(register.unknown, record=record_id)
        if seen is not None and seen != steps[-1].number:
            came = tuple(step for step in steps if step.number > seen)
            raise Stale(N_("这条记录刚被别人改动。请看过再做。"), steps=came)
        return steps

    def _new_id(self) -> str:
        return str(self._ids(self.clock.now()))


def _place_after(register: Register[S], steps: Sequence[S]) -> Mapping[str, Any]:
    """Where the next step stands."""
    if not steps:
        return {"number": 1, "previous": GENESIS}
    last = steps[-1]
    return {register.names_record: last.record_id, "number": last.number + 1, "previous": last.hash}


def _whole(value: Any) -> Any:
    """What is said with everything in it, so that a step keeps also what was left unsaid; what is kept is kept as it is."""
    return value.model_dump() if isinstance(value, Frozen) and not isinstance(value, Kept) else value


def said(kind: type[D], /, **fields: Any) -> D:
    """What is said in a step.

    Raises:
        InvalidEntry: It cannot be recorded.
    """
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise problems_of(error) from None
