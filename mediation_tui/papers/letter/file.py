"""A letter written as a Word file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mediation_tui.papers.fresh import fresh_file
from mediation_tui.papers.letter.letter import Letter


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

    saved = BytesIO()
    composed(letter).save(saved)
    with fresh_file(path, overwrite=overwrite) as file:
        file.write(_undated(saved))


def _undated(saved: BytesIO) -> bytes:
    """The same package without the minute at which each of its parts was packed."""
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return packed.getvalue()
