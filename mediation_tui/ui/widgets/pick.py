"""What the pick fields have in common: a line to type into and a list that narrows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from mediation_tui.i18n import _
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.option import Numbered, Option, narrow, numbered
from mediation_tui.ui.widgets.popup import Popup
from mediation_tui.ui.widgets.row import Cell, Column, Row


class Query(Entry):
    """The line of a pick field: the picked label, replaced by whatever is typed.

    Tells its field of every change at once. A message would come after the Enter or Tab of a quick typist.

    Args:
        on_typed: Called with what is on the line when it changes by typing.
        placeholder: Shown while nothing is picked.
    """

    def __init__(self, on_typed: Callable[[str], None], placeholder: str) -> None:
        self._on_typed = on_typed
        self._being_typed = True
        super().__init__(placeholder=placeholder, select_on_focus=True)

    def put(self, text: str) -> None:
        """Put text on the line without its being typed."""
        self._being_typed = False
        self.value = text
        self._being_typed = True

    def watch_value(self, value: str) -> None:
        """Tell the field."""
        if self._being_typed:
            self._on_typed(value)


class PickField(Vertical):
    """A line showing what is picked; typing narrows the list that opens below it.

    | Key(s) | Description |
    | :- | :- |
    | any character | Narrow to the options it may stand for. |
    | up, down | Open the list, move in it. |
    | enter, tab | Take the option under the cursor and move on. |
    | escape | Put the list away, nothing changed. |

    Args:
        options: What may be picked.
        placeholder: Shown while nothing is picked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("tab", "go_on(1)", show=False),
        Binding("shift+tab", "go_on(-1)", show=False),
        Binding("escape", "give_up", show=False),
    ]

    MARK: ClassVar[int] = 1
    """Cells of the mark before a picked option."""

    DEFAULT_CSS = """
    PickField { height: auto; }
    """

    class Submitted(Message):
        """Enter was pressed, and what was to be taken has been taken."""

        def __init__(self, field: PickField) -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> PickField:
            """The field."""
            return self.field

    def __init__(
        self,
        options: Iterable[Option],
        *,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._options = self.numbered(options)
        self._matches: tuple[Numbered, ...] = ()
        self._typed = ""
        self._moved = False
        self._query = self.make_query(placeholder)
        self._popup = Popup([Column("", self.MARK), Column("", 2, align="right"), Column("", flex=1)])

    def make_query(self, placeholder: str) -> Query:
        """The line to type into."""
        return Query(self.narrow, placeholder)

    def compose(self) -> ComposeResult:
        """The line, and the list that is folded away."""
        yield self._query
        yield self._popup

    def on_mount(self) -> None:
        """Show what is picked from the start."""
        self.show_picked()

    def numbered(self, options: Iterable[Option]) -> tuple[Numbered, ...]:
        """The options as they are listed."""
        return numbered(options)

    def offer(self, options: Iterable[Option]) -> None:
        """Offer other options from now on; what is picked stays picked."""
        self._options = self.numbered(options)
        self.show_picked()

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> PickField:
        """Focus the line."""
        self._query.focus(scroll_visible)
        return self

    def picked_label(self) -> str:
        """How what is picked is shown on the line."""
        raise NotImplementedError

    def picked(self, value: Hashable) -> bool:
        """Whether an option is picked."""
        raise NotImplementedError

    def take(self, entry: Numbered) -> None:
        """Pick the option under the cursor, because the field is left by Enter or Tab."""
        raise NotImplementedError

    def takes(self, by_enter: bool, typed: bool, moved: bool) -> bool:
        """Whether leaving the open list picks what is under its cursor.

        Args:
            by_enter: It is left by Enter, not by Tab.
            typed: The list was narrowed by typing.
            moved: The cursor was moved in it.
        """
        return by_enter or typed or moved

    def clicked(self) -> None:
        """An option of the open list was clicked on, and the cursor is there."""
        self._settle(by_enter=True)

    @property
    def highlighted(self) -> Numbered | None:
        """The option under the cursor of the open list."""
        at = self._popup.cursor
        return self._matches[at] if self._popup.open and 0 <= at < len(self._matches) else None

    def show_picked(self) -> None:
        """Put the list away, and on the line what is picked, to be replaced by the next character."""
        self._typed, self._moved = "", False
        self._popup.fold()
        self._query.put(self.picked_label())
        if self._query.has_focus:
            self._query.select_all()

    def unfold(self, typed: str) -> None:
        """Open the list on what was typed."""
        self._matches = narrow(self._options, typed)
        nothing = _("没有“{typed}”。改几个字，或按 Esc 放弃。").format(typed=typed)
        self._popup.unfold([self._row(entry) for entry in self._matches], nothing)

    def _row(self, entry: Numbered) -> Row:
        mark = marks().chosen if self.picked(entry.option.value) else ""
        return Row(
            entry.option.value, (Cell(mark, "accent"), Cell(str(entry.number), "muted"), entry.option.label)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Tab and Esc to the screen while the list is folded away."""
        return self._popup.open if action in ("go_on", "give_up") else True

    def action_move(self, way: int) -> None:
        """Open the list at what is picked, or move in it."""
        if self._popup.open:
            self._moved = True
            self._popup.action_step(way)
        else:
            self.unfold("")
            self._popup.cursor = next(
                (place for place, entry in enumerate(self._matches) if self.picked(entry.option.value)), 0
            )

    def action_go_on(self, way: int) -> None:
        """Take what is highlighted and move to the next field or the one before."""
        if self._settle(by_enter=False):
            self.screen.focus_next() if way > 0 else self.screen.focus_previous()

    def action_give_up(self) -> None:
        """Put the list away, nothing changed."""
        self.show_picked()

    def _settle(self, *, by_enter: bool) -> bool:
        """Take what is highlighted, if that is meant; false while what was typed fits no option."""
        if self._popup.open and self.takes(by_enter, bool(self._typed.strip()), self._moved):
            if (entry := self.highlighted) is None:
                return False
            self.take(entry)
        self.show_picked()
        return True

    def narrow(self, typed: str) -> None:
        """Open the list on what is being typed."""
        self._typed, self._moved = typed, False
        self.unfold(typed)

    @on(Input.Changed)
    def _keep_line_to_itself(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if self._settle(by_enter=True):
            self.post_message(self.Submitted(self))

    @on(Input.Blurred)
    def _leave(self, event: Input.Blurred) -> None:
        event.stop()
        self.show_picked()

    @on(Popup.Opened)
    def _click_option(self, event: Popup.Opened) -> None:
        event.stop()
        self.clicked()

    @on(Popup.Moved)
    @on(Popup.Peeked)
    def _keep_list_to_itself(self, event: Popup.Moved) -> None:
        event.stop()

    def on_click(self, event: Click) -> None:
        """Open the list, the label ready to be replaced."""
        if event.widget is self._query:
            self._query.select_all()
            if not self._popup.open:
                self.action_move(0)
