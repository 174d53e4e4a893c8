from dataclasses import replace
from pathlib import Path

import pytest

from mediation_tui.papers.letter import MisnumberedNotes, Note, Paragraph, Run
from tests.papers.letters import LETTER, RECEIVED, STAYED, W, Written, text_of


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path, LETTER)


def test_every_number_carries_a_real_footnote(written: Written) -> None:
    marked = [element.get(f"{W}id") for element in written.all("//w:footnoteReference")]
    assert marked == ["1", "2"]
    for note in (RECEIVED, STAYED):
        (foot,) = written.all(f"/w:footnotes/w:footnote[@w:id='{note.number}']", "footnotes")
        assert text_of(foot) == f" {note.text}"
        assert foot.findall(f".//{W}footnoteRef")


def test_a_mark_in_brackets_follows_its_number_each_bracket_in_a_run_of_its_own(written: Written) -> None:
    assert written.said("LetterBody")[0] == "受理137件[]，小事不出村率56.9 %[]。"
    for reference in written.all("//w:footnoteReference"):
        assert [child.tag for child in reference.getparent() if child.tag != f"{W}rPr"] == [reference.tag]


def test_a_note_met_before_is_referred_to_and_not_said_again(written: Written) -> None:
    assert written.said("LetterBody")[1] == "全年受理137件[1]。"
    assert written.one("//w:fldSimple") == {"instr": " NOTEREF _Note1 \\f \\h "}
    assert "_Note1" in [element.get(f"{W}name") for element in written.all("//w:bookmarkStart")]


def test_the_lines_that_part_notes_from_text_are_there_and_announced(written: Written) -> None:
    kinds = {
        element.get(f"{W}id"): element.get(f"{W}type")
        for element in written.all("//w:footnote[@w:type]", "footnotes")
    }
    assert kinds == {"-1": "separator", "0": "continuationSeparator"}
    assert [e.get(f"{W}id") for e in written.all("//w:footnotePr/w:footnote", "settings")] == ["-1", "0"]
    assert b"/word/footnotes.xml" in written.parts["[Content_Types].xml"]
    assert b"footnotes.xml" in written.parts["word/_rels/document.xml.rels"]


def test_a_letter_knows_its_notes_in_the_order_they_are_met() -> None:
    assert LETTER.notes == (RECEIVED, STAYED)


@pytest.mark.parametrize("numbers", [(2,), (1, 3), (2, 1)])
def test_notes_out_of_order_are_refused(numbers: tuple[int, ...]) -> None:
    runs = tuple(Run("件", Note(number, f"注{number}")) for number in numbers)
    with pytest.raises(MisnumberedNotes, match="不连续"):
        replace(LETTER, body=(Paragraph(runs),))


def test_one_number_for_two_notes_is_refused() -> None:
    with pytest.raises(MisnumberedNotes):
        replace(LETTER, body=(Paragraph((Run("甲", Note(1, "一")), Run("乙", Note(1, "二")))),))


def test_a_letter_without_notes_is_a_letter(tmp_path: Path) -> None:
    plain = Written(tmp_path, replace(LETTER, body=(Paragraph.plain("特此报告。"),)))
    assert not plain.all("//w:footnoteReference")
    assert len(plain.all("/w:footnotes/w:footnote", "footnotes")) == 2
