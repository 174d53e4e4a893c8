"""Texts typed into Register's form that are too long, too strange, or full-width."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Category
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.ui.screens.register import RegisterScreen
from mediation_tui.ui.widgets.form import Form
from tests.builders import Office
from tests.ui.screen import dump
from tests.ui.stage import Bench

PLAIN = {
    "village": "v1",
    "applicant1.name": "马占龙",
    "respondent1.name": "单小山",
    "category": Category.NEIGHBOURS,
    "summary": "因排水沟堵塞起争执",
}


async def saved(office: Office, **answers: Any) -> tuple[list[Case | None], str]:
    """What saving a form with these answers gives, and what the screen says then."""
    app, results = Bench(), list[Case | None]()
    async with app.run_test(size=(100, 50)) as pilot:
        await app.push_screen(RegisterScreen(office.desk()), results.append)
        await pilot.pause()
        for name, answer in (PLAIN | answers).items():
            app.screen.query_one(Form).fill(name, answer)
        await pilot.press("ctrl+s")
        await pilot.pause()
        return results, dump(app)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"applicant1.name": "马占龙😀"}, "名称里不能有符号"),
        ({"applicant1.name": "马" * 10_000}, "最多 200 字，现有 10,000 字"),
        ({"summary": "长" * 10_000}, "最多 5,000 字，现有 10,000 字"),
        ({"applicant1.phone": "１２"}, "有 1 处要改"),
    ],
)
async def test_what_cannot_be_kept_is_said_under_its_field(
    office: Office, answers: dict[str, Any], sentence: str
) -> None:
    results, shown = await saved(office, **answers)
    assert sentence in shown
    assert results == []
    assert office.book.count(EVERYTHING) == 0


async def test_full_width_digits_are_kept_as_digits_and_markup_as_it_was_typed(office: Office) -> None:
    strange = {
        "summary": "见附件[/path] [bold]甲",
        "applicant1.phone": "１３８１２３４５６７８",
        "amount": "２０００",
    }
    (case,), _shown = await saved(office, **strange)
    assert case
    assert (case.summary, case.amount) == (strange["summary"], Decimal(2000))
    assert case.parties[0].phone
    assert case.parties[0].phone.reveal() == "13812345678"
