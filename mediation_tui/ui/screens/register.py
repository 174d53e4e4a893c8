"""Registering a dispute: one column, in the order a caller tells it."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.events import DescendantBlur, Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from mediation_tui.desk import Desk
from mediation_tui.errors import MediationError
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Level
from mediation_tui.ui.acts.asking import grid_options
from mediation_tui.ui.acts.entering import entered
from mediation_tui.ui.acts.registering import (
    NAMES,
    Beginning,
    governance_options,
    registration,
    registration_fields,
)
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.screens.drafts import Drafts
from mediation_tui.ui.screens.namesakes import NamesakeCard
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.faults import say_faults
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.notice import Notice
from mediation_tui.ui.widgets.small import Stage
from mediation_tui.ui.words import long_day

_TYPING_PAUSE = 0.4
"""Seconds without a key after which a name is looked up while it is still being typed."""

_WIDE = 120
"""Cells from which the card of namesakes has room beside the form."""


class RegisterScreen(Saving, Screen[Case | None]):
    """Asks for a dispute, enters it, and is dismissed with its case.

    | Key(s) | Description |
    | :- | :- |
    | ctrl+s | Save. |
    | escape | Leave; what was typed is kept as a draft, and said to be. |

    Args:
        desk: Who enters it, and in which book.
        drafts: Keeps what was left unsaved, and the last village, for the next time.
        beginning: What was entered elsewhere and leads here; nothing of it is kept as a draft.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["register.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, desk: Desk, drafts: Drafts | None = None, beginning: Beginning | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._beginning = beginning
        self._drafts = drafts or Drafts()
        if beginning:
            self._drafts = Drafts(village=beginning.answers["village"])
        today = desk.clock.today()
        specs = registration_fields(desk.book.town, desk.book.rules, today, self._drafts.village)
        self._specs = beginning.told(specs) if beginning else specs
        self._form = Form(self._specs, today=today)
        self._card = NamesakeCard(desk.book, today)
        self._number = Static(plain(self._number_words()), classes="register--number")
        self._notice = Notice()
        self._looking: Timer | None = None
        self._last_name = ""

    def compose(self) -> ComposeResult:
        """Head, form with the card of namesakes, the number to come, message and foot."""
        self._set_width(self.app.size.width)
        form = VerticalScroll(self._form, classes="register--form", can_focus=False)
        yield Stage(
            Vertical(
                Static(plain(self._head()), classes="register--head"),
                Container(form, self._card, classes="register--middle"),
                self._number,
                self._notice,
                Static(plain(_("Ctrl+S 保存  Tab 下一项  Esc 离开")), classes="register--foot"),
                classes="register--frame",
            )
        )

    def on_resize(self, event: Resize) -> None:
        """Put the card beside the form where there is room, below it where there is not."""
        self._set_width(event.size.width)

    def on_mount(self) -> None:
        """Offer what was left unsaved, and the kinds of what is known already."""
        if self._beginning:
            self._offer_kinds()
        if self._drafts.registration is not None:
            question = Confirm(_("登记"), _("上次有一件没有保存，接着填吗？"), yes=_("接着填"))
            self.app.push_screen(question, self._resume)

    def _set_width(self, cells: int) -> None:
        self.set_class(cells >= _WIDE, "-wide")

    def action_save(self) -> None:
        """Enter the dispute, if everything is as it should be."""
        if faults := self._form.check():
            said = ngettext("有 {n} 处要改", "有 {n} 处要改", faults).format(n=faults)
            self._notice.say(said, "late")
            return
        try:
            self._save()
        except MediationError as error:
            self.say_fault(error)

    def say_fault(self, error: MediationError) -> None:
        """Say what is wrong: under the fields it is about, the rest in the message line."""
        say_faults(error, self._form, self._notice, {"parties": "applicant1.name"})

    def action_leave(self) -> None:
        """Leave; with something unsaved only when asked twice, and then it is kept."""
        warning = _("还没有保存。再按一次 Esc 离开，填的内容留作草稿")
        if self._beginning:
            warning = _("有改动没有保存，再按一次 Esc 放弃")
        if not self._form.changed:
            self.dismiss(None)
        elif self._notice.sentence != warning:
            self._notice.say(warning, "warn", through="escape")
        else:
            self._drafts.registration = self._form.values()
            self.dismiss(None)

    def _save(self) -> None:
        answers = self._form.values()
        entry = entered(self._specs, answers, registration)
        enter = self._beginning.enter if self._beginning else self._desk.register
        self.write(partial(enter, entry, answers["happened_on"]))

    def kept(self, outcome: Case) -> None:
        """Leave with the case; nothing is left unsaved."""
        self._drafts.registration, self._drafts.village = None, outcome.village
        super().kept(outcome)

    def _resume(self, wanted: bool | None) -> None:
        """Fill in the draft, or drop it."""
        draft, self._drafts.registration = self._drafts.registration, None
        if wanted and draft is not None:
            for spec in self._specs:
                answer = draft[spec.name]
                if answer is not None and not (spec.kind == "date" and isinstance(answer, str)):
                    self._form.fill(spec.name, answer)

    @on(Form.Submitted)
    def _submit(self) -> None:
        self.action_save()

    @on(Form.Changed)
    def _take_change(self, event: Form.Changed) -> None:
        """Let the grids follow the village, the kinds the category, the number the place, and look for namesakes."""
        if event.name == "village":
            self._offer_grids()
        if event.name == "category":
            self._offer_kinds()
        if event.name in ("village", "level_received", "happened_on"):
            self._say_number()
        if event.name in NAMES:
            self._last_name = event.name
            self._look_soon()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """A name that is left is complete: look it up now."""
        if self._looking is not None:
            self._look()

    def _look_soon(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(_TYPING_PAUSE, self._look)

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        answers = self._form.values()
        fields = sorted(NAMES, key=lambda field: (field != self._last_name, field))
        self._card.look_for(name.strip() for field in fields if (name := answers[field]))

    def _offer_grids(self) -> None:
        answers = self._form.values()
        grids = grid_options(self._desk.book.town, answers["village"])
        if answers["grid"] not in {grid.value for grid in grids}:
            self._form.fill("grid", None)
        self._form.offer("grid", grids)

    def _offer_kinds(self) -> None:
        answers = self._form.values()
        kinds = governance_options(self._desk.book.rules.crosswalk, answers["category"])
        if answers["governance"] not in {kind.value for kind in kinds}:
            self._form.fill("governance", None)
        self._form.offer("governance", kinds)

    def _say_number(self) -> None:
        self._number.update(plain(self._number_words()))

    def _number_words(self) -> str:
        """The number the dispute would get if it were saved now."""
        answers = self._form.values()
        village, level = answers["village"], answers["level_received"]
        if level is None or (village is None and level < Level.TOWN):
            return _("案号在选定村（社区）后显示")
        on = answers["happened_on"]
        try:
            number = self._desk.next_number(village, level, None if isinstance(on, str) else on)
        except MediationError as error:
            return str(error)
        return _("保存后的案号：{number}").format(number=number)

    def _head(self) -> str:
        heading = self._beginning.heading if self._beginning else _("登记")
        return "  ".join((heading, self._desk.book.town.office, long_day(self._desk.clock.today())))
