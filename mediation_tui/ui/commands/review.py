"""Commands of the weekly review: walking the agenda, marking, deciding, and what the room needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mediation_tui.i18n import N_
from mediation_tui.ui.commands.command import Command, Group, Here, in_room

if TYPE_CHECKING:
    from mediation_tui.ui.screens.review import ReviewScreen


_here = in_room("review")


def _command(
    what: str, source: str, description: str, keys: tuple[str, ...] = (), *, shown: bool = True
) -> Command:
    def offered(here: Here) -> bool:
        return _here(here) and cast("ReviewScreen", here.room).offers(what)

    return Command(
        id=f"review.{what}",
        source=source,
        description=description,
        keys=keys,
        when=offered,
        run=lambda here: here.room.call(what),
        group=Group.MEETING,
        shown=shown,
    )


REVIEW = (
    _command(
        "open", N_("开始会议"), N_("开本周的研判会：日期、地点、主持、到会、缺席、记录。"), ("ctrl+o", "o")
    ),
    _command("seen", N_("已议"), N_("这一项议过了，接着看下一项没议的。"), ("space",)),
    _command("came_of", N_("落实"), N_("上次的研判意见落实了没有，为什么。"), ("f12", "w")),
    _command(
        "decide", N_("决定"), N_("记下对这件案件的研判意见：做什么、谁承办、何时完成。"), ("ctrl+d", "d")
    ),
    _command("village_seen", N_("本村"), N_("这一节里本村的各项都议过了，接着看下一项。"), ("ctrl+y", "y")),
    _command("close", N_("结束会议"), N_("核定数字，散会；此后这次会议不能再记。"), ("ctrl+x", "x")),
    _command(
        "large",
        N_("投影"),
        N_("只留要紧的几行，排得很开；再把终端的字放大，后排也看得清。"),
        ("ctrl+t", "t"),
    ),
    _command("raise", N_("提出"), N_("提出一件不在议程里的案件。"), ("ctrl+r", "r")),
    _command(
        "names", N_("遮掩姓名"), N_("遮掩或显示当事人姓名；开会时先是遮掩的。"), ("ctrl+n", "n"), shown=False
    ),
    _command("minutes", N_("看记录"), N_("看这次会议的记录，也可以存成文件。"), ("ctrl+e", "e"), shown=False),
    _command("attendance", N_("到会"), N_("更正谁到会、谁缺席。"), ("ctrl+u", "u"), shown=False),
    _command("next", N_("下一项"), N_("议程里的下一项。"), ("down", "j"), shown=False),
    _command("previous", N_("上一项"), N_("议程里的上一项。"), ("up", "k"), shown=False),
    _command("next_village", N_("下一村"), N_("这一节里的下一个村。"), ("right",), shown=False),
    _command("previous_village", N_("上一村"), N_("这一节里的上一个村。"), ("left",), shown=False),
    _command(
        "next_section", N_("下一节"), N_("议程的下一节。"), ("ctrl+down", "right_square_bracket"), shown=False
    ),
    _command(
        "previous_section",
        N_("上一节"),
        N_("议程的上一节。"),
        ("ctrl+up", "left_square_bracket"),
        shown=False,
    ),
    _command("first", N_("第一项"), N_("议程的第一项。"), ("home",), shown=False),
    _command("unseen", N_("没议的"), N_("第一项没有议过的。"), ("end",), shown=False),
    _command("scroll_down", N_("往下看"), N_("这一项写得长，往下看。"), ("pagedown",), shown=False),
    _command("scroll_up", N_("往上看"), N_("往回看。"), ("pageup",), shown=False),
    _command("leave", N_("离开"), N_("先不开了；会议还没有散，随时回到第一项没议的。"), shown=False),
)
"""What can be done in the room of the review."""
