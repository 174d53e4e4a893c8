"""Commands that belong to no case: where to go, and what the program does."""

from __future__ import annotations

from pathlib import Path

from mediation_tui.i18n import N_, _
from mediation_tui.ui.commands.command import Command, Group, Here

ROOM_IDS = ("today", "ledger", "villages", "figures", "review")
"""The rooms in the order of their tabs; digits and tabs follow it."""

_ROOMS = {
    "today": (N_("今日"), N_("到期、超期、无动静、待回访的案件。")),
    "ledger": (N_("台账"), N_("全部案件；筛选、排序、查找。")),
    "villages": (N_("村网格"), N_("各村、各网格的在办和超期。")),
    "figures": (N_("统计"), N_("小事不出村统计；每个数字都能打开。")),
    "review": (N_("研判"), N_("周研判会：逐项逐村看，当场记研判意见，散会出记录。")),
}


def _room(place: int, name: str) -> Command:
    source, description = _ROOMS[name]
    return Command(
        id=f"room.{name}",
        source=source,
        description=description,
        keys=(str(place), f"alt+{place}"),
        run=lambda here: here.app.go(name),
        group=Group.ROOMS,
    )


ROOMS = tuple(_room(place, name) for place, name in enumerate(ROOM_IDS, start=1))


def _export_calendar(here: Here) -> None:
    from mediation_tui.ui.dialogs.calendar import CalendarDialog
    from mediation_tui.ui.dialogs.export import usual_folder

    def written(path: Path | None) -> None:
        if path:
            here.room.say(_("已导出：{path}").format(path=path), "accent")

    here.app.push_screen(CalendarDialog(here.app.book, here.app.clock, usual_folder()), written)


GENERAL = (
    *ROOMS,
    Command(
        id="case.register",
        source=N_("登记"),
        description=N_("登记一件纠纷；一分钟之内，从地点到当事人到事由。"),
        keys=("f2",),
        run=lambda here: here.app.register(),
        group=Group.CASES,
        shown=True,
    ),
    Command(
        id="case.find",
        source=N_("找"),
        description=N_("按案号、姓名、拼音或首字母查找案件。"),
        keys=("f3", "slash"),
        run=lambda here: here.app.find(),
        group=Group.CASES,
        shown=True,
    ),
    Command(
        id="case.open",
        source=N_("打开"),
        description=N_("打开光标所在的案件或数字。"),
        keys=("enter",),
        when=lambda here: here.case is not None and here.room.lists_cases,
        run=lambda here: here.app.open_case(here.case.id) if here.case else None,
        group=Group.CASES,
    ),
    Command(
        id="calendar.export",
        source=N_("导出日历"),
        description=N_("把约定的调解、回访、各种时限和研判意见的期限存成 .ics，给手机和日历程序用。"),
        run=_export_calendar,
        group=Group.LISTS,
    ),
    Command(
        id="program.help",
        source=N_("帮助"),
        description=N_("这里能做什么，用什么键。"),
        keys=("f1", "question_mark"),
        run=lambda here: here.app.show_help(here),
    ),
    Command(
        id="program.palette",
        source=N_("命令"),
        description=N_("输入文字、拼音或首字母查找命令。"),
        keys=("ctrl+p",),
        run=lambda here: here.app.action_command_palette(),
        shown=True,
    ),
    Command(
        id="program.language",
        source=N_("中文 / English"),
        description=N_("切换界面语言。"),
        keys=("ctrl+l",),
        run=lambda here: here.app.switch_language(),
    ),
    Command(
        id="program.actor",
        source=N_("换操作人"),
        description=N_("每一步都记在操作人名下；换人使用时先换操作人。"),
        run=lambda here: here.app.choose_actor(),
    ),
    Command(
        id="program.theme",
        source=N_("深色 / 浅色"),
        description=N_("切换深色和浅色界面，投影时用浅色。"),
        run=lambda here: here.app.switch_theme(),
    ),
    Command(
        id="program.quit",
        source=N_("退出"),
        description=N_("离开程序；已经保存的都在案件簿里。"),
        keys=("ctrl+q",),
        run=lambda here: here.app.leave(),
    ),
)
"""What is always at hand."""
