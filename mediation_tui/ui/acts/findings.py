"""Everything that is wrong with an entry, gathered before any of it is said."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.model.problems import problems_of


class Findings:
    """Problems found on the way from answers to a record."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    @contextmanager
    def within(self, prefix: str = "") -> Iterator[None]:
        """Gather what is refused in here.

        Args:
            prefix: Put before the names of the fields, or the field itself for a problem that names none.
        """
        try:
            yield
        except ValidationError as error:
            self._take(problems_of(error).problems, prefix)
        except InvalidEntry as error:
            self._take(error.problems, prefix)
        except MediationError as error:
            self.note(prefix, error)

    @contextmanager
    def under(self, field: str) -> Iterator[None]:
        """Gather what is refused in here, all of it under one field of the form."""
        inner = Findings()
        with inner.within():
            yield
        for problem in inner._problems:
            self.note(field, problem.error)

    def note(self, field: str, error: MediationError) -> None:
        """Keep one problem; the first of each field is enough."""
        if not field or field not in self.fields:
            self._problems.append(Problem(field, error))

    @property
    def fields(self) -> Collection[str]:
        """The fields something is wrong with."""
        return {problem.field for problem in self._problems}

    def refuse(self) -> None:
        """Refuse if anything was found.

        Raises:
            InvalidEntry: With all of it.
        """
        if self._problems:
            raise InvalidEntry(self._problems)

    def _take(self, problems: Collection[Problem], prefix: str) -> None:
        for problem in problems:
            self.note(".".join(filter(None, (prefix, problem.field))), problem.error)
