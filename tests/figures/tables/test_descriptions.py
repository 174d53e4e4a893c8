"""A description that is wrong gets a sentence with the line and the nearest word; one that is right says everything twice."""

from __future__ import annotations

import re
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.errors import MediationError
from mediation_tui.figures.tables.reading import (
    InvalidDescription,
    described,
    read_description,
    shipped_table,
    shipped_tables,
    shipped_text,
)
from tests.figures.tables.clerk import TABLES

PLAIN = """\
id = "own"
title = "{town}统计表"
unit = "件"
lines = "villages"
only = { mediation_kind = "people" }

[[item]]
id = "all"
heading = ["合计", "总数"]
heading_en = ["Total", "all"]
among = "in_hand"

[[item]]
id = "family"
heading = "婚姻家庭（{all}）"
among = "in_hand"
where = { category = "family", source = ["found", "applied"] }
people_from = 1
count = "parties"

[[item]]
id = "agreed"
heading = "达成协议"
among = "agreed"

[[item]]
id = "rate"
heading = "率"
ratio = ["agreed", "all"]

[[check]]
parts = ["agreed"]
equals = ["all"]
"""


def refused(text: str) -> tuple[int, str]:
    """The line that is named and the sentence, without the line."""
    with pytest.raises(InvalidDescription) as error:
        described(text)
    line, sentence = re.fullmatch(r"第 (\d+) 行：(.+)", str(error.value)).groups()
    assert int(line) == error.value.line
    assert 1 <= error.value.line <= text.count("\n") + 1
    return error.value.line, sentence


def test_the_plain_one_reads() -> None:
    assert [item.id for item in described(PLAIN).item] == ["all", "family", "agreed", "rate"]


MISSPELT = [
    ('unit = "件"', 'unti = "件"', 3, "unti", "unit"),
    ('lines = "villages"', 'lines = "vilages"', 4, "vilages", "villages"),
    ('lines = "villages"', 'lines = "vll"', 4, "vll", "villages"),
    ("mediation_kind =", "mediatoin_kind =", 5, "mediatoin_kind", "mediation_kind"),
    ('"people"', '"peopel"', 5, "peopel", "people"),
    ("{town}", "{twon}", 2, "twon", "town"),
    ("heading_en", "headign_en", 10, "headign_en", "heading_en"),
    ('among = "in_hand"', 'amnog = "in_hand"', 11, "amnog", "among"),
    ('among = "in_hand"', 'among = "in_hnad"', 11, "in_hnad", "in_hand"),
    ("category =", "categroy =", 17, "categroy", "category"),
    ('"family", source', '"familly", source', 17, "familly", "family"),
    ('"applied"]', '"aplied"]', 17, "aplied", "applied"),
    ("people_from", "peopel_from", 18, "peopel_from", "people_from"),
    ('"parties"', '"partys"', 19, "partys", "parties"),
    ("{all}", "{al}", 15, "al", "all"),
    ('ratio = ["agreed"', 'ratio = ["agred"', 29, "agred", "agreed"),
    ('parts = ["agreed"]', 'parts = ["agred"]', 32, "agred", "agreed"),
    ('equals = ["all"]', 'equals = ["alll"]', 33, "alll", "all"),
    ("equals =", "equal =", 33, "equal", "equals"),
    ("[[check]]", "[[chekc]]", 31, "chekc", "check"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "word", "near"), MISSPELT)
def test_a_misspelt_word_is_named_with_its_line_and_the_nearest_word(
    right: str, wrong: str, line: int, word: str, near: str
) -> None:
    assert refused(PLAIN.replace(right, wrong, 1)) == (line, f"不认识“{word}”，最接近的是“{near}”")


def test_a_column_across_that_nobody_knows_is_named_too() -> None:
    text = PLAIN.replace('lines = "villages"', 'lines = "items"\nacross = [\n  "town",\n  "yaer",\n]')
    assert refused(text) == (7, "不认识“yaer”，最接近的是“year”")


def test_a_heading_of_a_whole_line_of_numbers_can_hold_none_of_them() -> None:
    text = PLAIN.replace('lines = "villages"', 'lines = "items"\nacross = ["together"]')
    text = text.replace('id = "family"', 'id = "family" # "婚姻家庭（{all}）"')
    assert refused(text) == (16, "每行是一项内容时，“婚姻家庭（{all}）”里不能有花括号")


