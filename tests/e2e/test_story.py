"""The main job, end to end, in a real terminal: from a new book to the statement that counts two disputes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.office import TODAY, Hands, cases, command, made_office, statement
from tests.e2e.terminal import Terminal, program

WORDS = {
    "zh": {
        "today": "今日", "accepted": "已受理", "mediating": "调解中", "performing": "履行中",
        "performed": "履行完毕", "closed": "已结案", "archived": "已归档", "failed": "调解不成", "town": "镇级",
        "careful": "仍然保存",
    },
    "en": {
        "today": "Today", "accepted": "Accepted", "mediating": "Mediating", "performing": "Performing",
        "performed": "Performed", "closed": "Closed", "archived": "Archived", "failed": "Failed", "town": "Town",
        "careful": "to save all the same",
    },
}  # fmt: skip


def register(terminal: Terminal, applicant: str, respondent: str, number: str) -> None:
    """Where, who, what: a dispute of 上庄村 between neighbours."""
    hands = Hands(terminal)
    hands.ask("F2").answer("sz").keep(2).answer(applicant).keep(2).answer(respondent).keep(3)
    hands.answer("2").tell("两家为排水沟的走向争执，[bold]雨水[/path]进了院子。")
    hands.save()
    terminal.shows(number, applicant)


def accept_and_meet(terminal: Terminal, words: dict[str, str]) -> None:
    """Both bars asked, mediators assigned, one session held."""
    hands = Hands(terminal)
    hands.ask("F4").keep().answer("n", "n").save()
    terminal.shows(words["accepted"])
    hands.ask("F4").keep().pick("mwc").save()
    terminal.shows("马文才")
    hands.ask("F5").keep(3).answer("y").tell("双方各自说了经过，实地看了水沟。").save()
    terminal.shows(words["mediating"], "双方各自说了")


def agree_and_perform(terminal: Terminal, words: dict[str, str]) -> None:
    """A written agreement in two instalments, both met."""
    hands = Hands(terminal)
    hands.ask("F8").keep().answer("1").tell("李秀英修好水沟，并分两期赔偿2000元。")
    hands.answer("2", "赔偿损失", "2000").keep().answer("n", TODAY.isoformat(), "2")
    hands.keep(3).answer("n").save()
    terminal.shows(words["performing"], "1,000")
    for _instalment in range(2):
        hands.ask("F8").save()
    terminal.shows(words["performed"])


def visit_close_and_file(terminal: Terminal, words: dict[str, str]) -> None:
    """A return visit with good news, closing, and a file whose gaps are explained."""
    hands = Hands(terminal)
    hands.ask("F7").keep().answer("3").keep(2).answer("y").keep().answer("n", "n", "n").save()
    hands.ask("F9").save()
    terminal.shows(words["careful"])
    hands.save()
    terminal.shows(words["closed"])
    hands.ask("F9").keep().answer("长期").keep().answer(*["纸质件另存"] * 7).save()
    terminal.shows(words["archived"])


def lift_and_guide_to_court(terminal: Terminal, words: dict[str, str]) -> None:
    """The town takes it, and it goes to court."""
    hands = Hands(terminal)
    hands.ask("F6").keep(3).tell("村里调了一次，意见差距大。").save()
    terminal.shows(words["town"])
    hands.ask("F9").keep().answer("2").skip().answer("y").keep().answer("1").save()
    terminal.shows(words["failed"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_disputes_walk_through_their_lives_and_are_counted_where_they_belong(
    tmp_path: Path, language: str
) -> None:
    words, book = WORDS[language], made_office(tmp_path)
    with program(
        tmp_path,
        "--book",
        str(tmp_path / book),
        "--lang",
        language,
        width=120,
        height=40,
        MEDIATION_TUI_ACTOR="王建国",
    ) as terminal:
        terminal.shows(words["today"])
        register(terminal, "马占福", "李秀英", f"（{TODAY.year}）共和民调字第1号")
        accept_and_meet(terminal, words)
        agree_and_perform(terminal, words)
        visit_close_and_file(terminal, words)
        terminal.press("Escape")
        register(terminal, "才让·卓玛", "韩𠮷海", f"（{TODAY.year}）共和民调字第2号")
        accept_and_meet(terminal, words)
        lift_and_guide_to_court(terminal, words)
        terminal.press("Escape", "4")
        terminal.shows("50.0 %")
        terminal.press("C-q")
        terminal.shows("exit 0")

    kept, lost = cases(tmp_path, book)
    assert (kept["state"], kept["outcome"], kept["level_resolved"]) == ("archived", "agreed", "village")
    assert (lost["state"], lost["exit"], lost["level"]) == ("failed", "court", "town")
    counted = {
        figure["column"]: figure["cases"] for figure in statement(tmp_path, book, TODAY)["total"]["figures"]
    }
    assert counted["received"] == [kept["id"], lost["id"]]
    assert counted["by_village"] == [kept["id"]]
    assert counted["to_court"] == [lost["id"]]
    assert command(tmp_path, "--book", book, "check")
