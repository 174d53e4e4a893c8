"""A report from what is shown to its signature, without leaving the figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_tui.model.reporting import ReportState
from mediation_tui.rules.registers import REPORTS
from mediation_tui.ui.dialogs.signing import DraftDialog, StepDialog
from mediation_tui.ui.widgets.form import Form
from tests.builders import Office
from tests.figures.known import DAY, a_quarter
from tests.ui.figuresroom import Looking, looking_at


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = a_quarter(tmp_path)
    yield office
    office.book.close()


async def take_step(person: Looking, said: str, **answers: object) -> None:
    """Take the next step with the report under the cursor, and wait until it is said to be done."""
    await person.press("f8")
    assert isinstance(person.app.screen, StepDialog)
    for name, answer in answers.items():
        person.app.screen.query_one(Form).fill(name, answer)
    await person.press("ctrl+s")
    await person.wait_for(said)


async def test_what_is_shown_is_drafted_reviewed_signed_handed_in_and_returned(
    office: Office, tmp_path: Path
) -> None:
    async with looking_at(office, tmp_path) as person:
        await person.wait_for("大事不出镇率")
        await person.press("f11")
        assert isinstance(person.app.screen, DraftDialog)
        await person.press("ctrl+s")
        await person.wait_for("共1份报告")
        await take_step(person, "已审核")
        await take_step(person, "已签发", signer="张司法", signed_on=DAY)
        await take_step(person, "已上报", note="报区司法局")
        await take_step(person, "已回退", note="少一栏")
        assert "另起一份" in await person.press("f8")
    (head,) = office.book.reports()
    assert (head.state, head.signer, head.signed_on) == (ReportState.RETURNED, "张司法", DAY)
    states = [step.state for step in office.book.steps(REPORTS, head.id)]
    assert states == list(ReportState)


async def test_what_was_known_at_another_day_is_not_drafted(office: Office, tmp_path: Path) -> None:
    async with looking_at(office, tmp_path) as person:
        await person.wait_for("大事不出镇率")
        assert person.screen.offers("draft")
        await person.press("f12")
        await person.press("ctrl+s")
        await person.wait_for("回到现在")
        assert not person.screen.offers("draft")
