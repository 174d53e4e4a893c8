"""The calendar from the screen: found in the palette, proposed for two weeks, never over somebody's file unasked."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from mediation_tui.ui.dialogs import export
from mediation_tui.ui.dialogs.calendar import CalendarDialog
from mediation_tui.ui.widgets.confirm import Confirm
from tests.builders import Office
from tests.ui.rooms import Someone, sitting


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(export, "usual_folder", lambda: tmp_path)
    return tmp_path


async def asked(person: Someone) -> CalendarDialog:
    """Find the act in the palette."""
    await person.press("ctrl+p")
    await person.type("导出日历")
    await person.press("enter")
    assert isinstance(person.app.screen, CalendarDialog)
    return person.app.screen


async def test_the_calendar_is_saved_from_the_palette(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await asked(person)
        shown = await person.press("ctrl+s")
        (path,) = tmp_path.glob("*.ics")
        assert "已导出" in shown
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert events
    today = busy.clock.today()
    assert all(abs((each.decoded("DTSTART") - today).days) < 14 for each in events)


async def test_a_file_that_is_there_is_replaced_only_after_asking(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await asked(person)
        await person.press("ctrl+s")
        (path,) = tmp_path.glob("*.ics")
        path.write_text("别人的")
        dialog = await asked(person)
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, Confirm)
        await person.press("escape")
        assert (person.app.screen, path.read_text()) == (dialog, "别人的")
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, Confirm)
        assert "已导出" in await person.press("enter")
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


async def test_days_the_wrong_way_round_are_said_where_they_stand(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        dialog = await asked(person)
        assert dialog.form
        dialog.form.fill("last", busy.clock.today().replace(year=2020))
        assert "早于开始" in await person.press("ctrl+s")
        assert not list(tmp_path.glob("*.ics"))
