"""Which table is meant: one the program comes with, or an office's own in a file."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from mediation_tui.errors import NotFound
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.reading import (
    described,
    read_description,
    shipped_tables,
    shipped_text,
)
from mediation_tui.i18n import N_


def table_meant(said: str, *others: str) -> tuple[TableDescription, str]:
    """A table by its name or by its description's file, and the text of its description.

    Args:
        said: The name, or the file.
        others: What else could have been meant, for the sentence.

    Raises:
        NotFound: There is neither a table nor a file of that name; the sentence tells the nearest one.
        MediationError: The file cannot be read, or there is a mistake in it.
    """
    path = Path(said).expanduser()
    if said in shipped_tables():
        return described(shipped_text(said)), shipped_text(said)
    if not said or not path.exists():
        raise _unknown(said, *others)
    return read_description(path)


def shipped_meant(said: str) -> str:
    """The description of a table the program comes with.

    Raises:
        NotFound: There is none of that name; the sentence tells the nearest one.
    """
    if said not in shipped_tables():
        raise _unknown(said)
    return shipped_text(said)


def _unknown(said: str, *others: str) -> NotFound:
    known = (*others, *shipped_tables())
    if Path(said).suffix:
        return NotFound(N_("没有这个文件：{path}"), path=said)
    if near := get_close_matches(said, known, n=1):
        return NotFound(N_("没有名为“{name}”的表，最接近的是“{near}”。"), name=said, near=near[0])
    return NotFound(N_("没有名为“{name}”的表；现有：{known}。"), name=said, known=known)
