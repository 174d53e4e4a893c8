"""The ledger as a sheet: one line for each case, in the order of the numbers, nobody named in full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_tui.papers.cells import text_of
from mediation_tui.papers.ledger.columns import COLUMNS
from mediation_tui.papers.ledger.paper import ledger_paper
from mediation_tui.papers.paper import Paper
from tests.builders import Office
from tests.figures.known import DAY, a_quarter
from tests.papers.quarter import figures, in_english, letter, rows, workbook


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


def ledger(office: Office) -> Paper:
    counted = figures(office)
    in_hand = {passed.facts.id for passed in counted.statement().total.passages}
    cases = tuple(facts for facts in counted.records.facts() if facts.id in in_hand)
    return ledger_paper(cases, counted.basis, office.book.town, list, prepared_on=DAY)


def test_every_case_in_hand_has_one_line(office: Office, tmp_path: Path) -> None:
    sheet = ledger(office).sheet
    assert all(len(row.cells) == 1 + len(COLUMNS) for row in sheet.rows)
    assert [row.cells[0] for row in sheet.rows] == list(range(1, 11))
    lines = rows(workbook(ledger(office), tmp_path)["台账"])
    assert lines[0] == ["共和镇2026年2季度矛盾纠纷台账"]
    assert lines[-1] == ["截止 2026-06-24 09:00（北京时间）。"]


def test_a_void_case_is_listed_with_the_day_it_was_made_void(office: Office) -> None:
    headings = [column.heading for column in COLUMNS]
    void = next(row for row in ledger(office).sheet.rows if text_of(row.cells[1]).endswith("第9号"))
    said = dict(zip(headings, map(text_of, void.cells[1:]), strict=True))
    assert (said["状态"], said["作废日期"], said["调结日期"]) == ("作废", "2026-05-06", "—")


def test_a_committee_that_left_the_roster_is_called_by_its_id(office: Office) -> None:
    town = office.book.town.model_copy(update={"committees": office.book.town.committees[:1]})
    (case, *_others) = (passed.facts for passed in figures(office).statement().total.passages)
    column = next(column for column in COLUMNS if column.heading == "调委会")
    assert column.read(case, town) == case.committee


def test_it_goes_with_its_letter_as_an_attachment(office: Office, tmp_path: Path) -> None:
    said = [paragraph.text for paragraph in letter(ledger(office), tmp_path).paragraphs]
    assert "附件：共和镇2026年2季度矛盾纠纷台账" in said


def test_it_comes_in_english_too(office: Office, tmp_path: Path) -> None:
    with in_english():
        lines = rows(workbook(ledger(office), tmp_path).worksheets[0])
        headings = [column.heading for column in COLUMNS]
    assert lines[1][0] == "Reported by (seal): 共和镇司法所"
    assert all(heading.isascii() for heading in headings)