def test_a_word_that_is_near_to_none_gets_the_list_of_what_there_is() -> None:
    line, sentence = refused(PLAIN.replace('lines = "villages"', 'lines = "乡镇"'))
    assert (line, sentence) == (4, "不认识“乡镇”；可以写：committees、villages、grids、items")


WRONG = [
    ('id = "own"\n', "", 1, "这里缺少“id”"),
    ('title = "{town}统计表"\n', "", 1, "这里缺少“title”"),
    ('unit = "件"\n', "", 1, "这里缺少“unit”"),
    ('id = "family"\n', "", 13, "这里缺少“id”"),
    ('heading = "达成协议"\n', "", 21, "这里缺少“heading”"),
    ('equals = ["all"]\n', "", 31, "这里缺少“equals”"),
    ('id = "family"', 'id = "all"', 14, "项目“all”写了两次"),
    (
        'among = "agreed"',
        "",
        21,
        "项目“agreed”要写 among（数哪些纠纷）或 ratio（哪两项之比），写其中一个",
    ),
    (
        'heading_en = ["Total", "all"]',
        'heading_en = ["all"]',
        7,
        "项目“all”的 heading_en 和 heading 层数不同",
    ),
    (
        'lines = "villages"',
        'lines = "items"',
        1,
        '每行是一项内容（lines = "items"）时要写 across（各列），否则不写',
    ),
    ('parts = ["agreed"]', 'parts = ["rate"]', 32, "“rate”是比率，不能相加"),
    ('equals = ["all"]', 'equals = ["rate"]', 33, "“rate”是比率，不能相加"),
    ('parts = ["agreed"]', 'parts = ["family"]', 32, "“family”和别的项单位不同，不能相加"),
    (
        'count = "parties"',
        'count = "money"\n[[item]]\nid="x"\nheading="x"\nratio=["family","all"]',
        23,
        "“family”不是件数或人数，不能求比率",
    ),
    ('ratio = ["agreed", "all"]', 'ratio = ["agreed", "rate"]', 29, "“rate”不是件数或人数，不能求比率"),
    ('ratio = ["agreed", "all"]', 'ratio = ["agreed"]', 29, "“ratio”少写了一项"),
    ('ratio = ["agreed", "all"]', 'ratio = ["agreed", "all", "all"]', 29, "“ratio”：最多 2 项"),
    ("{town}", "{town", 2, "“{town统计表”：花括号要成对"),
    ("{all}", "all}", 15, "“婚姻家庭（all}）”：花括号要成对"),
    ("{all}", "{all:>9}", 15, "花括号里只写名字：“all”后面多写了别的"),
    ("{all}", "{:>9}", 15, "花括号里只写名字：“”后面多写了别的"),
    ("{town}", "{town!r}", 2, "花括号里只写名字：“town”后面多写了别的"),
    ("{town}", "{year:{month}}", 2, "花括号里只写名字：“year”后面多写了别的"),
    ('title = "{town}统计表"', "title = 3", 2, "“title”：这一项应为文字"),
    ('title = "{town}统计表"', 'title = ""', 2, "“title”：必填"),
    ('heading = "达成协议"', "heading = []", 23, "“heading”：至少 1 项"),
    ("people_from = 1", 'people_from = "many"', 18, "“people_from”：应为整数"),
    ("people_from = 1", "people_from = -1", 18, "“people_from”：不应小于 0"),
    ('count = "parties"', 'shown = "perhaps"', 19, "“shown”：应为是或否"),
    ('only = { mediation_kind = "people" }', 'only = "people"', 5, "“only”：应为一组项目"),
    ('equals = ["all"]', 'equals = ["all"]\nnotes = ["注"]', 34, "“notes”要写在第一个 [[…]] 之前"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "sentence"), WRONG)
def test_any_other_mistake_is_said_in_a_sentence_with_its_line(
    right: str, wrong: str, line: int, sentence: str
) -> None:
    assert refused(PLAIN.replace(right, wrong, 1)) == (line, sentence)


ANYWHERE = [
    *((*each[:3], f"不认识“{each[3]}”，最接近的是“{each[4]}”") for each in MISSPELT),
    *(each for each in WRONG if each[2] > 1),
]


