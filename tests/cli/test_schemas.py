from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import file_text, names, schema
from tests.builders import PEOPLE, TOWN
from tests.cli.conftest import Say

KEPT = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", names())
def test_the_schema_kept_beside_the_code_is_the_one_the_code_makes(name: str) -> None:
    file = KEPT / f"{name}.schema.json"
    assert file.read_text("utf-8") == file_text(name), "run: mediation-tui schema --to schemas"


def test_no_schema_is_kept_of_what_is_gone() -> None:
    assert {file.name for file in KEPT.iterdir()} == {f"{name}.schema.json" for name in names()}


@pytest.mark.parametrize("name", names())
def test_every_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_the_roster_keeps_to_its_schemas() -> None:
    Draft202012Validator(schema("town")).validate(TOWN.model_dump(mode="json"))
    for person in PEOPLE:
        Draft202012Validator(schema("person")).validate(person.model_dump(mode="json"))


def test_a_schema_is_printed_by_its_name(say: Say) -> None:
    assert json.loads(say("schema", "event").out)["$id"] == "urn:mediation-tui:event"
    assert "case-list" in say("schema").out.splitlines()


def test_all_schemas_are_written_into_a_folder(say: Say, tmp_path: Path) -> None:
    assert say("schema", "--to", tmp_path / "formats").code == 0
    assert len(list((tmp_path / "formats").iterdir())) == len(list(names()))
