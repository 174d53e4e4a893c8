from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mediation_tui import i18n
from mediation_tui.i18n import Language
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.rules import lifecycle
from mediation_tui.ui.dialogs.event import EventDialog
from tests.builders import ID_NUMBER, PHONE, TODAY, Office
from tests.ui.acts.filling import meant, ready_for
from tests.ui.rooms import sitting


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office.opened(tmp_path)
    yield opened
    opened.book.close()


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    """Each language in turn, spoken while the test runs."""
    i18n.use(request.param)
    yield request.param
    i18n.use("zh")


def _told(office: Office, case: Case, place: int = -1) -> dict[str, str]:
    """What the dialog says of an event of a case, by label."""
    dialog = EventDialog(office.book.events(case.id)[place], office.desk())
    return {line[0].text.strip(): line[1].text for line in dialog._lines() if line[0].text.strip()}


@pytest.mark.parametrize("kind", list(lifecycle.TABLE))
def test_every_event_is_told_under_labels_for_people(
    kind: EventKind, office: Office, language: Language
) -> None:
    case = ready_for(kind, office)
    data = meant(kind, case, office)
    case = office.go_on(case, data)
    assert not set(_told(office, case)) & set(type(data).model_fields)


def test_a_registration_is_told_whole_with_its_numbers_masked(office: Office, language: Language) -> None:
    told = _told(office, office.walk())
    assert not set(told) & set(happened.Registered.model_fields)
    assert "（2026）共和民调字第1号" in told.values()
    assert "上庄村" in told.values()
    assert not any(PHONE in text or ID_NUMBER in text for text in told.values())


def test_who_wrote_it_and_when_comes_first_in_beijing_time(office: Office) -> None:
    assert next(iter(_told(office, office.walk()).items())) == ("记录", "2026-03-02 09:00  王生财")


def test_what_was_written_late_says_so(office: Office) -> None:
    case = office.walk()
    office.on(date(2026, 5, 4))
    office.desk().record(case.id, happened.NoteAdded(text="补"), TODAY)
    assert _told(office, case)["记录"] == "2026-05-04 09:00  王生财（补录）"


def test_people_and_places_are_named(office: Office) -> None:
    case = office.walk(EventKind.ACCEPTED, EventKind.MEDIATORS_ASSIGNED, EventKind.SESSION_HELD)
    assert "马占龙；单小山" in _told(office, case).values()
    assert "王生财" in _told(office, case, -2).values()


async def test_an_event_is_opened_from_the_timeline_and_left_again(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.go_to(2)
        before = await person.press("enter")
        said = await person.press("enter")
        assert isinstance(person.app.screen, EventDialog)
        assert "履行  2026-05-20" in said
        assert await person.press("escape") == before