@pytest.mark.parametrize(("right", "wrong", "line", "sentence"), ANYWHERE)
def test_a_remark_in_which_the_word_stands_too_is_not_taken_for_the_mistake(
    right: str, wrong: str, line: int, sentence: str
) -> None:
    lines = PLAIN.replace(right, wrong, 1).split("\n")
    word = re.findall("“(.*?)”", sentence)[0]
    remark = f'# "{word}" {{{word}'
    text = "\n".join([remark, *(f"{each}\n{remark}" if each.startswith("[[") else each for each in lines)])
    before = sum(each.startswith("[[") for each in lines[: line - 1])
    assert refused(text) == (line + 1 + before, sentence)


NO_TOML = [
    ('unit = "件"', "unit = 件", 3),
    ('unit = "件"', 'unit = "件', 3),
    ('unit = "件"', "unit = '件", 3),
    ('unit = "件"', 'unit ＝ "件"', 3),
    ('unit = "件"', "unit = “件”", 3),
    ('unit = "件"', 'unit = "件"\nunit = "人"', 4),
    ('"Total", "all"]', '"Total", "all"', 10),
    ("[[item]]", "[[item]", 7),
    ('equals = ["all"]', 'equals = ["all"', 33),
    ('equals = ["all"]', 'equals = ["all" # ]', 33),
    ('equals = ["all"]', 'equals = """', 33),
    ('source = ["found", "applied"] }', 'source = ["found", "applied"]', 17),
    ("people_from = 1", "people_from = 1\0", 18),
    ("people_from = 1", f"people_from = {'9' * 5_000}", 18),
    ('equals = ["all"]', f"equals = {'[' * 5_000}", 33),
]


@pytest.mark.parametrize(("right", "wrong", "line"), NO_TOML, ids=range(len(NO_TOML)))
def test_what_is_no_toml_is_said_with_the_line_where_it_begins(right: str, wrong: str, line: int) -> None:
    named, sentence = refused(PLAIN.replace(right, wrong, 1))
    assert named == line
    assert sentence.startswith("这里不合 TOML 的写法")


def test_nothing_at_all_is_no_description() -> None:
    assert refused("") == (1, "这里缺少“id”")
    assert refused("id = 'x'\ntitle = 'x'\nunit = 'x'\nitem = []\n") == (4, "“item”：至少 1 项")


@pytest.mark.parametrize(
    "written",
    [
        '[item.where]\ncategory = "family"\nsource = ["found", "aplied"]',
        'where.source = ["found", "aplied"]',
        "where = { source = [\n  'found',\n  'aplied',\n] }",
    ],
)
def test_conditions_may_be_written_in_any_way_toml_has(written: str) -> None:
    plain = (
        'where = { category = "family", source = ["found", "applied"] }\npeople_from = 1\ncount = "parties"\n'
    )
    text = PLAIN.replace(plain, written + "\n")
    assert described(text.replace("aplied", "applied")).item[1].where["source"] == ("found", "applied")
    line, sentence = refused(text)
    assert "aplied" in text.split("\n")[line - 1]
    assert sentence == "不认识“aplied”，最接近的是“applied”"


def test_conditions_of_the_whole_table_may_have_a_header_of_their_own() -> None:
    apart = '[only]\nmediation_kind = "peopel"\n\n[[item]]'
    text = PLAIN.replace('only = { mediation_kind = "people" }\n', "").replace("[[item]]", apart, 1)
    assert refused(text) == (7, "不认识“peopel”，最接近的是“people”")


# One damaged letter


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str, int, str]:
    """A shipped description with one letter of one word changed: both texts, the line, and the word as it was."""
    text = shipped_text(draw(st.sampled_from(TABLES)))
    words = [(n, w) for n, line in enumerate(text.split("\n"), 1) for w in _words(line)]
    number, found = draw(st.sampled_from(words))
    place = draw(st.integers(found.start(), found.end() - 1))
    lines = text.split("\n")
    line = lines[number - 1]
    other = draw(st.sampled_from([c for c in ascii_lowercase if c != line[place]]))
    lines[number - 1] = line[:place] + other + line[place + 1 :]
    return text, "\n".join(lines), number, found.group()


