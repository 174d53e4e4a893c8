"""A weekly review in its room: opened, walked, decided, left and gone on with, closed, and read again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import docx
import pytest

from mediation_tui.model import events as happened
from mediation_tui.model.meeting import Attendance, SeenLine
from mediation_tui.model.vocabulary import FailureReason
from mediation_tui.papers.minutes.saving import MinutesForm
from mediation_tui.review import sitting
from mediation_tui.review.deciding import decide
from mediation_tui.review.walking import Walk
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.review import ReviewScreen
from tests.builders import Office
from tests.ui import rooms
from tests.ui.reviewing.room import FRIDAY, OPEN, fill, go_to, goes_on, last, numbered, room
from tests.ui.rooms import DAY, WIDE

FIRST, SECOND = "上门核对分期", "会同派出所走访"


async def test_before_a_meeting_the_room_says_which_was_the_last_and_what_there_is(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        said = await person.press("5")
        assert "还没有开会" in said
        assert f"上次：{FRIDAY} 研判2026年第26周，张司法主持" in said
        assert "上次研判意见落实 2" in said
        assert "已散会" in said


async def test_a_meeting_is_opened_with_those_of_last_time_and_begins_with_its_decisions(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await person.press("5", "ctrl+o")
        await fill(person, absent=("李玉兰",), absent_other="韩村长， 马乡长")
        said = await person.press("ctrl+s")
        assert FIRST in said
        assert "1/" in said
        kept = goes_on(office)
        assert (kept.day, kept.place) == (DAY, "会议室")
        assert kept.attendance == Attendance(
            chair="张司法", recorder="王生财", present=("马村长",), absent=("李玉兰", "韩村长", "马乡长")
        )


async def test_who_is_there_and_absent_at_once_is_said_and_nothing_is_lost(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await person.press("5", "ctrl+o")
        await fill(person, absent_other="马村长", place="三楼")
        assert "不能又到会又缺席" in await person.press("ctrl+s")
        await fill(person, absent_other="")
        await person.press("ctrl+s")
        assert goes_on(office).place == "三楼"


async def test_what_was_looked_at_is_in_the_book_at_once_and_the_next_line_follows(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        total = len(_walk(await _opened(person)).lines)
        said = await person.press("space")
        assert SECOND in said
        assert f"已议 1 / {total}" in said
        assert goes_on(office).seen == (SeenLine(section="decisions", case=numbered(office, 2).id),)


async def test_keys_that_come_together_mark_each_line_once(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        walk = _walk(await _opened(person))
        assert "已议 5 / " in await person.press(*["space"] * 5)
        assert goes_on(office).seen == tuple(line.seen for line in walk.lines[:5])


async def test_a_village_is_done_with_in_one_key_and_only_in_this_section(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await go_to(person, "未结")
        here = _walk(room(person)).village_at(room(person).place)
        assert len(here) > 1
        await person.press("ctrl+y")
        assert goes_on(office).seen == tuple(line.seen for line in here)
        line = room(person).line
        assert line
        assert (line.section, line.village) != (here[0].section, here[0].village)


async def test_the_arrows_walk_lines_villages_and_sections(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        walk = _walk(await _opened(person))
        await go_to(person, "未结")
        begins = room(person).place
        await person.press("right")
        assert room(person).place == walk.village_from(begins, 1)
        await person.press("left", "up", "ctrl+up")
        assert room(person).place == 0
        await person.press("up", "left", "ctrl+up")
        assert room(person).place == 0
        assert goes_on(office).seen == ()


async def test_a_decision_takes_one_dialog_and_proposes_owner_and_day(office: Office, tmp_path: Path) -> None:
    case = numbered(office, 4)
    office.go_on(case, happened.MediatorsAssigned(mediators=("m2",)))
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await _stand_on(person, case.id)
        await person.press("ctrl+d")
        await fill(person, text="下周三前见面。")
        said = await person.press("ctrl+s")
        assert "李玉兰" in said
        (made,) = office.book.case(case.id).decisions
        assert (made.text, made.owner, made.due) == ("下周三前见面。", "李玉兰", DAY + timedelta(days=7))
        assert made.meeting == goes_on(office).id
        assert "下周三前见面。（李玉兰" in said


async def test_a_decision_without_owner_or_day_asks(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("ctrl+d")
        await fill(person, text="上门", owner=None, due=None)
        assert "有 2 处要改" in await person.press("ctrl+s")
        await fill(person, owner="*", owner_other="派出所 李所长", due=DAY + timedelta(days=3))
        await person.press("ctrl+s")
        assert office.book.case(numbered(office, 2).id).decisions[-1].owner == "派出所 李所长"


async def test_who_came_first_is_told_and_the_decision_is_kept_all_the_same(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("ctrl+d")
        office.desk("m2").record(numbered(office, 2).id, happened.NoteAdded(text="来过电话"))
        await fill(person, text="上门")
        assert "别人刚刚做了：备注" in await person.press("ctrl+s")
        await person.press("ctrl+s")
        assert office.book.case(numbered(office, 2).id).decisions[-1].text == "上门"


async def test_what_came_of_last_weeks_decision_is_one_key_away(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("f12")
        await fill(person, done=True)
        said = await person.press("ctrl+s")
        assert office.book.case(numbered(office, 2).id).decisions[0].done
        assert "已落实" in await _looked(person, said)


async def test_names_are_masked_until_a_key_shows_them_and_in_every_sentence(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        said = await person.press("space")
        assert "姓名已遮掩" in said
        assert "走访华某" in said
        assert "华青" not in said
        assert "华青" not in await person.press("ctrl+d")
        await person.press("escape")
        said = await person.press("ctrl+n")
        assert "姓名没有遮掩" in said
        assert "走访华青" in said
        assert "华青" not in await person.press("ctrl+n")


async def test_a_case_opens_and_esc_comes_back_to_its_line(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        before = await person.press("down", "down")
        await person.press("enter")
        assert isinstance(person.app.screen, CaseScreen)
        assert await person.press("escape") == before


async def test_a_meeting_is_left_and_gone_on_with_at_the_first_line_not_looked_at(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("space", "down", "down")
        said = await person.press("escape")
        assert "进行中" in said
        assert SECOND in await person.press("enter")
        assert room(person).place == 1
    async with rooms.sitting(office, tmp_path) as person:
        assert SECOND in await person.press("5")
        assert "已议 1 / " in person.read()


async def test_another_language_keeps_the_line(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("space", "down", "down")
        line = room(person).line
        await person.press("ctrl+l")
        assert room(person).line == line


async def test_a_case_that_is_on_no_line_is_raised_and_the_agenda_goes_on_where_it_was(
    office: Office, tmp_path: Path
) -> None:
    closed = numbered(office, 1)
    async with rooms.sitting(office, tmp_path) as person:
        walk = _walk(await _opened(person))
        assert not any(line.case == closed.id for line in walk.lines)
        await person.press("down", "ctrl+r")
        await person.type("共和民调字第1号")
        said = await person.press("enter")
        assert "会上提出" in said
        assert closed.number in said
        await person.press("ctrl+d")
        await fill(person, text="回访", owner="王生财")
        await person.press("ctrl+s")
        assert office.book.case(closed.id).decisions[-1].meeting == goes_on(office).id
        assert SECOND in await person.press("space")


async def test_what_another_terminal_does_shows_up_and_the_cursor_stays(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("down")
        meeting, case = goes_on(office), numbered(office, 5)
        office.desk("m2").mark_all_seen(
            meeting.id, (SeenLine(section="decisions", case=numbered(office, 2).id),)
        )
        decision = happened.DecisionMade(text="另作安排", owner="李玉兰", due=DAY)
        decide(office.desk("m2"), meeting.id, case.id, decision)
        said = await _looked(person, "")
        assert "另作安排" in said
        assert "已议 2 / " in said
        assert room(person).place == 1


async def test_the_next_line_reads_its_case_and_not_the_agenda(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)

        def never(*_told: object) -> None:
            raise AssertionError("the agenda was read again")

        monkeypatch.setattr(sitting, "read_docket", never)
        await person.press(*["down"] * 5, "right", "ctrl+down", "ctrl+n", "ctrl+t", "ctrl+t")
        assert room(person).place > 5


async def test_large_type_says_the_essential_in_a_terminal_of_few_letters(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path, (48, 16)) as person:
        assert "终端太小" in await _opened_text(person)
        said = await person.press("ctrl+t")
        assert "终端太小" not in said
        assert "做过什么" not in said
        assert FIRST in said
        assert "终端太小" in await person.press("escape")
        assert room(person).sitting


async def test_who_is_there_is_put_right_with_a_reason(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("ctrl+u")
        await fill(person, present=("张司法", "李玉兰"), reason="晚到")
        await person.press("ctrl+s")
        assert goes_on(office).attendance.present == ("李玉兰", "马村长")


async def test_a_meeting_ends_with_its_numbers_and_leaves_minutes_behind(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mediation_tui.ui.dialogs.export.usual_folder", lambda: tmp_path)
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        left = len(_walk(room(person)).lines) - 1
        await person.press("space")
        said = await person.press("ctrl+x")
        assert f"还有 {left} 项没有看" in said
        await fill(person, note="下周二再开")
        said = await person.press("ctrl+s")
        assert "导出成文件" in said
        closed = last(office).closed
        assert closed
        assert (closed.signer, closed.note) == ("张司法", "下周二再开")
        assert {number.code for number in closed.numbers} >= {"new", "open", "overdue"}
        await person.press("ctrl+s")
        (letter,) = tmp_path.glob("*.docx")
        text = "\n".join(paragraph.text for paragraph in docx.Document(str(letter)).paragraphs)
        assert "上次研判意见落实：1 项" in text
        assert "备注：下周二再开" in text
        assert "已经开过" in person.read()


async def test_earlier_minutes_are_read_on_the_screen_and_saved_as_text(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mediation_tui.ui.dialogs.export.usual_folder", lambda: tmp_path)
    async with rooms.sitting(office, tmp_path, WIDE) as person:
        said = await person.press("5", "enter")
        assert "主持人：张司法" in said
        assert "上门核对分期。" in said
        await person.press("f9")
        await fill(person, form=MinutesForm.TXT)
        await person.press("ctrl+s")
        (file,) = tmp_path.glob("*.txt")
        assert "会同派出所走访华青。" in file.read_text("utf-8-sig")


async def test_what_is_closed_elsewhere_takes_nothing_more_and_says_so(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        office.desk("m2").close_meeting(goes_on(office).id, (), "张司法")
        said = await person.press("space")
        assert "已经散会，不能再记" in said
        assert last(office).seen == ()
        assert room(person).sitting is None


async def test_a_week_whose_meeting_goes_on_is_not_opened_twice(office: Office, tmp_path: Path) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await person.press("escape")
        await person.press("ctrl+o")
        assert "还没有散会，请接着开那一次" in await person.press("ctrl+s")


async def test_where_nothing_was_ever_met_about_the_room_says_how_to_begin(
    own: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(own, tmp_path) as person:
        assert "还没有开过会。按 Ctrl+O 开第一次。" in await person.press("5")


async def test_a_case_that_is_closed_meanwhile_leaves_the_agenda_and_what_follows_it_is_shown(
    office: Office, tmp_path: Path
) -> None:
    async with rooms.sitting(office, tmp_path) as person:
        await _opened(person)
        await go_to(person, "无动静")
        case = room(person)._case
        assert case
        failed = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True)
        office.go_on(office.book.case(case.id), failed)
        await _looked(person, "")
        line = room(person).line
        assert line
        assert line.case != case.id


async def _opened(person: rooms.Someone) -> ReviewScreen:
    """The room once a meeting was opened in it."""
    await person.press(*OPEN)
    return room(person)


async def _opened_text(person: rooms.Someone) -> str:
    await _opened(person)
    return person.read()


async def _looked(person: rooms.Someone, _before: str) -> str:
    """What the room says once the program has looked whether anybody wrote."""
    person.app.look()
    await person.pilot.pause()
    return person.read()


async def _stand_on(person: rooms.Someone, case_id: str) -> None:
    await person.press("home")
    while (line := room(person).line) and line.case != case_id:
        await person.press("down")


def _walk(screen: ReviewScreen) -> Walk:
    assert screen.walk
    return screen.walk
