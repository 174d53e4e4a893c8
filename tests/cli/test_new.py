from __future__ import annotations

from pathlib import Path

from mediation_tui.bootstrap import settings_file
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from tests.cli.conftest import Say


def test_a_new_book_is_empty_and_ready_for_the_town_s_own_cases(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "office.book"
    assert say("new", path, "--town", "共和镇").code == 0
    book = EmbeddedBook(path)
    assert (book.town.name, book.town.office) == ("共和镇", "共和镇司法所")
    assert book.town.committee_of(None).number_template == "（{year}）共和民调字第{serial}号"
    assert not list(book.check())
    book.close()


def test_the_first_book_is_the_one_opened_from_then_on(say: Say, tmp_path: Path) -> None:
    first, second = tmp_path / "first.book", tmp_path / "second.book"
    assert "以后直接运行 mediation-tui 就打开它。" in say("new", first).out
    assert f"mediation-tui --book {second}" in say("new", second).out
    assert Settings.load(settings_file()).book == str(first)
    assert say("check").code == 0


def test_nothing_that_exists_is_replaced(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text("years of work")
    said = say("new", path)
    assert said.code == 1
    assert "已经存在" in said.err
    assert path.read_text() == "years of work"


def test_a_town_needs_a_name_people_can_write(say: Say, tmp_path: Path) -> None:
    said = say("new", tmp_path / "x.book", "--town", "♥")
    assert said.code == 1
    assert not (tmp_path / "x.book").exists()
