"""What a book shows, what it should show, and the verdict on the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mediation_tui.errors import BookError, MediationError
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event
from mediation_tui.model.facts import CaseFacts
from mediation_tui.store.book import Book
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING, CaseFilter, Order

INTACT, REFUSED, SAID, SILENTLY_WRONG = "intact", "refused", "said by the check", "silently wrong"
NEVER_SILENTLY_WRONG = (INTACT, REFUSED, SAID)


@dataclass(frozen=True)
class State:
    """All that a book shows: its office, and every case with its line in the list and its events."""

    office: str
    cases: tuple[tuple[CaseFacts, Case, tuple[Event, ...]], ...]

    def __repr__(self) -> str:
        return f"<{len(self.cases)} cases>"


def state_of(book: Book) -> State:
    """What a book shows."""
    cases = [(facts, book.case(facts.id), book.events(facts.id)) for facts in book.facts(EVERYTHING)]
    return State(repr((book.origin, book.town, book.people, book.rules)), tuple(cases))


def verdict(path: Path, *genuine: State) -> str:
    """What becomes of a file: a genuine state is shown, or trouble is said, or nobody is told, or it is a traceback."""
    try:
        with closing(EmbeddedBook(path)) as book:
            if list(book.check()):
                return SAID
            return INTACT if state_of(book) in genuine else SILENTLY_WRONG
    except BookError as error:
        return REFUSED if "\n" not in str(error) else f"not one sentence: {error}"
    except Exception as error:
        return f"a traceback: {type(error).__name__}"


def findings(path: Path) -> list[str]:
    """What is said of a file, by the check of the book in it or by the refusal to open it."""
    try:
        with closing(EmbeddedBook(path)) as book:
            return [finding.sentence for finding in book.check()]
    except BookError as error:
        return [str(error)]


def tracebacks(path: Path, known: State) -> list[str]:
    """What goes wrong without a sentence for it when everything is read as the screens read it, without a check."""
    try:
        with closing(EmbeddedBook(path)) as book:
            return [trouble for read in _reads(book, known) if (trouble := _trouble(read))]
    except BookError:
        return []
    except Exception as error:
        return [type(error).__name__]


def _trouble(read: Callable[[], object]) -> str:
    try:
        read()
    except MediationError:
        return ""
    except Exception as error:
        return type(error).__name__
    return ""


def _reads(book: Book, known: State) -> Iterator[Callable[[], object]]:
    yield lambda: (book.origin, book.town, book.people, book.rules)
    yield lambda: book.page(EVERYTHING, Order.NEWEST, 0, 50)
    yield lambda: book.page(CaseFilter(text="马占龙", village="v1"), Order.DUE, 0, 50)
    yield lambda: list(book.facts(EVERYTHING))
    yield lambda: (book.count(EVERYTHING), book.totals(EVERYTHING), book.tally(("village",), EVERYTHING))
    yield lambda: book.namesakes("马占龙", 9)
    for facts, _case, _events in known.cases:
        yield partial(book.case, facts.id)
        yield partial(book.events, facts.id)
        yield partial(book.find, facts.number)
