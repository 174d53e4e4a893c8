"""What lies ahead as a calendar file: of which days, whose, and where to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual.app import ComposeResult

from mediation_tui.clock import Clock
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.papers.calendar.entries import calendar_name, calendar_of
from mediation_tui.papers.calendar.file import write_calendar
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.dialogs.export import typed_path
from mediation_tui.ui.dialogs.filedialog import FileDialog
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option

_ENDING = ".ics"


class CalendarDialog(Saving, FileDialog):
    """Ask for days, place, mediator and file; write it aside, and end with its path.

    A file that is there already is replaced only after asking.

    Args:
        book: Where the cases are.
        clock: Tells the time.
        folder: Where it is proposed to go.
    """

    def __init__(self, book: Book, clock: Clock, folder: Path) -> None:
        super().__init__(_("导出日历"))
        self._book, self._clock = book, clock
        week = Period.week_of(clock.today())
        self._proposed = Period(week.first, week.later().last)
        self._path = folder / calendar_name(self._proposed)

    def body(self) -> ComposeResult:
        """The questions; two weeks are proposed, this one and the next."""
        yield Form(self._fields(), today=self._clock.today())

    def _fields(self) -> Iterable[FieldSpec]:
        book, days = self._book, self._proposed
        villages = [Option(village.id, village.name, village.initials) for village in book.town.villages]
        villages.insert(0, Option("", _("镇级")))
        people = (Option(each.id, each.name, each.initials) for each in book.people)
        yield FieldSpec("first", _("从"), "date", True, value=days.first, ahead=True)
        yield FieldSpec("last", _("到"), "date", True, value=days.last, ahead=True)
        yield FieldSpec("village", _("村（社区）"), "choice", options=tuple(villages), hint=_("全镇"))
        yield FieldSpec("mediator", _("调解员"), "choice", options=tuple(people), hint=_("所有人"))
        yield FieldSpec("named", _("写出姓名"), "yesno", value=False)
        yield FieldSpec("path", _("存到"), "text", True, value=str(self._path))

    def save(self) -> None:
        """Write the file."""
        assert self.form, "the body is a form"
        self.save_to(_with_ending(typed_path(self.form.values()["path"])))

    def write_file(self, path: Path, *, overwrite: bool) -> None:
        """Read the book and write the file, aside."""
        assert self.form, "the body is a form"
        said = self.form.values()
        period = Period(said["first"], said["last"])
        whose = CaseFilter(village=said["village"], mediator=said["mediator"])
        self.write(partial(self._written, path, period, whose, bool(said["named"]), overwrite))

    def _written(self, path: Path, period: Period, whose: CaseFilter, named: bool, overwrite: bool) -> Path:
        calendar = calendar_of(self._book, period, whose, self._clock.now(), named=named)
        write_calendar(path, calendar, overwrite=overwrite)
        return path


def _with_ending(path: Path) -> Path:
    """The path with the ending calendar programs know; a folder stays as it is."""
    return path if not path.name or path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
