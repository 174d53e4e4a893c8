"""A paper as a file: which kind, and where to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import platformdirs
from textual import on
from textual.app import ComposeResult

from mediation_tui.errors import MediationError
from mediation_tui.i18n import _
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option


def usual_folder() -> Path:
    """Where people keep their papers: the documents folder, else their home, else where they are."""
    for folder in (platformdirs.user_documents_path(), Path.home()):
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return Path.cwd()


class ExportDialog(Dialog[Path]):
    """Ask for kind and name, write the file, and end with its path.

    A file that is there already is replaced only after asking.

    Args:
        paper: What to write.
        today: The office's date.
        folder: Where it is proposed to go.
    """

    def __init__(self, paper: Paper, today: date, folder: Path) -> None:
        super().__init__(_("导出成文件"))
        self._paper = paper
        self._today = today
        self._proposed = folder / paper.file_name(PaperFormat.XLSX)

    def body(self) -> ComposeResult:
        """The two questions."""
        yield Form(self._fields(), today=self._today)

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 导出  Esc 取消")

    @property
    def changed(self) -> bool:
        """Nothing is lost by leaving."""
        return False

    def _fields(self) -> Iterable[FieldSpec]:
        forms = tuple(Option(form, form.label, form.value) for form in PaperFormat)
        yield FieldSpec("form", _("格式"), "choice", True, options=forms, value=PaperFormat.XLSX)
        yield FieldSpec("path", _("存到"), "text", True, value=str(self._proposed))

    @on(Form.Changed)
    def _follow_form(self, event: Form.Changed) -> None:
        """Give the file the ending of its kind."""
        answers = event.form.values()
        path, form = answers["path"], answers["form"]
        if event.name == "form" and form and path:
            event.form.fill("path", str(_with_ending(Path(path), form)))

    def save(self) -> None:
        """Write the file; ask first where one of its name is."""
        assert self.form, "the body is a form"
        answers = self.form.values()
        path, form = _with_ending(typed_path(answers["path"]), answers["form"]), answers["form"]
        if os.path.isfile(path):
            question = _("已经有这个文件了，要换成新的吗？\n{path}").format(path=path)
            confirm = Confirm(_("覆盖文件"), question, yes=_("覆盖"))
            self.app.push_screen(confirm, partial(self._overwrite, path, form))
        else:
            self._write(path, form, overwrite=False)

    def _overwrite(self, path: Path, form: PaperFormat, wanted: bool | None) -> None:
        try:
            if wanted:
                self._write(path, form, overwrite=True)
        except MediationError as error:
            self.say_fault(error)

    def _write(self, path: Path, form: PaperFormat, *, overwrite: bool) -> None:
        save_paper(path, form, self._paper, overwrite=overwrite)
        self.dismiss(path)


def typed_path(text: str) -> Path:
    """The path somebody typed; `~` is their home."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _with_ending(path: Path, form: PaperFormat) -> Path:
    """The path with the ending of a kind, in the place of another kind's; a folder stays as it is."""
    if not path.name:
        return path
    endings = {f".{other.value}" for other in PaperFormat}
    stem = path.stem if path.suffix.lower() in endings else path.name
    return path.with_name(f"{stem}.{form.value}")
