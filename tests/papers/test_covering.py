"""A table goes up with a letter: in it where it fits, as an attachment where it is too wide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet
from tests.papers.letters import Written

DATED = date(2026, 7, 3)


def test_a_table_that_fits_stands_in_its_letter(flow: Sheet, tmp_path: Path) -> None:
    letter = covering_letter(flow, "共和镇司法所", DATED, "二季度调结 8 件。")
    assert letter.attachments == ()
    assert letter.table
    assert (letter.table.rows, letter.table.notes, letter.table.signers) == (flow.rows, (), ())
    said = [paragraph.text for paragraph in letter.body]
    assert said == [
        "现报送《共和镇小事不出村情况统计表》，请审核。",
        "二季度调结 8 件。",
        "统计口径",
        *flow.notes,
    ]
    written = Written(tmp_path, letter)
    assert len(written.all("//w:tbl")) == 1


def test_one_that_is_too_wide_goes_along(flow: Sheet) -> None:
    wide = replace(flow, heads=tuple(Head(str(n)) for n in range(10)), rows=(Row(tuple(range(10))),))
    letter = covering_letter(wide, "共和镇司法所", DATED)
    assert (letter.table, letter.attachments) == (None, (flow.title,))


def test_a_sentence_that_is_a_note_already_is_said_once(flow: Sheet) -> None:
    letter = covering_letter(flow, "共和镇司法所", DATED, flow.notes[0])
    assert [paragraph.text for paragraph in letter.body].count(flow.notes[0]) == 1
