"""A dialog that narrows a list by typing, and ends with what was picked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from mediation_tui.i18n import _
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.option import Numbered, Option, narrow, numbered
from mediation_tui.ui.widgets.row import Column, Row
from mediation_tui.ui.widgets.rows import RowList

T = TypeVar("T")


class Picker(Dialog[T | None], Generic[T]):
    """Type to narrow, arrows to move, Enter to pick.

    | Key(s) | Description |
    | :- | :- |
    | up / down | Move in the list while typing. |
    | enter | Pick. |

    Args:
        heading: The title.
        options: What may be picked; an option's value is the result.
        details: A second column for each option, by its value.
        shortcuts: A last column, such as the key that does the same.
    """

    DEFAULT_CSS = """
    Picker RowList { height: 14; }
    Picker Entry { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(
        self,
        heading: str,
        options: Iterable[Option],
        details: dict[object, str] | None = None,
        shortcuts: dict[object, str] | None = None,
    ) -> None:
        super().__init__(heading)
        self._options = numbered(options)
        self._details = details or {}
        self._shortcuts = shortcuts or {}
        self._typed = Entry(placeholder=_("输入文字、拼音首字母或编号"))
        columns = (Column("", 3), Column("", 16), Column("", 10, flex=1), Column("", 7))
        self._rows = RowList(columns, header=False, empty=_("没有这一项"))

    def body(self) -> ComposeResult:
        """The line to type into above the list."""
        yield self._typed
        yield self._rows

    def foot(self) -> str:
        """What Enter and Esc do."""
        return _("Enter 选定  Esc 取消")

    def on_mount(self) -> None:
        """Show everything, and start typing at once."""
        self._narrow("")
        self.call_after_refresh(self._typed.focus)

    @property
    def changed(self) -> bool:
        """Nothing is lost by leaving."""
        return False

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        rows = [self._row(entry) for entry in narrow(self._options, typed)]
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        self._rows.action_first()

    def _row(self, entry: Numbered) -> Row:
        value = entry.option.value
        detail, key = self._details.get(value, ""), self._shortcuts.get(value, "")
        return Row(value, (str(entry.number), entry.option.label, detail, key))

    def action_move(self, way: int) -> None:
        """Move in the list without leaving the line."""
        self._rows.action_step(way)

    @on(Input.Submitted)
    @on(RowList.Opened)
    def save(self) -> None:
        """Pick what the cursor is on."""
        if row := self._rows.current:
            self.pick(row.key)  # type: ignore[arg-type]

    def pick(self, value: T) -> None:
        """End with what was picked."""
        self.dismiss(value)
