"""Which official table to look at."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.figures.tables.description import PLACEHOLDERS
from mediation_tui.figures.tables.reading import read_description, shipped_table
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.pinyin import search_text
from mediation_tui.ui.dialogs.export import typed_path
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.screens.figures.tables import SHORT
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option

_OWN = ""
"""The choice that is no shipped table."""


class TableDialog(Picker[str]):
    """The tables the program comes with, and the office's own by the path of its description.

    Args:
        town: Names the titles.
        today: The office's date.
    """

    def __init__(self, town: Town, today: date) -> None:
        self._today = today
        options = [Option(table, _(short), search_text(short)) for table, short in SHORT.items()]
        details: dict[object, str] = {table: _title(table, town, today) for table in SHORT}
        details[_OWN] = _("打开一份表的说明文件（TOML）")
        super().__init__(_("哪张表"), [*options, Option(_OWN, _("本单位的表…"), "bdw")], details)

    def pick(self, value: str) -> None:
        """End with a shipped table; ask on for the office's own."""
        if value == _OWN:
            self.app.push_screen(DescriptionDialog(self._today), self._opened)
        else:
            self.dismiss(value)

    def _opened(self, table: str | None) -> None:
        """End with the office's own table, once its description can be used."""
        if table:
            self.dismiss(table)


class DescriptionDialog(Dialog[str]):
    """Ask for the path of a table's description; a mistake in it is said with its line.

    Args:
        today: The office's date.
    """

    def __init__(self, today: date) -> None:
        super().__init__(_("本单位的表"))
        self._today = today

    def body(self) -> ComposeResult:
        """The path."""
        hint = _("例如 ~/我县月报.toml")
        yield Form((FieldSpec("path", _("说明文件"), "text", True, hint=hint),), today=self._today)

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 打开  Esc 取消")

    def save(self) -> None:
        """End with the path of a description that can be used."""
        assert self.form, "the body is a form"
        path = typed_path(self.form.values()["path"])
        try:
            read_description(path)
        except MediationError as error:
            raise InvalidEntry([Problem("path", error)]) from error
        self.dismiss(str(path))


def _title(table: str, town: Town, today: date) -> str:
    """A table's title for the town, of no period yet."""
    known = {"town": town.name, "office": town.office, "year": today.year, "month": today.month}
    facts = {**dict.fromkeys(PLACEHOLDERS, ""), **known}
    said = str(shipped_table(table).name).format(**facts)
    return said.replace("（）", "").replace("()", "").strip()
