import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mediation_tui import i18n
from mediation_tui.papers.fresh import FileNotWritten
from mediation_tui.papers.letter import Letter, Paragraph, missing_fonts, write_letter
from mediation_tui.papers.letter.elements import text
from mediation_tui.papers.letter.fonts import FACES
from mediation_tui.papers.letter.numbering import in_words
from tests.papers.letters import LETTER, W, Written

_MM = 1440 / 25.4


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path, LETTER)


@pytest.fixture
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("zh")


def test_the_page_is_a4_with_the_margins_of_the_standard(written: Written) -> None:
    margins = {name: round(int(value) / _MM, 1) for name, value in written.one("//w:sectPr/w:pgMar").items()}
    assert written.one("//w:sectPr/w:pgSz") == {"w": "11906", "h": "16838"}
    assert (margins["top"], margins["left"], margins["right"], margins["bottom"]) == (37, 28, 26, 35)


def test_the_grid_holds_22_lines_and_a_line_28_characters(written: Written) -> None:
    page, margins = written.one("//w:sectPr/w:pgSz"), written.one("//w:sectPr/w:pgMar")
    grid = written.one("//w:sectPr/w:docGrid")
    down = int(page["h"]) - int(margins["top"]) - int(margins["bottom"])
    across = int(page["w"]) - int(margins["left"]) - int(margins["right"])
    character = int(written.style("LetterBody", "sz")["val"]) * 10 + int(
        written.style("LetterBody", "spacing[@w:val]")["val"]
    )
    assert grid["type"] == "lines"
    assert down // int(grid["linePitch"]) == 22
    assert across // character == 28


def test_no_line_is_held_back_at_the_foot_of_a_page(written: Written) -> None:
    for rule in ("widowControl", "autoSpaceDE", "autoSpaceDN"):
        assert written.style("Normal", rule) == {"val": "0"}


def test_every_level_has_its_typeface_and_starts_two_characters_in(written: Written) -> None:
    faces = ("仿宋_GB2312", "黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312")
    looks = ("LetterBody", "LetterFirst", "LetterSecond", "LetterThird", "LetterFourth")
    for look, face in zip(looks, faces, strict=True):
        assert written.style(look, "rFonts")["eastAsia"] == face
        assert written.style(look, "sz") == {"val": "32"}
        assert written.style(look, "ind") == {"firstLineChars": "200", "firstLine": "630"}


def test_the_title_is_centred_and_breaks_into_a_diamond(written: Written) -> None:
    assert written.style("LetterTitle", "rFonts")["eastAsia"] == "方正小标宋简体"
    assert written.style("LetterTitle", "sz") == {"val": "44"}
    assert written.style("LetterTitle", "jc") == {"val": "center"}
    assert written.said("LetterTitle") == [
        "共和镇司法所关于2024年度\n人民调解和“小事不出村、大事不出镇”\n工作情况的报告"
    ]


def test_headings_are_counted_and_a_heading_starts_the_count_below_it_anew(written: Written) -> None:
    assert written.said("LetterFirst") == ["一、基本情况", "二、打算"]
    assert written.said("LetterSecond") == ["（一）各村", "（一）网格"]
    assert written.said("LetterThird") == ["1.东岔村。", "2.阿家村。"]
    assert written.said("LetterFourth") == ["（1）履行。"]


def test_chinese_counts_past_ten() -> None:
    assert [in_words(number) for number in (1, 10, 11, 20, 42, 99)] == [
        "一", "十", "十一", "二十", "四十二", "九十九",
    ]  # fmt: skip


def test_the_addressee_ends_in_a_colon_and_the_number_stands_above_the_title(written: Written) -> None:
    assert written.said("LetterAddressee") == ["共和镇人民政府："]
    assert written.said("LetterNumber") == ["共司〔2025〕3号"]
    looks = [element.get(f"{W}val") for element in written.all("//w:body/w:p/w:pPr/w:pStyle")]
    assert looks[:3] == ["LetterNumber", "LetterTitle", "LetterAddressee"]


def test_attachments_are_numbered_one_line_below_the_text(written: Written) -> None:
    assert written.said("LetterAttachments") == ["附件：1.\t统计表"]
    assert written.said("LetterMoreAttachments") == ["2.\t案件明细"]
    assert written.style("LetterAttachments", "spacing[@w:before]")["beforeLines"] == "100"


def test_a_single_attachment_has_no_number(tmp_path: Path) -> None:
    alone = Written(tmp_path, replace(LETTER, attachments=("统计表",)))
    assert alone.said("LetterAttachments") == ["附件：统计表"]


def test_the_unit_is_centred_over_a_date_without_leading_zeros_four_characters_from_the_right(
    written: Written,
) -> None:
    assert (written.said("LetterSigner"), written.said("LetterDate")) == (["共和镇司法所"], ["2025年1月6日"])
    places = [
        written.one(f"//w:p[w:pPr/w:pStyle/@w:val='{look}']/w:pPr/w:ind")
        for look in ("LetterSigner", "LetterDate")
    ]
    assert places[0] == places[1]
    free = (
        int(places[0]["right"]) / 315
        + (28 - (int(places[0]["left"]) + int(places[0]["right"])) / 315 - 6) / 2
    )
    assert free == pytest.approx(4, abs=0.01)


