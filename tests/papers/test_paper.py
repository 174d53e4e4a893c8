"""A paper has a name a file can have, and says of itself what it is, as known when, and made by what."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.phrase import Phrase
from mediation_tui.model.period import Period
from mediation_tui.papers.paper import about_figures, as_of_text, stem_of

BASIS = Basis(
    Period.quarter(2026, 2),
    datetime(2026, 6, 24, 1, 0, tzinfo=UTC),
    date(2026, 6, 24),
    Phrase("按登记日期"),
)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("共和镇2026年2季度台账", "共和镇2026年2季度台账"),
        ("统计表（2026-04-01 – 2026-06-30）", "统计表（2026-04-01–2026-06-30）"),
        ("对《表》的补录/更正？", "对《表》的补录-更正？"),
    ],
)
def test_a_title_makes_a_file_s_name(title: str, stem: str) -> None:
    assert stem_of(title) == stem


@given(st.text(max_size=40))
def test_no_title_makes_a_name_windows_refuses(title: str) -> None:
    assert not set(stem_of(title)) & set('/\\:*?"<>| ')


def test_an_instant_is_told_in_beijing_to_the_minute() -> None:
    assert as_of_text(BASIS) == "2026-06-24 09:00"


def test_a_file_says_what_it_is_and_as_known_when() -> None:
    about = about_figures("统计表", "共和镇司法所", BASIS)
    assert (about.title, about.author, about.created) == ("统计表", "共和镇司法所", BASIS.as_of)
    assert about.remark.startswith("2026-04-01 – 2026-06-30，截止 2026-06-24 09:00，mediation-tui ")
