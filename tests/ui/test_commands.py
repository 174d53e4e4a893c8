from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from rich.cells import cell_len
from textual.binding import Binding

from mediation_tui import i18n
from mediation_tui.i18n import Language
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import State
from mediation_tui.ui.commands import registry
from mediation_tui.ui.commands.command import Group, Here
from mediation_tui.ui.dialogs.help import HelpDialog
from mediation_tui.ui.dialogs.palette import PaletteDialog
from mediation_tui.ui.frame.foot import Foot
from mediation_tui.ui.screens.board import BoardScreen
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.figures import FiguresScreen
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.ledger import LedgerScreen
from mediation_tui.ui.screens.questions import QuestionsScreen
from mediation_tui.ui.screens.today import TodayScreen
from mediation_tui.ui.screens.villages import VillagesScreen
from mediation_tui.ui.widgets.rows import RowList
from tests.builders import Office, Walk
from tests.ui.rooms import NARROW, sitting

_WITH_A_CASE = (TodayScreen, LedgerScreen, CaseScreen)
_WITHOUT = (TodayScreen, LedgerScreen, VillagesScreen, BoardScreen, QuestionsScreen)


def _places() -> Iterator[Here]:
    """Everywhere a person can be.

    Each room, without a case and with one in each state; each page of figures; each kind of line of Today.
    """
    facts = Walk.begun().facts()
    for page in PageName:
        for as_of in (None, date(2026, 6, 30)):
            figures = FiguresScreen()
            figures._asked = Asked(Period.year(2026), page, as_of=as_of)
            yield Here(cast("Any", None), figures, None)
    for room in _WITHOUT:
        yield Here(cast("Any", None), cast("Any", room), None)
    for opened in _WITH_A_CASE:
        for state in State:
            case = facts.model_copy(update={"state": state, "version": 2})
            yield Here(cast("Any", None), cast("Any", opened), case)
    for meeting in (True, False):
        for state in State:
            review = SimpleNamespace(
                room_name="review",
                lists_cases=True,
                offers=lambda what, held=meeting: (what != "open") is held,
            )
            case = facts.model_copy(update={"state": state, "version": 2}) if meeting else None
            yield Here(cast("Any", None), cast("Any", review), case)
    for asked in EventKind:
        today = SimpleNamespace(room_name="today", lists_cases=True, asked=asked)
        yield Here(cast("Any", None), cast("Any", today), facts)


PLACES = tuple(_places())


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    """Each language in turn, spoken while the test runs."""
    i18n.use(request.param)
    yield request.param
    i18n.use("zh")


def test_commands_have_their_own_codes_and_every_one_is_at_hand_somewhere() -> None:
    ids = [command.id for command in registry.COMMANDS]
    assert len(ids) == len(set(ids))
    assert {command.id for here in PLACES for command in registry.at_hand(here)} == set(ids)


def test_a_key_means_at_most_one_thing_wherever_one_is() -> None:
    for here in PLACES:
        keys = Counter(key for command in registry.at_hand(here) for key in command.keys)
        assert not {key: times for key, times in keys.items() if times > 1}, (here.room, here.case)


def test_every_key_of_a_command_is_bound_but_enter_which_is_the_lists_own() -> None:
    bound = {key for binding in registry.bindings() for key in binding.key.split(",")}
    assert {key for command in registry.COMMANDS for key in command.keys} - bound == {"enter"}


def test_no_command_takes_a_key_by_which_one_moves_in_a_list() -> None:
    """Figures and a meeting have no list; there the keys move where one stands."""
    moving = {
        key for binding in RowList.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")
    }
    for here in PLACES:
        if not isinstance(here.room, FiguresScreen) and here.room.room_name != "review":
            keys = {key for command in registry.at_hand(here) for key in command.keys}
            assert keys & moving <= {"enter"}


def test_every_command_at_hand_is_in_the_palette_with_its_help_and_key(language: Language) -> None:
    for here in PLACES:
        palette = PaletteDialog(here)
        offered = {entry.option.value for entry in palette._options}
        assert offered == {command for command in registry.at_hand(here) if command.id != "program.palette"}
        assert all(palette._details[command] for command in offered)


def test_the_help_lists_what_is_at_hand_and_nothing_else(language: Language) -> None:
    labels = {command.label for command in registry.COMMANDS}
    for here in PLACES:
        listed = {line[1].text.strip() for line in HelpDialog(here)._lines() if len(line) == 3}
        assert {label for label in listed if label in labels} == {
            command.label for command in registry.at_hand(here)
        }


def test_a_line_of_eighty_cells_names_the_key_of_every_act(language: Language) -> None:
    for here in PLACES:
        acts = {c.key_label: c.label for c in registry.at_hand(here) if c.shown and c.group is Group.ACTS}
        assert cell_len("  ".join(f"{key} {label}" for key, label in acts.items())) <= NARROW[0] - 2


@pytest.mark.parametrize("said", ["台账", "taizhang", "tz"])
async def test_a_command_is_found_by_typing_and_done(busy: Office, tmp_path: Path, said: str) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("ctrl+p")
        await person.type(said)
        await person.press("enter")
        assert isinstance(person.app.screen, LedgerScreen)


async def test_the_foot_never_runs_over_its_line(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, language="en") as person:
        for key in ("1", "2", "3", "4", "5"):
            await person.press(key)
            foot = person.app.screen.query_one(Foot)
            assert 0 < foot.render().cell_length <= NARROW[0] - 2
