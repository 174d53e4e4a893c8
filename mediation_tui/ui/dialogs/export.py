"""A paper as a file: which kind, and where to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import platformdirs
from textual import on
from textual.app import ComposeResult

from mediation_tui.i18n import _
from mediation_tui.model.base import Word
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper
from mediation_tui.ui.dialogs.filedialog import FileDialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option


def usual_folder() -> Path:
    """Where people keep their papers: the documents folder, else their home, else where they are."""
    for folder in (platformdirs.user_documents_path(), Path.home()):
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return Path.cwd()


class ExportDialog(FileDialog):
    """Ask for kind and name, write the file, and end with its path.

    A file that is there already is replaced only after asking.

    Args:
        paper: What to write.
        today: The office's date.
        folder: Where it is proposed to go.
    """

    forms: ClassVar[type[Word]] = PaperFormat
    """The kinds of file it may be, the usual one first; a kind's code is its ending."""

    def __init__(self, paper: Paper, today: date, folder: Path) -> None:
        super().__init__(_("导出成文件"))
        self._paper = paper
        self._today = today
        self._usual = next(iter(self.forms))
        self._proposed = folder / f"{paper.stem}.{self._usual.value}"

    def body(self) -> ComposeResult:
        """The two questions."""
        yield Form(self._fields(), today=self._today)

    def _fields(self) -> Iterable[FieldSpec]:
        forms = tuple(Option(form, form.label, form.value) for form in self.forms)
        yield FieldSpec("form", _("格式"), "choice", True, options=forms, value=self._usual)
        yield FieldSpec("path", _("存到"), "text", True, value=str(self._proposed))

    @on(Form.Changed)
    def _follow_form(self, event: Form.Changed) -> None:
        """Give the file the ending of its kind."""
        answers = event.form.values()
        path, form = answers["path"], answers["form"]
        if event.name == "form" and form and path:
            event.form.fill("path", str(self._with_ending(Path(path), form)))

    def save(self) -> None:
        """Write the file."""
        assert self.form, "the body is a form"
        answers = self.form.values()
        self.save_to(self._with_ending(typed_path(answers["path"]), answers["form"]))

    def write_file(self, path: Path, *, overwrite: bool) -> None:
        """Write the paper in the form chosen."""
        assert self.form, "the body is a form"
        self.put(path, self.form.values()["form"], self._paper, overwrite)
        self.dismiss(path)

    def put(self, path: Path, form: Any, paper: Paper, overwrite: bool) -> None:
        """Write the paper as a kind of file."""
        save_paper(path, form, paper, overwrite=overwrite)

    def _with_ending(self, path: Path, form: Word) -> Path:
        """The path with the ending of a kind, in the place of another kind's; a folder stays as it is."""
        if not path.name:
            return path
        endings = {f".{other.value}" for other in self.forms}
        stem = path.stem if path.suffix.lower() in endings else path.name
        return path.with_name(f"{stem}.{form.value}")


def typed_path(text: str) -> Path:
    """The path somebody typed; `~` is their home."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path
