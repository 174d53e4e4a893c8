from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.schemas import schema
from tests.builders import TODAY
from tests.cli.conftest import Say


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "town.book"


@pytest.fixture
def town(say: Say, shared: Path) -> Path:
    """A made-up town of 60 cases, made once."""
    if not shared.exists():
        assert say("demo", shared, "--cases", 60, "--today", TODAY, "--no-open").code == 0
    return shared


def test_everything_a_made_up_town_prints_keeps_to_its_schema(say: Say, town: Path) -> None:
    cases = json.loads(say("--book", town, "case", "list", "--json").out)
    assert len(cases) == 60
    Draft202012Validator(schema("case-list")).validate(cases)
    events = json.loads(say("--book", town, "case", "events", "--all", "--json").out)
    Draft202012Validator(schema("case-events")).validate(events)
    statement = say(
        "--book", town, "report", "statement", "--from", "2025-03-01", "--to", TODAY, "--json", today=TODAY
    )
    Draft202012Validator(schema("statement")).validate(json.loads(statement.out))
    shown = say("--book", town, "case", "show", cases[0]["id"], "--json")
    Draft202012Validator(schema("case-show")).validate(json.loads(shown.out))
    assert say("--book", town, "check").code == 0


def test_a_path_that_exists_is_refused_and_kept(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "town.book"
    path.write_text("mine")
    said = say("demo", path, "--cases", 1, "--no-open")
    assert (said.code, said.out) == (1, "")
    assert "已经存在" in said.err
    assert path.read_text() == "mine"


def test_the_town_is_opened_on_the_day_it_was_made_for(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Workplace] = []
    monkeypatch.setattr(Workplace, "open_app", lambda workplace: opened.append(workplace))
    path = tmp_path / "town.book"
    assert say("demo", path, "--cases", 0, "--today", "2026-01-15").code == 0
    assert opened[0].whereabouts() == str(path)
    assert opened[0].clock.today().isoformat() == "2026-01-15"
