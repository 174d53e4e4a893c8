from __future__ import annotations

import pytest

from mediation_tui.ui.keys import twins, with_twins


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("?", ("fullwidth_question_mark",)),
        ("question_mark", ("fullwidth_question_mark",)),
        (":", ("fullwidth_colon",)),
        ("/", ("fullwidth_solidus", "ideographic_comma")),
        ("1", ("１",)),
        ("j", ("ｊ",)),
        ("G", ("Ｇ",)),
        ("space", ("ideographic_space",)),
        ("f5", ()),
        ("ctrl+s", ()),
        ("enter", ()),
    ],
)
def test_a_key_is_known_by_its_full_width_twin(key: str, expected: tuple[str, ...]) -> None:
    assert twins(key) == expected


def test_a_binding_names_both_forms() -> None:
    assert with_twins("down,j") == "down,j,ｊ"
