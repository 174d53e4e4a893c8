"""Words that wait with their language until they are shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mediation_tui import i18n
from mediation_tui.figures.figure import CASES
from mediation_tui.figures.phrase import Listed, Phrase


@pytest.fixture
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("zh")


OWN = Phrase("上门", "On the spot")
TOLD = Phrase("{n} 件（{where}）", "{n} of them ({where})", {"n": 3, "where": OWN})


def test_what_an_office_wrote_is_said_as_it_wrote_it() -> None:
    assert [str(OWN), str(TOLD), str(Phrase.joined((OWN, CASES)))] == ["上门", "3 件（上门）", "上门 件"]


def test_an_offices_own_english_comes_before_the_catalogue(english: None) -> None:
    own = [str(each) for each in (OWN, TOLD, Phrase.joined((OWN, CASES)))]
    assert own == ["On the spot", "3 of them (On the spot)", "On the spot cases"]
    assert [str(Phrase("件", "files")), str(CASES)] == ["files", "cases"]


def test_a_name_is_the_same_in_every_language_whatever_it_is(english: None) -> None:
    assert [str(Phrase.verbatim(name)) for name in ("件", "上庄{村", "")] == ["件", "上庄{村", ""]


def test_a_list_is_read_with_the_stops_of_its_language() -> None:
    assert str(Listed((OWN, CASES, 7))) == "上门、件、7"


def test_a_list_is_read_with_commas_in_english(english: None) -> None:
    assert str(Listed((OWN, CASES, 7))) == "On the spot, cases, 7"
