"""What a person should know of a book before working in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.synced import syncing_service
from mediation_tui.store.marks import FellBack, Heads, MarkFile

if TYPE_CHECKING:
    from mediation_tui.store.book import Book


class Synchronised(BookError):
    """The book is in a folder that a cloud service moves about."""


def doubts_about(book: Book, marks: Path, known: Iterable[Heads] = ()) -> Iterator[BookError]:
    """What is doubtful about an open book; what cannot be read of it is for others to say.

    Args:
        book: The book.
        marks: The folder in which this terminal remembers how far books had come.
        known: How far it had come by other witnesses, such as its newest backup.
    """
    with suppress(BookError):
        if gaps := MarkFile.of(book, marks).look(book.heads(), known):
            yield FellBack(gaps)
    if service := syncing_service(Path(book.location)):
        yield Synchronised(
            N_(
                "案件簿在 {service} 的同步文件夹里，同步软件可能在使用中换掉文件而丢失记录；请把它移到别的文件夹，用备份来同步。"
            ),
            service=service,
        )
