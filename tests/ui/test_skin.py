from __future__ import annotations

from dataclasses import fields

import pytest
from rich.cells import cell_len

from mediation_tui.ui.skin import ASCII, MARKS, choose, marks, use


@pytest.mark.parametrize(
    ("environment", "encoding", "expected"),
    [
        ({}, "utf-8", MARKS),
        ({"TERM": "xterm-256color"}, "gb18030", MARKS),
        ({"TERM": "linux"}, "utf-8", ASCII),
        ({"TERM": "dumb"}, "utf-8", ASCII),
        ({}, "ascii", ASCII),
        ({}, "cp936", ASCII),
        ({}, "no-such-encoding", ASCII),
        ({"MEDIATION_TUI_ASCII": "1"}, "utf-8", ASCII),
        ({"MEDIATION_TUI_ASCII": "0", "TERM": "linux"}, "utf-8", MARKS),
    ],
)
def test_the_skin_follows_what_the_terminal_can_draw(
    environment: dict[str, str], encoding: str, expected: object
) -> None:
    assert choose(environment, encoding) is expected


def test_a_setting_decides_unless_the_environment_does() -> None:
    assert choose({"TERM": "linux"}, "utf-8", "marks") is MARKS
    assert choose({}, "utf-8", "ascii") is ASCII
    assert choose({"MEDIATION_TUI_ASCII": "0"}, "utf-8", "ascii") is MARKS


def test_plain_letters_are_plain_and_both_skins_take_the_same_cells() -> None:
    for field in fields(ASCII)[1:]:
        plain, drawn = getattr(ASCII, field.name), getattr(MARKS, field.name)
        assert plain.isascii()
        assert cell_len(plain) == cell_len(drawn)


def test_the_skin_in_use_can_be_changed() -> None:
    use(ASCII)
    try:
        assert marks() is ASCII
    finally:
        use(MARKS)
    assert marks() is MARKS
