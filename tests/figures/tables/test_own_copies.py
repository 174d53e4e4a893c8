"""An office copies a shipped description, changes it, and gets its own table, or is told what no longer adds up."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.errors import UnbalancedStatement
from mediation_tui.figures.tables.reading import InvalidDescription, read_description, shipped_text
from mediation_tui.figures.tables.table import Table
from mediation_tui.i18n import use
from mediation_tui.model.vocabulary import Category
from tests.builders import an_entry
from tests.figures.tables.clerk import table_of
from tests.figures.tables.stories import BY_HAND, FAILED, MARCH, K, Walks, lived, shown

LAND = '[[item]]\nid = "land"\nheading = ["纠纷类别", "山林土地"]\nheading_en = ["Category", "Forest, land"]\namong = "accepted"\nwhere = { category = "land" }\n\n'
WITHDRAWN = '[[item]]\nid = "withdrawn"\nheading = ["合计", "撤回数"]\namong = "withdrawn"\nwhere = { level = ["grid", "village"] }\n\n'


@pytest.fixture
def march() -> Walks:
    land = an_entry(category=Category.LAND, village="v2", grid="g3")
    return lived(1, BY_HAND), lived(2, FAILED, entry=land), lived(3, K.WITHDRAWN)


def made(folder: Path, text: str, walks: Walks) -> Table:
    """The table of a copy that was changed."""
    path = folder / "本所.toml"
    path.write_text(text, "utf-8")
    return table_of(walks, MARCH, read_description(path)[0])


def test_a_column_more_stands_where_it_was_put_and_the_others_stay_as_they_were(
    march: Walks, tmp_path: Path
) -> None:
    text = shipped_text("ministry")
    before = table_of(march, MARCH, "ministry")
    table = made(
        tmp_path, text.replace('[[item]]\nid = "difficult"', WITHDRAWN + '[[item]]\nid = "difficult"'), march
    )
    assert [column.id for column in table.columns][:5] == [
        "total",
        "parties",
        "success",
        "withdrawn",
        "difficult",
    ]
    assert shown(table, "withdrawn") == ["1"]
    others = [column.id for column in before.columns]
    assert shown(table, *others) == shown(before, *others)


def test_a_title_of_the_offices_own_is_printed_with_its_places_filled(march: Walks, tmp_path: Path) -> None:
    title = 'title = "{office}{year}年{month}月{town}报表（{period}）"'
    text = shipped_text("balance").replace('title = "{town}矛盾纠纷台账结转平衡表（{period}）"', title)
    table = made(tmp_path, text, march)
    assert str(table.title) == "共和镇司法所2026年3月共和镇报表（2026年3月）"


def test_a_title_without_english_is_printed_as_it_is(march: Walks, tmp_path: Path) -> None:
    text = shipped_text("balance").replace(
        'title_en = "Balance of the dispute ledger of {town} ({period})"\n', ""
    )
    table = made(tmp_path, text, march)
    use("en")
    try:
        assert str(table.title).startswith("共和镇矛盾纠纷台账结转平衡表")
    finally:
        use("zh")


def test_a_category_taken_out_alone_is_missed_by_the_sum_that_names_it(tmp_path: Path, march: Walks) -> None:
    text = shipped_text("ministry").replace(LAND, "")
    lines = text.split("\n")
    with pytest.raises(InvalidDescription) as refused:
        made(tmp_path, text, march)
    assert lines[refused.value.line - 1].startswith('parts = ["family"')
    assert "不认识“land”" in str(refused.value)


def test_a_category_taken_out_of_the_sum_too_leaves_a_sum_that_does_not_hold(
    march: Walks, tmp_path: Path
) -> None:
    text = shipped_text("ministry").replace(LAND, "").replace('"land", ', "")
    with pytest.raises(UnbalancedStatement) as refused:
        made(tmp_path, text, march)
    assert refused.value.facts["cases"] == {march[1].case.id}
    sentence = str(refused.value)
    assert sentence.startswith("上庄村人民调解委员会：婚姻家庭、邻里、房屋宅基地、")
    assert sentence.endswith("、其他相加是 2，应等于调解案件总数（3），请先核对这些案件。")
    assert "山林土地" not in sentence


def test_it_holds_as_long_as_there_is_no_such_case(march: Walks, tmp_path: Path) -> None:
    text = shipped_text("ministry").replace(LAND, "").replace('"land", ', "")
    table = made(tmp_path, text, march[::2])
    assert len(table.columns) == 38
    assert shown(table, "total") == ["2"]


def test_a_sum_that_fails_in_one_column_of_levels_names_the_column(march: Walks, tmp_path: Path) -> None:
    text = shipped_text("governance").replace("people_below = 50\n", "people_below = 2\n", 1)
    with pytest.raises(
        UnbalancedStatement, match=r"村（居）：50人以下、.*相加是 0，应等于排查数（3）"
    ) as refused:
        made(tmp_path, text, march)
    assert refused.value.facts["cases"] == {walk.case.id for walk in march}
