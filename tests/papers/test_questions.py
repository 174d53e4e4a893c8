"""Questions as they leave: for the head of the office alone, and about nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from tests.builders import PEOPLE, Office
from tests.figures.known import DAY, a_quarter
from tests.papers.quarter import letter, names, questions, rows, workbook


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


def test_each_question_has_a_number_its_cases_and_why_it_is_asked(office: Office, tmp_path: Path) -> None:
    lines = rows(workbook(questions(office), tmp_path)["核对提问"])
    assert lines[0] == ["共和镇司法所2026年2季度核对提问"]
    assert ["序号", "想问所长", "件数", "为什么问、看什么"] in lines
    asked = [line for line in lines if isinstance(line[0], int)]
    assert [line[0] for line in asked] == list(range(1, len(asked) + 1))
    assert asked
    assert all("？" in line[1] and line[2] and line[3] for line in asked)


def test_programs_get_the_cases_of_each_question(office: Office) -> None:
    said = questions(office).values()
    Draft202012Validator(schema("questions")).validate(said)
    assert said["questions"]
    assert all(question["cases"] == sorted(question["cases"]) for question in said["questions"])


def test_nobody_is_named(office: Office) -> None:
    text = "\n".join(questions(office).reading)
    assert not any(name in text for name in (*names(), *(str(person.name) for person in PEOPLE)))


def test_the_questions_are_handed_in_to_nobody(office: Office, tmp_path: Path) -> None:
    said = [paragraph.text for paragraph in letter(questions(office), tmp_path).paragraphs]
    assert said[0].replace("\n", "") == "共和镇司法所2026年2季度核对提问"
    assert said[1].startswith("1. ")
    assert not any("报送" in line for line in said)
    assert "这些是请所长核对的问题，不是结论，不打分，不排名，也不针对任何人。" in said


def test_where_there_is_nothing_to_ask_it_says_so(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, DAY)
    quiet = questions(office)
    office.book.close()
    assert quiet.sheet.rows == ()
    assert "这段时间没有要问的。" in quiet.reading
    assert "这段时间没有要问的。" in [p.text for p in letter(quiet, tmp_path).paragraphs]
