"""Walking an agenda: every key leads to a line, and whoever goes on from the first unseen one misses none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.review.sections import Line, Section, SectionCode
from mediation_tui.review.walking import Walk, mark_of

CODES = (SectionCode.DECISIONS, SectionCode.NEW, SectionCode.OVERDUE)
VILLAGES = ("v1", "v2", "")


def a_line(code: SectionCode, village: str, case: int) -> Line:
    return Line(code, village, (), case=f"{village}-{case}", number=str(case))


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """Some sections with some lines in the town's order, some of them seen."""
    sections = []
    for code in CODES:
        counts = draw(st.lists(st.integers(0, 3), min_size=3, max_size=3))
        here = (a_line(code, v, case) for v, n in zip(VILLAGES, counts, strict=True) for case in range(n))
        sections.append(Section(code, tuple(here)))
    lines = [line for section in sections for line in section.lines]
    seen = draw(st.lists(st.sampled_from(lines), unique_by=lambda line: mark_of(line.seen))) if lines else []
    return Walk.of(sections, [line.seen for line in seen])


@st.composite
def stood_on(draw: st.DrawFn) -> tuple[Walk, int]:
    """A walk with lines, and where one stands."""
    walk = draw(walks().filter(lambda each: each.lines))
    return walk, draw(st.integers(0, len(walk.lines) - 1))


@given(stood_on())
def test_marking_and_going_on_looks_at_every_line_once(start: tuple[Walk, int]) -> None:
    walk, place = start
    looked = []
    found = walk.unseen_from(place)
    while found is not None:
        line = walk.lines[found]
        looked.append(line)
        walk = walk.seeing([each.seen for each in (*filter(walk.is_seen, walk.lines), line)])
        found = walk.unseen_from(found)
    assert walk.left == 0
    assert len(looked) == len(set(map(id, looked)))
    assert len(looked) == len(start[0].lines) - start[0].done


@given(stood_on())
def test_every_key_leads_to_a_line_and_the_ends_hold(start: tuple[Walk, int]) -> None:
    walk, place = start
    for lead in (walk.step, walk.village_from, walk.section_from):
        for way in (1, -1):
            assert 0 <= lead(place, way) < len(walk.lines)
        assert lead(0, -1) == 0


@given(stood_on())
def test_the_next_village_begins_where_this_one_ends(start: tuple[Walk, int]) -> None:
    walk, place = start
    here, after = walk.village_at(place), walk.village_from(place, 1)
    assert walk.lines[place] in here
    if walk.lines[after] not in here:
        assert walk.lines[after - 1] == here[-1]
        assert walk.village_from(after, -1) == walk.place_of(here[0].seen)


@given(stood_on(), st.data())
def test_a_line_that_is_still_there_is_stood_on_after_a_change(
    start: tuple[Walk, int], data: st.DataObject
) -> None:
    walk, place = start
    kept = data.draw(st.sets(st.sampled_from(range(len(walk.lines)))))
    sections = [
        Section(each.code, tuple(x for x in each.lines if walk.place_of(x.seen) in kept))
        for each in walk.sections
    ]
    later = Walk.of(sections, ())
    there = later.place_after(walk.lines, place)
    if place in kept:
        assert later.lines[there] == walk.lines[place]
    elif any(each > place for each in kept):
        assert later.lines[there] == walk.lines[min(each for each in kept if each > place)]
    elif kept:
        assert later.lines[there] == walk.lines[max(kept)]


def test_sections_without_lines_are_passed_by() -> None:
    walk = Walk.of((Section(CODES[0], ()), Section(CODES[1], (a_line(CODES[1], "v1", 1),))), ())
    assert [section.code for section in walk.sections] == [CODES[1]]
    assert walk.section_at(0).code is CODES[1]
