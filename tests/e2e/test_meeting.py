"""A whole weekly review over the made-up town in a real terminal, cut off in the middle, and the next week's first item."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from mediation_tui.demo import write_demo
from tests.e2e.office import Hands, command
from tests.e2e.terminal import Terminal, program

TODAY = date(2026, 6, 30)
NEXT_WEEK = TODAY + timedelta(days=7)
DECIDED = "下周三前上门核对分期。"
SIZES = ((80, 24), (120, 40))

Open = Callable[[date], AbstractContextManager[Terminal]]
"""Opens the room of the review on a day."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.book"
    write_demo(path, cases=120, today=TODAY)
    return path


@pytest.fixture(params=SIZES, ids=["80x24", "120x40"])
def opened(request: pytest.FixtureRequest, town: Path, tmp_path: Path) -> Open:
    """Somebody at a copy of the town, in a terminal of one of the sizes."""
    (tmp_path / "town.book").write_bytes(town.read_bytes())
    width, height = request.param
    said = ("--book", str(tmp_path / "town.book"), "--lang", "zh", "review")

    def on(day: date) -> AbstractContextManager[Terminal]:
        return program(tmp_path, *said, width=width, height=height, day=day, MEDIATION_TUI_ACTOR="o1")

    return on


def listed(home: Path, *asked: str) -> Any:
    return json.loads(command(home, "--book", "town.book", "review", *asked, "--json"))


def test_a_whole_meeting_is_cut_off_resumed_closed_and_followed_up(opened: Open, tmp_path: Path) -> None:
    with opened(TODAY) as terminal:
        terminal.shows("上次研判意见落实", "已散会")
        Hands(terminal).ask("C-o").save()
        terminal.shows("已议 0 /", "姓名已遮掩")
        terminal.type("  ")
        first = terminal.shows("已议 2 /")
        Hands(terminal).ask("C-d").tell(DECIDED).answer("1").save()
        terminal.shows("已记下", "已议 3 /")
        terminal.kill_program()
        terminal.shows("exit")
    (going_on, _last_weeks) = listed(tmp_path, "list")
    assert going_on["going_on"]

    with opened(TODAY) as terminal:
        resumed = terminal.shows("已议 3 /")
        assert where(resumed) != where(first)
        terminal.type("y" * 90)
        terminal.shows("议程都看过了")
        Hands(terminal).ask("C-x").save()
        terminal.shows("导出成文件")
        terminal.press("C-s")
        terminal.shows("已导出")
        terminal.press("Enter")
        terminal.shows("研判会议记录", "主持人")
        terminal.press("F9")
        terminal.shows("导出成文件")
        terminal.type("txt")
        terminal.press("Enter", "C-s")
        terminal.shows("已导出")
        terminal.press("C-q")
        terminal.shows("exit 0")
    (letter,), (text,) = tmp_path.glob("*.docx"), tmp_path.glob("*.txt")
    paragraphs = [each.text for each in docx.Document(str(letter)).paragraphs]
    assert any(DECIDED in each for each in paragraphs)
    assert DECIDED in text.read_text("utf-8-sig")

    with opened(NEXT_WEEK) as terminal:
        terminal.shows("还没有开会", "上次：2026-06-30")
        Hands(terminal).ask("C-o").save()
        terminal.shows("已议 0 /", "上次研判意见落实")
        for _each in range(6):
            if DECIDED in terminal.screen():
                break
            terminal.press("Down")
        assert "上次研判意见落实" in where(terminal.shows(DECIDED, "还没有落实"))


def where(screen: str) -> str:
    """The line that says which section and village."""
    return next(line for line in screen.splitlines() if "议" in line and "/" in line and "已议 " not in line)
