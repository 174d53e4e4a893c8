from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.cli.preamble import preamble


@pytest.mark.parametrize(
    ("line", "book", "language", "command"),
    [
        ("", None, None, ""),
        ("--book a.book", "a.book", None, ""),
        ("--lang=en --book=a.book case list", "a.book", "en", "case list"),
        ("case list --book x", None, None, "case list --book x"),
        ("--lang fr case", None, None, "--lang fr case"),
        ("--book", None, None, "--book"),
        ("--help", None, None, "--help"),
    ],
)
def test_options_before_the_command_are_read_and_the_rest_is_left(
    line: str, book: str | None, language: str | None, command: str
) -> None:
    assert preamble(line.split()) == (book, language, tuple(command.split()))


@given(st.lists(st.sampled_from(["--book", "--lang", "zh", "en", "fr", "--book=x", "--lang=zh", "case", ""])))
def test_what_is_left_is_always_the_end_of_what_was_said(arguments: list[str]) -> None:
    rest = preamble(arguments).command
    assert list(rest) == arguments[len(arguments) - len(rest) :]
