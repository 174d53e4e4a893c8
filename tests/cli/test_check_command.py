from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from tests.cli.conftest import Say


def lose_an_event(book: str) -> None:
    with closing(sqlite3.connect(book)) as connection, connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER [{trigger}]")
        connection.execute("DELETE FROM events WHERE id = 2")


def test_a_sound_book_passes(say: Say, book: str) -> None:
    assert say("--book", book, "check") == (0, "已核对 4 件案件，没有发现问题。\n", "")
    assert say("--book", book, "check", "--json") == (0, "[]\n", "")


def test_what_is_wrong_is_said_in_words_and_by_the_exit_code(say: Say, book: str) -> None:
    lose_an_event(book)
    said = say("--book", book, "check")
    assert said.code == 1
    assert "第 2 到 2 号事件缺失。" in said.out
    found = say("--book", book, "check", "--json")
    assert found.code == 1
    Draft202012Validator(schema("check")).validate(json.loads(found.out))


def test_a_book_made_before_some_limits_came_is_sound_and_says_how_to_take_them(
    say: Say, book: str, tmp_path: Path
) -> None:
    file = tmp_path / "规则.toml"
    say("--book", book, "settings", "rules", "-o", file)
    text = file.read_text("utf-8")
    start, end = text.index('[[clocks]]\nid = "petition"'), len(text)
    file.write_text(text[:start] + text[end:], "utf-8")
    say("--book", book, "settings", "rules", file)
    checked = say("--book", book, "check")
    assert checked.code == 0
    for said in (checked.out, say("--book", book, "settings", "rules").out):
        assert "有 1 条本所没有：信访办理期限（对照）" in said
        assert "settings rules --shipped" in said
    assert say("--book", book, "check", "--json").out == "[]\n"
