"""The dialog by which an act is done on a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from mediation_tui.desk import Desk
from mediation_tui.errors import MediationError, Stale
from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.rules import lifecycle
from mediation_tui.rules.facts import facts_of
from mediation_tui.ui.acts import FORMS, ActContext, Answers, Corrections
from mediation_tui.ui.acts.entering import entered
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.words import days_words, due_purpose, place_words, short_number, state_words

_FRAME = 6
"""Rows that are not body: the border, up to three of message, and the foot."""


class ActDialog(Saving, Dialog[Case | None]):
    """Asks what has to be known of an act, does it, and is dismissed with the case as it then stands.

    What is unwise is said once and saved at the second Ctrl+S; what is refused is said where it belongs, and
    what was typed stays.

    Args:
        desk: Who does it, and in which book.
        case_id: On which case.
        kind: The act.
    """

    DEFAULT_CSS = """
    ActDialog {
        & Notice { height: auto; max-height: 3; }
        & .act--standing { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, desk: Desk, case_id: str, kind: EventKind) -> None:
        self._desk = desk
        self._kind = kind
        self._act = FORMS[kind]
        self._here = ActContext.at(desk, desk.book.case(case_id))
        self._warned: Answers | None = None
        super().__init__(_heading(kind, self._facts()))
        self._standing = Static(classes="act--standing")
        self._specs = self._act.fields(self._here)

    @property
    def case(self) -> Case:
        """The case as it was when it was last looked at."""
        return self._here.case

    def body(self) -> ComposeResult:
        """How the case stands, and what is asked."""
        yield self._standing
        yield Form(self._specs, today=self._here.today)

    def on_mount(self) -> None:
        """Say how the case stands, and at once if the act is not possible."""
        self._say_standing()
        try:
            lifecycle.check(self.case, self._kind)
        except MediationError as error:
            self.say_fault(error)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for a longer message than other dialogs have."""
        event.prevent_default()
        self._body.styles.max_height = max(1, event.size.height - _FRAME)

    def on_form_changed(self, event: Form.Changed) -> None:
        """Let other fields follow."""
        following = self._act.follow(self._here, event.name, event.form.values())
        for name, options in following.options.items():
            event.form.offer(name, options)
        for name, answer in following.answers.items():
            event.form.fill(name, answer)

    @property
    def lands(self) -> Mapping[str, str]:
        """Where the form says what is wrong with fields of another name."""
        return self._act.lands

    def save(self) -> None:
        """Do the act, unless there is something to be pointed out first."""
        answers = self.query_one(Form).values()
        made = entered(self._specs, answers, lambda read: self._act.build(self._here, read))
        on = answers.get("happened_on")
        if self._points_out(made, on, answers):
            return
        self.write(partial(self._done, made, on, self.case))

    def _done(self, made: EventData | Corrections, on: date | None, case: Case) -> Case:
        if isinstance(made, Corrections):
            return self._desk.correct(case.id, made.changes, made.reason, seen=case.version)
        return self._desk.record(case.id, made, on, seen=case.version)

    def _points_out(self, made: EventData | Corrections, on: date | None, answers: Answers) -> bool:
        """Say what a careful colleague would; not again for the same answers."""
        if isinstance(made, Corrections) or self._warned == answers:
            return False
        warnings = self._desk.warnings(self.case, made, on)
        if not warnings:
            return False
        self._warned = answers
        said = _("；").join(map(str, warnings))
        self._warn(_("再按 Ctrl+S 仍然保存。注意：{warnings}").format(warnings=said))
        return True

    def look_again(self, stale: Stale) -> None:
        """Say what came meanwhile, and go on from there; nothing typed is lost."""
        missed = stale.facts["events"]
        self._here = ActContext.at(self._desk, self._desk.book.case(self.case.id))
        self._warned = None
        self._say_standing()
        people = dict.fromkeys(self._here.person_name(event.actor) for event in missed)
        self._warn(
            _("{people}刚刚做了：{acts}。已换成最新情况，看过后再按 Ctrl+S 保存").format(
                people=_("、").join(people), acts=_("、").join(event.kind.label for event in missed)
            )
        )

    def _warn(self, sentence: str) -> None:
        self._notice.say(sentence, "warn", through="ctrl+s")

    def _facts(self) -> CaseFacts:
        return facts_of(self.case, self._here.rules, self._here.calendar)

    def _say_standing(self) -> None:
        lines = list(self._standing_lines(self._facts()))
        self._standing.update(Content("\n").join(lines))

    def _standing_lines(self, facts: CaseFacts) -> Iterator[Content]:
        """State, place and limit in one line; what the act has to say of itself below."""
        gap = f" {marks().dot} "
        said = [plain(state_words(facts.state), "bold"), plain(place_words(facts, self._here.town))]
        if facts.due_on:
            left, _tone = days_words((facts.due_on - self._here.today).days)
            said.append(plain(f"{due_purpose(facts)} {left}", "$text-muted"))
        yield Content(gap).join(said)
        if brief := self._act.brief(self._here):
            yield plain(brief, "$text-muted")


def _heading(kind: EventKind, facts: CaseFacts) -> str:
    dot = marks().dot
    return f"{kind.label} {dot} {short_number(facts, facts.year)} {facts.versus}"