@given(unit=st.text("镇司法a ", min_size=1, max_size=60))
def test_no_unit_is_pushed_over_the_edge_of_the_text(
    tmp_path_factory: pytest.TempPathFactory, unit: str
) -> None:
    place = Written(tmp_path_factory.mktemp("署名"), replace(LETTER, signer_unit=unit)).one(
        "//w:p[w:pPr/w:pStyle/@w:val='LetterSigner']/w:pPr/w:ind"
    )
    assert int(place["left"]) >= 0
    assert int(place["right"]) >= 0
    assert int(place["left"]) + int(place["right"]) < 28 * 315


def test_page_numbers_stand_outside_odd_right_even_left(written: Written) -> None:
    assert written.all("/w:settings/w:evenAndOddHeaders", "settings")
    kinds = {
        element.get(f"{W}type"): element.values()[-1]
        for element in written.all("//w:sectPr/w:footerReference")
    }
    assert set(kinds) == {"default", "even"}
    for part, side in (("footer1", "right"), ("footer2", "left")):
        assert "".join(written.part(part).itertext()) == "— 1 —"
        assert written.one("//w:fldSimple", part) == {"instr": " PAGE "}
        assert written.one("//w:jc", part) == {"val": side}
        assert written.one("//w:ind", part) == {f"{side}Chars": "100", side: "280"}
    assert written.style("Footer", "rFonts")["ascii"] == "宋体"
    assert written.style("Footer", "sz") == {"val": "28"}


def test_every_typeface_names_what_may_stand_in_for_it(written: Written) -> None:
    declared = {
        element.get(f"{W}name"): element[0].get(f"{W}val") for element in written.all("//w:font", "fontTable")
    }
    assert set(declared) == {face.name for face in FACES}
    assert "仿宋" in declared["仿宋_GB2312"].split(",")
    assert all(declared.values())


def test_the_fonts_a_machine_lacks_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "mediation_tui.papers.letter.fonts._installed", lambda: {"fangsong_gb2312", "黑体", "宋体"}
    )
    assert missing_fonts() == ("方正小标宋简体", "楷体_GB2312")
    monkeypatch.setattr("mediation_tui.papers.letter.fonts._installed", lambda: None)
    assert missing_fonts() is None


_WORDS = "马·依布拉欣和𠮷田、䶮某<b>&amp;</b> “引号” https://example.org/" + "长" * 60 + "x" * 200


def test_markup_rare_characters_and_long_words_survive(tmp_path: Path) -> None:
    letter = Letter(
        _WORDS[:20], _WORDS, (Paragraph.plain(_WORDS),), _WORDS, date(2025, 12, 31), (_WORDS,), _WORDS
    )
    written = Written(tmp_path, letter)
    assert written.said("LetterBody") == [_WORDS]
    assert written.said("LetterSigner") == [_WORDS]
    assert written.one("//w:p[w:pPr/w:pStyle/@w:val='LetterBody']/w:pPr/w:jc") == {"val": "left"}
    path = tmp_path / "再看.docx"
    write_letter(path, letter)
    assert _WORDS in [line.text for line in docx.Document(str(path)).paragraphs]


@given(said=st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("\x00\x0b\ud800\uffff")))
def test_any_text_makes_a_file_that_can_be_read(said: str) -> None:
    kept = etree.fromstring(etree.tostring(text(said))).text or ""
    assert kept.replace("\r", "").replace("\n", "") == "".join(
        character
        for character in said
        if character in "\t" or (ord(character) >= 32 and not 0xD800 <= ord(character) <= 0xDFFF)
        if character not in "\ufffe\uffff"
    )


def test_the_same_letter_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "一.docx", tmp_path / "二.docx"
    write_letter(first, LETTER)
    write_letter(second, LETTER)
    assert first.read_bytes() == second.read_bytes()


def test_a_name_that_is_taken_is_refused_and_the_file_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "信函.docx"
    path.write_text("别的")
    with pytest.raises(FileNotWritten, match="没有覆盖"):
        write_letter(path, LETTER)
    assert path.read_text() == "别的"
    write_letter(path, LETTER, overwrite=True)
    assert [file.name for file in tmp_path.iterdir()] == ["信函.docx"]
    assert docx.Document(str(path)).core_properties.title == LETTER.title


def test_nothing_of_the_template_goes_along(written: Written) -> None:
    assert not [
        name for name in written.parts if "thumbnail" in name or "customXml" in name or "Effects" in name
    ]
    assert sum(map(len, written.parts.values())) < 60_000


def test_a_letter_can_be_thought_of_without_loading_word() -> None:
    seen = "import sys, mediation_tui.papers.letter; print('docx' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", seen), capture_output=True, text=True).stdout == "False\n"


@pytest.mark.usefixtures("english")
def test_an_english_letter_keeps_the_grid_and_lets_letters_keep_their_width(tmp_path: Path) -> None:
    body = (
        Paragraph.plain("Overview", 1),
        Paragraph.plain("Villages", 2),
        Paragraph.plain("Dongcha’s cases."),
    )
    written = Written(tmp_path, Letter("Report", "County", body, "Gonghe Justice Office", date(2025, 1, 6)))
    assert written.said("LetterFirst") == ["1. Overview"]
    assert written.said("LetterSecond") == ["1.1 Villages"]
    assert written.said("LetterDate") == ["6 January 2025"]
    assert written.style("LetterBody", "rFonts")["ascii"] == "Times New Roman"
    assert written.one("//w:sectPr/w:docGrid")["linePitch"] == "579"
    assert not written.all("//w:style[@w:styleId='LetterBody']/w:rPr/w:spacing", "styles")
    assert not written.all("//w:p//w:rFonts[@w:hint]")
