from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.papers.heads import Head, boxes, column_names, flat, head_rows

TEXT = st.text("甲乙丙", min_size=1, max_size=3)
HEAD = st.recursive(
    st.builds(Head, TEXT),
    lambda inner: st.builds(Head, TEXT, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=6,
)
HEADS = st.lists(HEAD, min_size=1, max_size=4).map(tuple)


@settings(max_examples=60)
@given(HEADS)
def test_headings_cover_the_head_of_the_table_exactly_once(heads: tuple[Head, ...]) -> None:
    covered = [
        (box.row + down, box.column + across)
        for box in boxes(heads)
        for down in range(box.height)
        for across in range(box.width)
    ]
    columns = len(column_names(heads))
    assert sorted(covered) == [(row, column) for row in range(head_rows(heads)) for column in range(columns)]


@settings(max_examples=30)
@given(HEADS)
def test_flattening_keeps_the_columns(heads: tuple[Head, ...]) -> None:
    assert column_names(flat(heads)) == column_names(heads)
    assert head_rows(flat(heads)) == 1


def test_a_column_is_named_from_its_widest_heading_to_its_narrowest() -> None:
    assert column_names((Head("村"), Head("化解", (Head("网格"), Head("村级"))))) == (
        "村",
        "化解 网格",
        "化解 村级",
    )
