from __future__ import annotations

import re
import subprocess
import sys

import pytest

from mediation_tui import __version__
from tests.cli.conftest import Say

COMMANDS = (
    "",
    "demo",
    "new",
    "roster",
    "roster import",
    "roster export",
    "import",
    "case",
    "case list",
    "case show",
    "case events",
    "report",
    "report statement",
    "report comparison",
    "check",
    "schema",
)
ENGLISH_SENTENCE = re.compile(r"\b(?:Show|Usage|Options|Commands|Arguments|and exit|default|required)\b")
HAN = re.compile(r"[\u4e00-\u9fff]")


def help_of(command: str, language: str) -> str:
    """What a fresh program prints: help texts are made once, in the language of the start."""
    line = (sys.executable, "-m", "mediation_tui", "--lang", language, *command.split(), "--help")
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_chinese(command: str) -> None:
    text = help_of(command, "zh")
    assert "用法：" in text
    assert not ENGLISH_SENTENCE.search(text)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_english(command: str) -> None:
    assert not HAN.search(help_of(command, "en"))


@pytest.mark.parametrize("command", ["show", "changes", "review", "recount"])
def test_a_report_is_asked_for_by_its_number(command: str) -> None:
    assert "报告号" in help_of(f"report {command}", "zh").splitlines()[1]


def test_the_version_is_told(say: Say) -> None:
    assert say("--version") == (0, f"mediation-tui {__version__}\n", "")


def test_a_group_without_a_command_shows_its_help(say: Say) -> None:
    said = say("case")
    assert said.code == 2
    assert "events" in said.out
