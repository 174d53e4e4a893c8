"""What leaves the office, whatever it says: a sheet to print and sign, what is behind it, and values for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediation_tui import __version__
from mediation_tui.clock import BEIJING
from mediation_tui.figures.basis import Basis
from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.papers.letter.leaves import Leaves
from mediation_tui.papers.letter.letter import Letter
from mediation_tui.papers.sheet import About, Sheet, Workbook

_NOT_IN_NAMES = str.maketrans({" ": "_"} | dict.fromkeys('/\\:*?"<>|', "-"))
"""Characters that Windows allows in no file's name."""


class PaperFormat(Word):
    """What kind of file a paper is saved as; the code is the file's ending."""

    XLSX = "xlsx", N_("Excel 表格（统计表和明细）")
    CSV = "csv", N_("CSV 文本（统计表）")
    JSON = "json", N_("JSON（每个数字和它的案件）")
    DOCX = "docx", N_("Word 公函（GB/T 9704 版式）")


@dataclass(frozen=True)
class Paper:
    """One paper in every form it can leave in.

    Attributes:
        stem: Its file's name without the ending.
        about: What its file says of itself.
        sheet: The table.
        behind: What stands behind the table, on sheets of their own.
        values: Makes the same for programs, in values JSON knows.
        letter: Makes the letter it goes with, or is; or the leaves it is, which go to nobody.
        reading: How it reads on a screen, line by line; empty where that is the table.
    """

    stem: str
    about: About
    sheet: Sheet
    behind: tuple[Sheet, ...]
    values: Callable[[], Any]
    letter: Callable[[], Letter | Leaves]
    reading: tuple[str, ...] = ()

    def file_name(self, form: PaperFormat) -> str:
        """The name proposed for its file: 小事不出村统计_2026年2季度.xlsx."""
        return f"{self.stem}.{form.value}"


def about_figures(title: str, office: str, basis: Basis) -> About:
    """What a file of figures says of itself."""
    remark = _("{period}，截止 {instant}，mediation-tui {version}").format(
        period=basis.period, instant=as_of_text(basis), version=__version__
    )
    return About(title, office, basis.as_of, remark)


def as_of_text(basis: Basis) -> str:
    """As known when, in Beijing time, to the minute."""
    return f"{basis.as_of.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def stem_of(title: str) -> str:
    """A title as the name of a file."""
    return title.replace(" – ", "–").translate(_NOT_IN_NAMES)


def save_paper(path: Path, form: PaperFormat, paper: Paper, *, overwrite: bool = False) -> None:
    """Write a paper to a file.

    Args:
        path: The file's name.
        form: What kind of file.
        paper: What it says.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    match form:
        case PaperFormat.XLSX:
            from mediation_tui.papers.workbook import write_workbook

            write_workbook(path, Workbook(paper.about, (paper.sheet, *paper.behind)), overwrite=overwrite)
        case PaperFormat.CSV:
            from mediation_tui.papers.delimited import write_csv

            write_csv(path, paper.sheet, overwrite=overwrite)
        case PaperFormat.JSON:
            from mediation_tui.papers.fresh import fresh_file

            text = json.dumps(paper.values(), ensure_ascii=False, indent=2)
            with fresh_file(path, overwrite=overwrite) as file:
                file.write(f"{text}\n".encode())
        case PaperFormat.DOCX:
            _save_words(path, paper.letter(), overwrite=overwrite)


def _save_words(path: Path, said: Letter | Leaves, *, overwrite: bool) -> None:
    from mediation_tui.papers.letter import write_leaves, write_letter

    if isinstance(said, Leaves):
        write_leaves(path, said, overwrite=overwrite)
    else:
        write_letter(path, said, overwrite=overwrite)
