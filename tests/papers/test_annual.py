"""The annual report: a letter whose every number has a note, and the same for the screen, the sheet and programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mediation_tui.papers.plain import plain_lines
from tests.builders import Office
from tests.figures.known import a_quarter
from tests.papers.letters import Written, text_of
from tests.papers.quarter import annual, in_english, letter, rows, workbook

TITLE = "共和镇2026年2季度矛盾纠纷排查化解情况报告"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


def test_the_quarter_is_told_as_it_was_flattering_or_not(office: Office) -> None:
    told = re.sub(r"\[\d+\]", "", "".join(annual(office).reading[2:5]))
    assert told == (
        "2026年2季度，共和镇共登记矛盾纠纷 8 件（集中排查 — 次），受理 6 件，调结 7 件，其中达成协议 5 件："
        "网格化解 1 件，村级化解 2 件，镇级化解 2 件，县级及以上化解 0 件。解答法律咨询 — 件。"
        "小事不出村率 60.0 %（3/5），大事不出镇率 83.3 %（5/6），"
        "均以全部调结（含不成、移送、不予受理，不含撤回）为分母；"
        "只看化解的，分别为 75.0 %（3/4） 和 100.0 %（5/5）；至今守约的，分别为 60.0 %（3/5） 和 83.3 %（5/6）。"
        "未化解 1 件，其中引导诉讼 1 件、去信访 0 件、尚无去向 0 件；超过调解期限办理 1 件；重新调解 0 件；"
        "补录 0 件；到 2026-06-24 未结 2 件，其中超期 1 件；各村未报排查 — 次。"
    )


def test_every_number_has_a_note_that_says_how_it_is_made(office: Office) -> None:
    said = annual(office).values()
    text = "".join(said["paragraphs"])
    marks = [int(mark) for mark in re.findall(r"\[(\d+)\]", text)]
    assert list(dict.fromkeys(marks)) == list(range(1, len(said["figures"]) + 1))
    without_marks = re.sub(r"\[\d+\]", "", text)
    for figure in said["figures"]:
        assert figure["formula"]
        assert figure["text"] in without_marks
        assert figure["value"] is None or figure["value"] == len(figure["cases"])


def test_the_letter_has_as_many_footnotes_as_numbers(office: Office, tmp_path: Path) -> None:
    paper = annual(office)
    written = Written(tmp_path, paper.letter())
    figures = paper.values()["figures"]
    notes = [text_of(note) for note in written.all("//w:footnote[not(@w:type)]", "footnotes")]
    assert len(notes) == len(written.all("//w:footnoteReference")) == len(figures)
    for note, figure in zip(notes, figures, strict=True):
        assert f"{figure['name']}：{figure['formula']}" in note


def test_the_letter_is_addressed_signed_and_dated_and_names_its_table(office: Office, tmp_path: Path) -> None:
    said = [paragraph.text for paragraph in letter(annual(office), tmp_path).paragraphs]
    assert said[0].replace("\n", "") == TITLE
    assert said[1] == "湟中区司法局："
    assert "附件：共和镇小事不出村、大事不出镇情况统计表" in said
    assert said[-2:] == ["共和镇司法所", "2026年6月24日"]


def test_the_letter_s_page_has_22_lines_of_28_characters(office: Office, tmp_path: Path) -> None:
    written = Written(tmp_path, annual(office).letter())
    page, margins = written.one("//w:sectPr/w:pgSz"), written.one("//w:sectPr/w:pgMar")
    grid = written.one("//w:sectPr/w:docGrid")
    across = int(page["w"]) - int(margins["left"]) - int(margins["right"])
    down = int(page["h"]) - int(margins["top"]) - int(margins["bottom"])
    size, spread = (written.style("LetterBody", tag)["val"] for tag in ("sz", "spacing[@w:val]"))
    assert (down // int(grid["linePitch"]), across // (int(size) * 10 + int(spread))) == (22, 28)


def test_the_workbook_holds_the_numbers_the_statement_and_the_cases(office: Office, tmp_path: Path) -> None:
    book = workbook(annual(office), tmp_path)
    assert book.sheetnames == ["报告数字", "统计表", "明细"]
    lines = rows(book["报告数字"])
    assert lines[0] == [TITLE]
    assert ["注", "名目", "数字", "怎么算"] in lines
    assert [1, "登记件数", 8, "期内登记的，作废的不计"] in lines
    assert [11, "小事不出村率（乙）", "60.0 %（3/5）"] in [line[:3] for line in lines]
    assert [2, "集中排查", "—"] in [line[:3] for line in lines]


def test_on_the_screen_it_reads_as_text_and_as_a_sheet_it_is_a_table(office: Office) -> None:
    paper = annual(office)
    assert paper.reading[0] == TITLE
    assert any(line.startswith("[1] 登记件数：") for line in paper.reading)
    assert TITLE in next(iter(plain_lines(paper.sheet)))


def test_it_comes_in_english_with_the_same_numbers(office: Office) -> None:
    chinese = annual(office).values()
    with in_english():
        english = annual(office).values()
    assert [figure["cases"] for figure in english["figures"]] == [
        figure["cases"] for figure in chinese["figures"]
    ]
    text = "".join(english["paragraphs"]) + "".join(figure["formula"] for figure in english["figures"])
    assert re.findall("[\u4e00-\u9fff]+", text.replace("共和镇", "")) == []


def test_a_year_in_which_nothing_happened_says_so_with_dashes(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, date(2026, 6, 24))
    told = re.sub(r"\[\d+\]", "", "".join(annual(office).reading[2:5]))
    office.book.close()
    assert "共登记矛盾纠纷 0 件" in told
    assert "小事不出村率 —，大事不出镇率 —" in told
    assert "100" not in told
