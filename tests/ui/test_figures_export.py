"""Every page of the figures leaves as a file, and says there what it said on the screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from mediation_tui.cli.schemas import schema
from mediation_tui.errors import DamagedBook
from mediation_tui.figures.measures.scope import Scope
from mediation_tui.i18n import N_
from mediation_tui.papers.paper import PaperFormat
from mediation_tui.ui.dialogs import export
from mediation_tui.ui.dialogs.export import ExportDialog
from mediation_tui.ui.screens.figures import comparison, measures, questions
from tests.builders import Office
from tests.ui.figuresroom import Look, Looking, a_past_with_a_report, looking_at
from tests.ui.rooms import WIDE

_PAGES = {
    1: ("statement", "小事不出村统计_2026年2季度"),
    2: ("comparison", "共和镇2026年2季度小事不出村、大事不出镇同期对比"),
    3: ("table", "共和镇人民调解案件情况统计表（2026年2季度）"),
    4: ("measures", "共和镇2026年2季度矛盾纠纷调解质量情况"),
    5: ("questions", "共和镇司法所2026年2季度核对提问"),
    6: ("report-show", "2026年3月统计表"),
}
"""Each page's schema, and the name proposed for its file."""
_EVERY = pytest.mark.parametrize("number", _PAGES)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with a past and a signed report, which is only read."""
    with a_past_with_a_report(tmp_path_factory.mktemp("past")) as office:
        yield office


@pytest.fixture
def look(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    monkeypatch.setattr(export, "usual_folder", lambda: tmp_path)
    return partial(looking_at, office, tmp_path, WIDE)


async def counted(person: Looking, number: int) -> None:
    """Go to a page and wait until it is counted and proven."""
    await person.page(number)
    await person.wait_until(lambda: not person.screen.counting)


async def saved(person: Looking, form: PaperFormat, folder: Path) -> Path:
    """Save what is shown under the name that is proposed."""
    await person.press("f9")
    dialog = person.app.screen
    assert isinstance(dialog, ExportDialog)
    assert dialog.form
    dialog.form.fill("form", form)
    await person.pilot.pause()
    assert "已导出" in await person.press("ctrl+s")
    (path,) = folder.glob(f"*.{form}")
    return path


def values(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@_EVERY
async def test_every_page_is_saved_for_programs_as_the_command_line_saves_it(
    look: Look, tmp_path: Path, number: int
) -> None:
    name, stem = _PAGES[number]
    async with look() as person:
        await counted(person, number)
        path = await saved(person, PaperFormat.JSON, tmp_path)
    assert path.stem == stem
    Draft202012Validator(schema(name)).validate(values(path))


@_EVERY
@pytest.mark.parametrize("form", [PaperFormat.XLSX, PaperFormat.CSV, PaperFormat.DOCX])
async def test_every_page_is_saved_in_every_other_form(
    look: Look, tmp_path: Path, number: int, form: PaperFormat
) -> None:
    async with look() as person:
        await counted(person, number)
        assert (await saved(person, form, tmp_path)).stat().st_size > 300


async def test_the_comparison_is_saved_with_its_chart(look: Look, tmp_path: Path) -> None:
    async with look() as person:
        await counted(person, 2)
        path = await saved(person, PaperFormat.XLSX, tmp_path)
    assert path.stem == _PAGES[2][1]
    assert len(load_workbook(path).worksheets[0]._charts) == 1


async def test_measures_are_saved_of_the_place_that_is_shown(look: Look, tmp_path: Path) -> None:
    async with look() as person:
        await choose(person, 4, Scope("v1"))
        said = values(await saved(person, PaperFormat.JSON, tmp_path))
    assert (said["village"], said["grid"]) == ("v1", None)


async def test_questions_are_saved_of_the_place_that_is_shown(look: Look, tmp_path: Path) -> None:
    async with look() as person:
        await choose(person, 5, Scope("v2"))
        assert person.table.numbers
        shown = [row.name for row in person.table.numbers.rows]
        path = await saved(person, PaperFormat.JSON, tmp_path)
        assert [question["sentence"] for question in values(path)["questions"]] == shown
        assert values(path)["village"] == "v2"
        await choose(person, 5, Scope())
        assert person.table.numbers
        assert len(person.table.numbers.rows) > len(shown)


async def choose(person: Looking, number: int, place: Scope) -> None:
    """Go to a page of a place."""
    await counted(person, number)
    person.screen.ask(replace(person.screen.asked, place=place))
    await person.wait_until(lambda: not person.screen.counting)


async def test_the_report_under_the_cursor_is_saved_and_so_is_the_open_one(
    look: Look, tmp_path: Path
) -> None:
    async with look() as person:
        await counted(person, 6)
        listed = await saved(person, PaperFormat.CSV, tmp_path)
        text = listed.read_text("utf-8-sig")
        assert "签发人 张司法" in text
        listed.unlink()
        await person.press("enter")
        assert (await saved(person, PaperFormat.CSV, tmp_path)).read_text("utf-8-sig") == text


async def test_without_a_report_there_is_nothing_to_save(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    async with looking_at(office, tmp_path) as person:
        await counted(person, 6)
        assert "先选一份报告" in await person.press("f9")
    office.book.close()


@pytest.mark.parametrize(
    ("number", "page"), [(2, comparison), (4, measures), (5, questions)], ids=["2", "4", "5"]
)
async def test_what_rests_on_a_damaged_case_is_not_saved(
    look: Look, monkeypatch: pytest.MonkeyPatch, number: int, page: Any
) -> None:
    def damaged(*args: object, **kinds: object) -> None:
        raise DamagedBook(N_("{n} 件案件的存档与写入时不符"), n=1)

    monkeypatch.setattr(page, "require_sound", damaged)
    async with look() as person:
        await counted(person, number)
        assert "存档与写入时不符" in person.read()
        assert "存档与写入时不符" in await person.press("f9")
        assert not isinstance(person.app.screen, ExportDialog)
