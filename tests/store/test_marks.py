"""What a terminal remembers of a book tells whether the book has fallen back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.store.marks import Gap, Mark, MarkFile, behind

HEADS = st.dictionaries(st.sampled_from(["o1", "o1.2", "o9"]), st.integers(0, 9))


def mark(folder: Path, place: str = "/a/office.book") -> MarkFile:
    return MarkFile(folder, "o1", place)


def test_what_was_never_seen_is_not_missed() -> None:
    assert behind({"o1": 3}, Mark()) == ()


def test_what_was_seen_and_is_gone_is_named() -> None:
    seen = Mark({"o1": 9, "o1.2": 4, "o9": 1})
    assert behind({"o1": 7, "o1.2": 4}, seen) == (Gap("o1", 8, 9), Gap("o9", 1, 1))


@given(st.lists(HEADS))
def test_a_chain_that_only_grows_is_never_behind(looks: list[dict[str, int]]) -> None:
    remembered, grown = Mark(), dict[str, int]()
    for look in looks:
        grown |= {origin: max(end, grown.get(origin, 0)) for origin, end in look.items()}
        remembered = remembered.after(grown)
    assert behind(grown, remembered) == ()
    assert remembered.seen == grown


@given(st.lists(HEADS), HEADS)
def test_what_is_missing_stays_missing_whatever_is_written_since(
    looks: list[dict[str, int]], later: dict[str, int]
) -> None:
    remembered = Mark()
    for look in looks:
        remembered = remembered.after(look)
    before = {gap.origin: gap.first for gap in behind(remembered.seen, remembered)}
    after = {gap.origin: gap.first for gap in behind(later, remembered)}
    assert all(after[origin] <= first for origin, first in before.items())
    assert behind(later, remembered.after(later)) == behind(later, remembered)


def test_a_mark_is_kept_from_one_start_to_the_next(tmp_path: Path) -> None:
    assert mark(tmp_path).look({"o1": 5}) == ()
    assert mark(tmp_path).look({"o1": 7}) == ()
    assert mark(tmp_path).look({"o1": 6}) == (Gap("o1", 7, 7),)
    assert mark(tmp_path).look({"o1": 9}) == (Gap("o1", 7, 7),)


def test_what_was_accepted_is_missed_no_longer(tmp_path: Path) -> None:
    mark(tmp_path).look({"o1": 7})
    mark(tmp_path).accept({"o1": 6})
    assert mark(tmp_path).look({"o1": 6}) == ()
    assert mark(tmp_path).look({"o1": 5}) == (Gap("o1", 6, 6),)


def test_looking_at_what_is_known_writes_nothing(tmp_path: Path) -> None:
    mark(tmp_path).look({"o1": 7})
    (file,) = tmp_path.iterdir()
    file.chmod(0o400)
    before = file.stat()
    mark(tmp_path).look({"o1": 7})
    assert file.stat().st_ino == before.st_ino


def test_a_book_moved_without_its_log_is_noticed_in_its_new_place(tmp_path: Path) -> None:
    mark(tmp_path).look({"o1": 7})
    assert mark(tmp_path, "/usb/office.book").look({"o1": 5}) == (Gap("o1", 6, 7),)
    assert mark(tmp_path).look({"o1": 7}) == ()


def test_practising_on_a_copy_says_nothing_of_the_book(tmp_path: Path) -> None:
    mark(tmp_path).look({"o1": 7})
    assert mark(tmp_path, "/a/practice.book").look({"o1": 7}) == ()
    assert mark(tmp_path, "/a/practice.book").look({"o1": 30}) == ()
    assert mark(tmp_path).look({"o1": 8}) == ()


def test_a_book_seen_for_the_first_time_is_held_against_its_backup(tmp_path: Path) -> None:
    assert mark(tmp_path).look({"o1": 5}, [{"o1": 6}]) == (Gap("o1", 6, 6),)
    mark(tmp_path).accept({"o1": 5})
    assert mark(tmp_path).look({"o1": 5}, [{"o1": 6}]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"/a/office.book": 3}',
        '{"/a/office.book": {"seen": {"o1": "x"}, "fell": {}}}',
        "\x00",
    ],
)
def test_a_file_that_says_nonsense_is_written_anew(tmp_path: Path, text: str) -> None:
    mark(tmp_path).look({"o1": 7})
    (file,) = tmp_path.iterdir()
    file.write_text(text, "utf-8")
    assert mark(tmp_path).look({"o1": 5}) == ()
    assert mark(tmp_path).look({"o1": 4}) == (Gap("o1", 5, 5),)


def test_where_nothing_can_be_kept_nothing_is_missed_and_nothing_fails(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.touch()
    assert mark(occupied / "marks").look({"o1": 7}) == ()
    assert mark(occupied / "marks").look({"o1": 5}) == ()


def test_an_origin_from_elsewhere_leads_nowhere_else(tmp_path: Path) -> None:
    MarkFile(tmp_path / "marks", "../../etc/passwd", "/a").look({"o1": 1})
    assert [file.parent.name for file in tmp_path.rglob("*.json")] == ["marks"]
