"""A dialog that ends in a file: one that is there already is replaced only after asking."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from mediation_tui.errors import MediationError
from mediation_tui.i18n import _
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.dialog import Dialog


class FileDialog(Dialog[Path]):
    """Asks for a file among other things, and ends with its path."""

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 导出  Esc 取消")

    @property
    def changed(self) -> bool:
        """Nothing is lost by leaving."""
        return False

    def write_file(self, path: Path, *, overwrite: bool) -> None:
        """Write the file."""
        raise NotImplementedError

    def save_to(self, path: Path) -> None:
        """Write the file; ask first where one of its name is."""
        if os.path.isfile(path):
            question = _("已经有这个文件了，要换成新的吗？\n{path}").format(path=path)
            confirm = Confirm(_("覆盖文件"), question, yes=_("覆盖"))
            self.app.push_screen(confirm, partial(self._overwrite, path))
        else:
            self.write_file(path, overwrite=False)

    def _overwrite(self, path: Path, wanted: bool | None) -> None:
        try:
            if wanted:
                self.write_file(path, overwrite=True)
        except MediationError as error:
            self.say_fault(error)
