"""What can go wrong, said in one sentence.

Every error a person can meet is a `MediationError`: a translatable sentence with its facts. The sentence
is made when it is shown, so that it comes in the language spoken then; the facts stay available to code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mediation_tui.i18n import N_, _


def _spoken(fact: Any) -> Any:
    """A fact as it is said: vocabulary words by their label, lists joined by 、 or a comma."""
    label = getattr(fact, "label", None)
    if isinstance(label, str):
        return label
    if isinstance(fact, tuple | list | frozenset):
        return _("、").join(str(_spoken(item)) for item in fact)
    return fact


class MediationError(Exception):
    """The root of all errors that are said to people.

    Args:
        sentence: The Chinese sentence, with `{name}` where a fact goes; marked with `N_` at its place.
        **facts: What the sentence and the code need to know.
    """

    def __init__(self, sentence: str, **facts: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def __str__(self) -> str:
        """The sentence in the language spoken now, with its facts."""
        return _(self.sentence).format(**{name: _spoken(fact) for name, fact in self.facts.items()})


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one field of an entry.

    Attributes:
        field: The field's name in the record, dotted when nested; empty when it is about the whole entry.
        error: What is wrong with it.
    """

    field: str
    error: MediationError

    def __str__(self) -> str:
        return str(self.error)


class InvalidEntry(MediationError):
    """What was entered cannot be recorded as it is.

    Attributes:
        problems: Every problem found, in the order of the fields.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(N_("{problems}"), problems=tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return _("；").join(dict.fromkeys(str(problem) for problem in self.problems))


class Refused(MediationError):
    """The act is not allowed now; the sentence gives the reason and what would be allowed."""


class Stale(Refused):
    """The case was changed by someone else after it was looked at; `facts["events"]` says what came."""


class NotFound(MediationError):
    """No such case, place or person in this book."""


class BookError(MediationError):
    """The book itself cannot be used: not a book, newer, locked, torn or out of reach."""


class NotABook(BookError):
    """The file or folder is something else."""


class NewerBook(BookError):
    """The book was written by a newer version of the program; it is left untouched."""


class BusyBook(BookError):
    """Someone else is holding the book, and waiting did not help."""


class Collision(BookError):
    """Somebody else wrote at the same moment and came first; nothing was written, and doing it again will do."""


class DamagedBook(BookError):
    """The book's contents are not what was written."""


class SheetError(MediationError):
    """A file brought in cannot be read as the sheet it should be."""


class UnbalancedStatement(MediationError):
    """A statement does not add up; `facts["cases"]` are the cases that make the difference."""