def _words(line: str) -> list[re.Match[str]]:
    """Keys, codes, ids and places; English headings and notes say what they like."""
    prose = line.startswith(("#", "    ")) or re.match(r"(heading|title|unit|unverified)_en = ", line)
    wanted = r"(?<=\{)[a-z_]+(?=\})|^[a-z_]+" if prose else r"[a-z_]+"
    return [] if line.startswith("#") else list(re.finditer(wanted, line))


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_one_wrong_letter_is_named_with_its_line_or_does_no_harm(damage: tuple[str, str, int, str]) -> None:
    text, wrong, number, word = damage
    lines, named = text.split("\n"), line_named(wrong)
    if named and lines[number - 1].startswith("id = "):
        assert named == number or word in lines[named - 1], (
            "an id that changed is named where it is still used"
        )
    else:
        assert named in (None, number)


def line_named(text: str) -> int | None:
    """The line a refusal names; none where the description reads."""
    try:
        described(text)
    except InvalidDescription as error:
        return error.line
    return None


# Files


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "本所.toml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_copy_reads_whatever_the_editor_makes_of_its_lines(
    name: str, ending: str, mark: bytes, tmp_path: Path
) -> None:
    text = shipped_text(name)
    path = saved(tmp_path, mark + text.replace("\n", ending).encode())
    assert read_description(path)[0] == shipped_table(name)
    assert described(read_description(path)[1]) == shipped_table(name)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_line_is_the_editors_line(ending: str, tmp_path: Path) -> None:
    path = saved(tmp_path, b"\xef\xbb\xbf" + PLAIN.replace("{all}", "{al}").replace("\n", ending).encode())
    with pytest.raises(InvalidDescription, match="第 15 行：不认识“al”"):
        read_description(path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (PLAIN.encode("gb18030"), "不是 UTF-8 编码的文字，请另存为 UTF-8。"),
        (PLAIN.encode("utf-16"), "不是 UTF-8 编码的文字，请另存为 UTF-8。"),
        (PLAIN.encode().ljust((1 << 20) + 1, b"#"), "太大，不像是表的说明。"),
    ],
    ids=["gb18030", "utf-16", "huge"],
)
def test_what_is_no_description_is_refused_by_its_name(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = saved(tmp_path, content)
    with pytest.raises(MediationError) as refusal:
        read_description(path)
    assert str(refusal.value) == f"“{path}”{sentence}"


def test_what_is_no_longer_than_a_mebibyte_is_read(tmp_path: Path) -> None:
    path = saved(tmp_path, PLAIN.encode().ljust(1 << 20, b"#"))
    assert read_description(path)[0] == described(PLAIN)


def test_what_cannot_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    for path, reason in ((tmp_path, "Is a directory"), (tmp_path / "没有.toml", "No such file or directory")):
        with pytest.raises(MediationError) as refusal:
            read_description(path)
        assert str(refusal.value) == f"读不了“{path}”（{reason}）。"
    with pytest.raises(MediationError, match="太大"):
        read_description(Path("/dev/zero"))


# What is shipped


def test_five_tables_are_shipped_and_a_sixth_is_asked_for_in_vain() -> None:
    assert sorted(shipped_tables()) == sorted(TABLES)
    with pytest.raises(MediationError, match=r"没有名为“ministery”的表；现有：.*ministry"):
        shipped_table("ministery")


@pytest.mark.parametrize("name", TABLES)
def test_a_shipped_description_says_everything_in_both_languages(name: str) -> None:
    table = shipped_table(name)
    pairs = [
        (table.title, table.title_en),
        (table.unit, table.unit_en),
        *zip(table.notes, table.notes_en, strict=True),
        *((heading.source, heading.english) for item in table.item for heading in item.headings),
    ]
    assert bool(table.unverified) == bool(table.unverified_en)
    assert table.id == name
    assert table.signers
    for chinese, english in pairs:
        assert re.search(r"[\u4e00-\u9fff]", chinese), chinese
        assert english, chinese
        assert not re.search(r"[\u4e00-\u9fff]", english), english


@pytest.mark.parametrize("name", TABLES)
def test_every_way_of_counting_has_its_words(name: str) -> None:
    for item in shipped_table(name).item:
        words = [word for word in (item.among, item.count, *item.where) if word]
        assert all(word.source for word in words)
