"""Whatever pages are lost, what stood on the others is got out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from mediation_tui.errors import NotABook
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.salvage import Left, salvage
from tests.store.salvage.conftest import Original
from tests.store.salvage.damage import (
    INTERIOR,
    PAGE,
    bodies,
    pages_of,
    require_honest,
    salvaged,
    surely_there,
    zeroed,
)

GROUPS = 12


def shuffled(original: Original) -> list[int]:
    pages = list(range(len(original.data) // PAGE))
    Random(7).shuffle(pages)
    return pages


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_page_is_lost_once_and_never_costs_an_event_on_another(
    original: Original, tmp_path: Path, group: int
) -> None:
    data = zeroed(original.data, shuffled(original)[group::GROUPS])
    result = salvaged(tmp_path, data)
    require_honest(result, original.events)
    assert result.events.items() >= surely_there(data, original.events).items()


@pytest.mark.parametrize("place", range(6))
def test_around_one_bad_page_nearly_everything_is_got_out(
    original: Original, tmp_path: Path, place: int
) -> None:
    result = salvaged(tmp_path, zeroed(original.data, [shuffled(original)[place]]))
    require_honest(result, original.events)
    assert len(result.events) >= 0.95 * len(original.events)
    assert len(bodies(result.path, "cases")) == len(original.cases)


def test_a_book_without_its_header_is_got_out_whole(original: Original, tmp_path: Path) -> None:
    result = salvaged(tmp_path, zeroed(original.data, [0]))
    assert result.told.complete
    assert result.findings == ()
    assert result.events == original.events
    assert bodies(result.path, "cases") == original.cases


def test_a_book_without_the_pages_that_lead_to_the_others_is_got_out_whole(
    original: Original, tmp_path: Path
) -> None:
    interior = [n for n, page in enumerate(pages_of(original.data)) if n and page[0] == INTERIOR]
    assert len(interior) >= 2
    result = salvaged(tmp_path, zeroed(original.data, interior))
    assert result.told.complete
    assert result.events == original.events


def test_of_a_book_cut_in_half_the_first_half_is_got_out(original: Original, tmp_path: Path) -> None:
    half = original.data[: len(original.data) // 2 + 1000]
    result = salvaged(tmp_path, half)
    require_honest(result, original.events)
    assert result.events.items() >= surely_there(half, original.events).items()
    assert len(result.events) > 0.3 * len(original.events)
    assert not result.told.complete
    assert result.cases(Left.WHOLE)


def test_of_a_book_without_its_first_half_the_rest_is_got_out(original: Original, tmp_path: Path) -> None:
    half = zeroed(original.data, range(len(original.data) // PAGE // 2))
    result = salvaged(tmp_path, half)
    require_honest(result, original.events)
    assert result.events.items() >= surely_there(half, original.events).items()
    assert result.told.unplaced


def test_the_number_of_every_event_known_to_be_missing_is_told(original: Original, tmp_path: Path) -> None:
    page = next(n for n, page in enumerate(pages_of(original.data)) if original.events[100].encode() in page)
    result = salvaged(tmp_path, zeroed(original.data, [page]))
    (gap,) = result.told.gaps
    assert gap.first <= 100 <= gap.last
    assert result.told.missing == len(original.events) - len(result.events)
    assert result.told.unplaced == 0
    assert sum(case.missing for case in result.told.cases) == result.told.missing
    assert not result.cases(Left.DOUBTFUL)


@pytest.mark.parametrize("data", [b"", b"\0" * PAGE * 9, "张三与李四\n".encode() * 900])
def test_where_nothing_of_a_book_is_left_no_new_one_is_made(tmp_path: Path, data: bytes) -> None:
    damaged, new = tmp_path / "damaged.book", tmp_path / "new.book"
    damaged.write_bytes(data)
    with pytest.raises(NotABook, match="找不到案件簿的任何记录"):
        salvage(damaged, new, "new")
    assert list(tmp_path.iterdir()) == [damaged]


def test_a_salvaged_book_is_opened_under_its_own_id(original: Original, tmp_path: Path) -> None:
    result = salvaged(tmp_path, zeroed(original.data, [0, 40]))
    with closing(EmbeddedBook(original.path)) as before, closing(EmbeddedBook(result.path)) as after:
        assert after.origin == before.origin == result.told.origin
        assert after.heads() == before.heads()
