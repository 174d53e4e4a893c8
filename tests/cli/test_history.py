from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from mediation_tui.model.events import GENESIS
from mediation_tui.model.events.envelope import canonical_hash
from tests.builders import PHONE
from tests.cli.conftest import Say


def test_one_case_s_history_is_told_in_order(say: Say, book: str) -> None:
    said = say("--book", book, "case", "events", "(2026)共和民调字第2号", "--json")
    events = json.loads(said.out)
    Draft202012Validator(schema("case-events")).validate(events)
    assert [event["data"]["kind"] for event in events] == ["registered", "accepted", "mediation_failed"]


def test_the_whole_history_revealed_is_the_very_chain_that_was_written(say: Say, book: str) -> None:
    events = json.loads(say("--book", book, "case", "events", "--all", "--json", "--reveal").out)
    previous = GENESIS
    for sequence, event in enumerate(sorted(events, key=lambda event: int(event["sequence"])), start=1):
        assert (event["sequence"], event["previous"]) == (sequence, previous)
        previous = canonical_hash(event)


def test_a_history_masks_personal_facts(say: Say, book: str) -> None:
    assert PHONE not in say("--book", book, "case", "events", "--all", "--json").out


def test_a_history_reads_as_a_table_with_names(say: Say, book: str) -> None:
    out = say("--book", book, "case", "events", "(2026)共和民调字第1号").out
    assert "2026-03-02  达成协议  王生财  2026-03-02 09:00" in out


@pytest.mark.parametrize("said_too", [[], ["(2026)共和民调字第1号", "--all"]])
def test_one_case_or_all_has_to_be_said(say: Say, book: str, said_too: list[str]) -> None:
    said = say("--book", book, "case", "events", *said_too)
    assert (said.code, said.out) == (2, "")
    assert "请写一个案号，或者写 --all" in said.err
