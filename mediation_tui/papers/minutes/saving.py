"""Minutes as a file: a letter to print and sign, or the same as plain text."""

from __future__ import annotations

from pathlib import Path

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper


class MinutesForm(Word):
    """What kind of file minutes are saved as; the code is the file's ending."""

    DOCX = "docx", N_("Word 公函（GB/T 9704 版式）")
    TXT = "txt", N_("纯文本")


def save_minutes(path: Path, form: MinutesForm, paper: Paper, *, overwrite: bool = False) -> None:
    """Write minutes to a file.

    Args:
        path: The file's name.
        form: What kind of file.
        paper: The minutes.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    if form is MinutesForm.DOCX:
        save_paper(path, PaperFormat.DOCX, paper, overwrite=overwrite)
        return
    from mediation_tui.papers.fresh import fresh_file

    with fresh_file(path, overwrite=overwrite) as file:
        file.write("".join(f"{line}\n" for line in paper.reading).encode("utf-8-sig"))
