from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.bootstrap import settings_file
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import network
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


def test_a_network_folder_is_refused_until_the_settings_allow_it(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "network_kind", lambda path: "cifs")
    path, town = tmp_path / "office.book", tmp_path / "demo.book"
    for command in (("new", path), ("demo", town, "--cases", 1, "--no-open")):
        said = say(*command)
        assert (said.code, said.out) == (1, "")
        assert "网络文件夹（cifs）" in said.err
        assert said.err.count("\n") == 1
    assert not path.exists()
    Settings(settings_file(), allow_network_folder=True).save()
    assert say("new", path).code == 0
    assert say("demo", town, "--cases", 1, "--no-open").code == 0
    assert say("--book", path, "check").code == 0


def test_a_town_needs_a_name_people_can_write(say: Say, tmp_path: Path) -> None:
    said = say("new", tmp_path / "x.book", "--town", "♥")
    assert said.code == 1
    assert not (tmp_path / "x.book").exists()
