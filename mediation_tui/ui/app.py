"""The terminal program: rooms to go to, commands to give, one case under the hands."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from mediation_tui import i18n
from mediation_tui.errors import BookError, MediationError
from mediation_tui.i18n import Language, _
from mediation_tui.ui.commands import registry
from mediation_tui.ui.commands.command import Command, Here
from mediation_tui.ui.commands.general import ROOM_IDS
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.theme import DARK, dress
from mediation_tui.ui.undaunted import Undaunted
from mediation_tui.ui.unhurried import Unhurried
from mediation_tui.ui.watching import Watching
from mediation_tui.ui.widgets.notice import Noticing

if TYPE_CHECKING:
    from mediation_tui.clock import Clock
    from mediation_tui.desk import Desk
    from mediation_tui.model.case import Case
    from mediation_tui.model.eventkind import EventKind
    from mediation_tui.model.people import Person
    from mediation_tui.settings import Settings
    from mediation_tui.store.book import Book
    from mediation_tui.store.filters import CaseFilter
    from mediation_tui.ui.backing import KeepBackups, NotBackedUp
    from mediation_tui.ui.screens.drafts import Drafts

_GARBAGE = (20_000, 20, 50)
"""How much is made before Python looks for garbage: drawing a screen makes thousands of short-lived things."""


class MediationApp(Undaunted, Watching, Unhurried[None], Noticing[None]):
    """The app over one open book.

    Args:
        book: The office's records.
        make_desk: Opens the desk through which everything is done; asked for at the first act, so that showing a
            book does not wait for what only writing needs.
        clock: Tells the day.
        settings: What this terminal remembers.
        keep_backups: Makes a backup if it is time for one; called in the background once the first screen is drawn.
        upkeep: What is done for the book every few seconds, in the background.
        doubts: What a person should know of the book before working in it; asked for once the first screen is drawn.
        actor: Who sits here, as the desk will have it.
        room: Where it begins.
    """

    ENABLE_COMMAND_PALETTE = False
    MODES: ClassVar[dict[str, Any]] = {
        f"{name}:0": partial(lambda name: _room(name), name) for name in ROOM_IDS
    }
    BINDINGS: ClassVar[list[BindingType]] = list(registry.bindings())

    def __init__(
        self,
        book: Book,
        make_desk: Callable[[], Desk],
        clock: Clock,
        settings: Settings,
        keep_backups: KeepBackups | None = None,
        upkeep: Callable[[], None] | None = None,
        doubts: Callable[[], Sequence[BookError]] = tuple,
        actor: str = "",
        room: str = "today",
    ) -> None:
        self.DEFAULT_MODE = _mode(room, 0)  # type: ignore[misc]
        super().__init__()
        self.keep_watch(book, upkeep, doubts)
        self._make_desk = make_desk
        self.actor = actor
        """Who works here now: a roster id, or a name."""
        self.clock = clock
        self.settings = settings
        self._keep_backups = keep_backups
        self._generation = 0
        self.kept: dict[str, Any] = {}
        """What a room remembers when it is made anew, such as in another language."""
        dress(self)

    @property
    def room(self) -> Room:
        """The screen under the person's hands."""
        assert isinstance(self.screen, Room), "a dialog gives no commands"
        return self.screen

    @cached_property
    def desk(self) -> Desk:
        """Through which everything is done."""
        return self._make_desk()

    @property
    def person(self) -> Person | None:
        """Who works here now, if they are on the roster."""
        return next((person for person in self.book.people if person.id == self.actor), None)

    @cached_property
    def _drafts(self) -> Drafts:
        from mediation_tui.ui.screens.drafts import Drafts

        return Drafts()

    def on_mount(self) -> None:
        """Look for garbage and back the book up, once the first screen is drawn."""
        self.call_after_refresh(_watch_for_garbage)
        if self._keep_backups:
            self.call_after_refresh(self._back_up, self._keep_backups)

    # What a key does

    def action_press(self, key: str) -> None:
        """Do the command a key means here."""
        if isinstance(self.screen, Room) and (command := registry.meant(key, self.screen.here)):
            self.do(command.run, self.screen.here)

    def do(self, run: Callable[[Here], object], here: Here) -> None:
        """Run something a person asked for; what goes wrong is said, not thrown."""
        try:
            run(here)
        except MediationError as error:
            here.room.say(str(error), "late")

    # Going somewhere

    def go(self, name: str) -> None:
        """Show a room, leaving whatever was opened over it."""
        self.switch_mode(_mode(name, self._generation))
        while self.go_back():
            pass

    def go_back(self) -> bool:
        """Leave what was opened over a room; whether there was anything."""
        opened = len(self.screen_stack) > 1
        if opened:
            self.pop_screen()
        return opened

    def open_case(self, case_id: str) -> None:
        """Show one case."""
        from mediation_tui.ui.screens.case import CaseScreen

        self.push_screen(CaseScreen(case_id))

    def show_cases(self, chosen: CaseFilter) -> None:
        """Show the ledger with a filter, such as the cases behind a number."""
        from mediation_tui.ui.screens.ledger import LedgerScreen

        self.push_screen(LedgerScreen(chosen))

    def find(self) -> None:
        """Go to the ledger and start typing what to look for."""
        self.go("ledger")
        self.call_after_refresh(lambda: self.room.call("find"))

    # Doing something

    def register(self) -> None:
        """Enter a dispute, and show it once it is saved."""
        from mediation_tui.ui.screens.register import RegisterScreen

        def registered(case: Case | None) -> None:
            if case:
                self.open_case(case.id)
                self.call_after_refresh(self._say, _("已登记：{number}").format(number=case.number))

        self.push_screen(RegisterScreen(self.desk, self._drafts), registered)

    def do_act(self, here: Here, kind: EventKind) -> None:
        """Ask for an act on the case at hand, and do it."""
        from mediation_tui.ui.dialogs.act import ActDialog

        def done(case: Case | None) -> None:
            if case:
                said = _("{act}已记下：{number}").format(act=kind.label, number=case.number)
                self.changed("  ".join((said, *self._asked_by(case))))

        if here.case:
            self.push_screen(ActDialog(self.desk, here.case.id, kind), done)

    def _asked_by(self, case: Case) -> tuple[str, ...]:
        """The questions that the act just done gives rise to; nothing is changed by itself."""
        from mediation_tui.model.fold import effective
        from mediation_tui.rules.risksigns import risk_questions

        events = self.book.events(case.id)
        newest = len(effective(events)) - 1
        questions = risk_questions(case, events, self.clock.today())
        return tuple(question.sentence for question in questions if question.place == newest)

    def show_acts(self, here: Here) -> None:
        """Offer everything that can be done with the case at hand."""
        from mediation_tui.ui.dialogs.menu import ActMenu

        def chosen(kind: EventKind | None) -> None:
            if kind:
                self.do_act(here, kind)

        if here.case:
            self.push_screen(ActMenu(self.book.case(here.case.id)), chosen)

    def undo(self, here: Here) -> None:
        """Take back the last act on the case at hand, after asking."""
        from mediation_tui.ui.dialogs.undo import UndoDialog

        def undone(case: Case | None) -> None:
            if case:
                self.changed(_("已撤销：{number}").format(number=case.number))

        if here.case:
            self.push_screen(UndoDialog(self.desk, here.case.id), undone)

    # The registers

    def show_board(self) -> None:
        """Show who has reported which screening rounds."""
        from mediation_tui.ui.screens.board import BoardScreen

        self.push_screen(BoardScreen())

    def show_questions(self) -> None:
        """Show the register of legal questions."""
        from mediation_tui.ui.screens.questions import QuestionsScreen

        self.push_screen(QuestionsScreen())

    def record_question(self) -> None:
        """Write down a legal question and its answer."""
        from mediation_tui.ui.registers.questions import Questions

        Questions(self).record()

    # The program itself

    def show_help(self, here: Here) -> None:
        """Show what can be done here and with which keys."""
        from mediation_tui.ui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(here))

    def action_command_palette(self) -> None:
        """Find a command by typing."""
        from mediation_tui.ui.dialogs.palette import PaletteDialog

        if not isinstance(self.screen, Room):
            return
        here = self.screen.here

        def chosen(command: Command | None) -> None:
            if command:
                self.do(command.run, here)

        self.push_screen(PaletteDialog(here), chosen)

    def choose_actor(self) -> None:
        """Say who is working here now."""
        from mediation_tui.ui.dialogs.actor import ActorDialog

        def chosen(actor: str | None) -> None:
            if actor:
                self.desk.actor = self.actor = actor
                self._remember(actor=actor)
                self.look()
                self._say(_("操作人：{name}").format(name=self.desk.actor_name))

        self.push_screen(ActorDialog(self.book), chosen)

    def switch_language(self) -> None:
        """Speak the other language, from here on and the next time."""
        other: Language = "en" if i18n.language() == "zh" else "zh"
        i18n.use(other)
        self._remember(language=other)
        old, name = self._generation, self.current_mode.partition(":")[0]
        self._generation += 1
        for room_name in ROOM_IDS:
            self.add_mode(_mode(room_name, self._generation), partial(_room, room_name))
        self.go(name)
        for room_name in ROOM_IDS:
            self.remove_mode(_mode(room_name, old))

    def switch_theme(self) -> None:
        """Dark or light."""
        dress(self, dark=self.theme != DARK.name)

    def _remember(self, **changes: Any) -> None:
        self.settings = replace(self.settings, **changes)
        self.settings.save()

    def leave(self) -> None:
        """Leave; everything acknowledged is already in the book."""
        self.exit()

    def _back_up(self, keep_backups: KeepBackups) -> None:
        from mediation_tui.ui.backing import back_up

        self.run_worker(partial(back_up, self, keep_backups), thread=True)

    # What goes wrong

    def on_not_backed_up(self, message: NotBackedUp) -> None:
        """Say so; work goes on."""
        self._handle_exception(message.error)

    @property
    def failure(self) -> Exception | None:
        """The program's own failure that ended it, if one did."""
        return self._exception

    def _handle_exception(self, error: Exception) -> None:
        """Say what a person can do something about and go on; end quietly on anything else.

        Textual would print the failing code with its variables, which may be personal.
        """
        if isinstance(error, MediationError):
            for room in (screen for screen in self.screen_stack if isinstance(screen, Room)):
                room.say(str(error), "late")
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    # What was done

    def changed(self, sentence: str) -> None:
        """Show what was just done."""
        self.look()
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        if isinstance(self.screen, Room):
            self.screen.say(sentence, "accent")


def _watch_for_garbage() -> None:
    """Look for garbage from now on, but not among what was made to start with: that would be felt at a key."""
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()


def _mode(name: str, generation: int) -> str:
    """The mode a room is kept in; every change of language begins another generation of rooms."""
    return f"{name}:{generation}"


def _room(name: str) -> Room:
    """A room, its screen imported when it is first gone to."""
    match name:
        case "today":
            from mediation_tui.ui.screens.today import TodayScreen

            return TodayScreen()
        case "ledger":
            from mediation_tui.ui.screens.ledger import LedgerScreen

            return LedgerScreen()
        case "villages":
            from mediation_tui.ui.screens.villages import VillagesScreen

            return VillagesScreen()
        case "review":
            from mediation_tui.ui.screens.review import ReviewScreen

            return ReviewScreen()
        case _:
            from mediation_tui.ui.screens.figures import FiguresScreen

            return FiguresScreen()
