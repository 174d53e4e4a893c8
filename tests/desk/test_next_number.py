from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_tui.errors import NotFound
from mediation_tui.model.vocabulary import Level
from tests.builders import Office, an_entry


def test_the_number_shown_beforehand_is_the_one_given(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    desk = office.desk()
    for village, level in (("v1", Level.VILLAGE), ("v3", Level.GRID), ("v2", Level.TOWN), ("v1", Level.GRID)):
        shown = desk.next_number(village, level)
        assert desk.register(an_entry(village=village, grid=None, level_received=level)).number == shown


def test_each_year_begins_its_own_series(tmp_path: Path) -> None:
    desk = Office.opened(tmp_path).desk()
    desk.register(an_entry())
    assert desk.next_number("v1", Level.VILLAGE) == "（2026）共和民调字第2号"
    assert desk.next_number("v1", Level.VILLAGE, date(2025, 12, 31)) == "（2025）共和民调字第1号"


def test_a_village_without_a_committee_has_no_number_to_come(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Office.opened(tmp_path).desk().next_number("nowhere", Level.VILLAGE)
