"""The book as a whole on the command line: look at it, move it, get it out of a damaged file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from mediation_tui.store.shape import FORMAT_VERSION
from tests.cli.conftest import Say

PAGE = 4096


@pytest.fixture
def plain(say: Say, book: str, tmp_path: Path) -> Path:
    """The book with four cases as plain TinyDB JSON."""
    path = tmp_path / "四件.json"
    assert say("book", "copy", book, path).code == 0
    return path


def test_a_stock_tinydb_opens_what_was_copied_and_finds_by_query(plain: Path) -> None:
    with TinyDB(plain) as database:
        assert len(database.table("cases")) == 4
        agreed = database.table("events").search(where("data")["kind"] == "agreement_reached")
        assert len(agreed) == 1


def test_plain_json_becomes_a_book_again_in_which_nothing_is_wrong(
    say: Say, book: str, plain: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.book"
    said = say("book", "copy", plain, again)
    assert said.code == 0
    assert "4 件案件" in said.out
    assert "只在其中一处" in said.out
    assert say("--book", again, "check").out == "已核对 4 件案件，没有发现问题。\n"
    listed = [say("--book", each, "case", "list", "--json").out for each in (book, again)]
    assert listed[0] == listed[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\\u6392\\u6c34\\u6c9f", "\\u56f4\\u5899"),
        ('"sequence": 3', '"sequence": 30'),
        ('"cases"', '"causes"'),
        ("},\n", "}\n"),
        ('"version": 1', '"version": NaN'),
    ],
)
def test_plain_json_that_was_changed_is_refused_and_nothing_is_left(
    say: Say, plain: Path, tmp_path: Path, before: str, after: str
) -> None:
    text = plain.read_text("utf-8")
    changed = (
        text.replace(before, after) if before in text else text.replace(before.replace(": ", ":"), after)
    )
    assert changed != text
    plain.write_text(changed, "utf-8")
    said = say("book", "copy", plain, tmp_path / "again.book")
    assert (said.code, said.out) == (1, "")
    assert str(plain) in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "again.book").exists()


def test_nothing_that_exists_is_copied_over(say: Say, book: str, plain: Path) -> None:
    before = Path(book).read_bytes(), plain.read_bytes()
    for source, target in ((plain, book), (book, plain)):
        said = say("book", "copy", source, target)
        assert said.code == 1
        assert "已经存在" in said.err
    assert (Path(book).read_bytes(), plain.read_bytes()) == before


def test_a_damaged_book_is_not_copied_and_the_way_out_is_named(say: Say, book: str, tmp_path: Path) -> None:
    damage(book, page=12)
    said = say("book", "copy", book, tmp_path / "other.book")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert not (tmp_path / "other.book").exists()


def test_a_book_tells_what_it_is(say: Say, book: str) -> None:
    told = json.loads(say("--book", book, "book", "info", "--json").out)
    assert (told["cases"], told["format"]) == (4, FORMAT_VERSION)
    assert book in say("--book", book, "book", "info").out


def damage(book: str, page: int) -> None:
    with Path(book).open("r+b") as file:
        file.seek(page * PAGE)
        file.write(bytes(PAGE))


@pytest.mark.parametrize("page", range(1, 30))
def test_whichever_page_is_lost_the_rest_is_saved_and_the_loss_is_listed(
    say: Say, book: str, tmp_path: Path, page: int
) -> None:
    if page * PAGE >= Path(book).stat().st_size:
        return
    damage(book, page)
    damaged, new = Path(book).read_bytes(), tmp_path / "new.book"
    said = say("salvage", book, new)
    assert said.code in (0, 1)
    assert "找到" in said.out
    assert Path(book).read_bytes() == damaged
    check = say("--book", new, "check")
    assert check.code == 0 or said.code == 1
    assert "程序内部出错" not in check.err


def test_a_whole_book_is_salvaged_whole(say: Say, book: str, tmp_path: Path) -> None:
    said = say("salvage", book, tmp_path / "new.book")
    assert said.code == 0
    assert "什么也没有少" in said.out
    assert say("--book", tmp_path / "new.book", "check").code == 0


def test_what_is_no_book_gives_nothing_to_salvage(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("张三与李四" * 5000, "utf-8")
    said = say("salvage", file, tmp_path / "new.book")
    assert (said.code, said.out) == (1, "")
    assert "找不到案件簿的任何记录" in said.err
    assert not (tmp_path / "new.book").exists()
