from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mediation_tui.bootstrap import Workplace, actor_of, language_of, usual_book
from mediation_tui.clock import SystemClock
from mediation_tui.errors import BookError
from mediation_tui.settings import Settings

NOWHERE = Settings(Path("nowhere.toml"))


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_ALL": "zh_TW"}, "zh"),
        ({"LANG": "en_GB", "LC_ALL": ""}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "de_DE"}, "zh"),
    ],
)
def test_the_environment_chooses_between_two_languages(environment: dict[str, str], language: str) -> None:
    assert language_of(environment, None) == language
    assert language_of(environment, "en") == "en"


def test_acts_are_written_under_the_name_given_for_this_start_or_kept_or_the_system_s() -> None:
    kept = Settings(Path("x"), actor="o1")
    assert actor_of({"MEDIATION_TUI_ACTOR": "m1"}, kept) == "m1"
    assert actor_of({}, kept) == "o1"
    assert actor_of({}, NOWHERE)


def test_the_book_named_comes_before_the_one_kept_and_the_usual_one() -> None:
    clock = SystemClock()
    usual_book().parent.mkdir(parents=True)
    usual_book().touch()
    kept = Settings(Path("x"), book="kept.book")
    assert Workplace(kept, clock, "named.book").whereabouts() == "named.book"
    assert Workplace(kept, clock).whereabouts() == "kept.book"
    assert Workplace(NOWHERE, clock).whereabouts() == str(usual_book())


def test_without_any_book_there_is_nothing_to_open() -> None:
    with pytest.raises(BookError, match="还没有案件簿"):
        Workplace(NOWHERE, SystemClock()).whereabouts()


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        ("case list --json", ("textual", "xlsxwriter", "python_calamine", "pypinyin", "mediation_tui.demo")),
        ("report statement --from 2026-01-01 --to 2026-02-01", ("textual", "xlsxwriter", "python_calamine")),
        ("", ("click", "rich_click", "xlsxwriter", "python_calamine", "pypinyin")),
    ],
)
def test_a_start_loads_only_what_it_needs(book: str, arguments: str, unneeded: tuple[str, ...]) -> None:
    program = (
        "import sys; from mediation_tui.cli.run import run; run(sys.argv[1:]);"
        f"print([name for name in {unneeded!r} if name in sys.modules], file=sys.stderr)"
    )
    line = (sys.executable, "-c", program, "--book", book, *arguments.split())
    done = subprocess.run(line, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stderr.splitlines()[-1] == "[]"
