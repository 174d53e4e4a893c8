"""A letter, or tables, written as a Word file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mediation_tui.papers.fresh import fresh_file
from mediation_tui.papers.letter.leaves import Leaves
from mediation_tui.papers.letter.letter import Letter

if TYPE_CHECKING:
    from docx.document import Document


def write_letter(path: Path, letter: Letter, *, overwrite: bool = False) -> None:
    """Write a letter as .docx, in the language spoken now; the same letter gives the same bytes.

    Args:
        path: The file's name.
        letter: What to write.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    from mediation_tui.papers.letter.composing import composed

    _write(path, composed(letter), overwrite=overwrite)


def write_leaves(path: Path, leaves: Leaves, *, overwrite: bool = False) -> None:
    """Write tables as .docx, each on a page of its own; the same tables give the same bytes.

    Args:
        path: The file's name.
        leaves: What to write.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    from mediation_tui.papers.letter.binding import bound

    _write(path, bound(leaves), overwrite=overwrite)


def _write(path: Path, document: Document, *, overwrite: bool) -> None:
    saved = BytesIO()
    document.save(saved)
    with fresh_file(path, overwrite=overwrite) as file:
        file.write(_undated(saved))


def _undated(saved: BytesIO) -> bytes:
    """The same package without the minute at which each of its parts was packed."""
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return packed.getvalue()
