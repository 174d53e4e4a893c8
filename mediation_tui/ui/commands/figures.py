"""Commands of the figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from mediation_tui.i18n import N_
from mediation_tui.ui.commands.command import Command, Group, Here, in_room

if TYPE_CHECKING:
    from mediation_tui.ui.screens.figures import FiguresScreen


_here = in_room("figures")


def _offered(what: str) -> Callable[[Here], bool]:
    """Whether the page shown can do something."""
    return lambda here: _here(here) and cast("FiguresScreen", here.room).offers(what)


def _command(
    id_: str,
    source: str,
    description: str,
    keys: tuple[str, ...],
    when: Callable[[Here], bool] = _here,
    *,
    shown: bool = True,
) -> Command:
    def run(here: Here) -> None:
        here.room.call(id_)

    return Command(
        id=f"figures.{id_}",
        source=source,
        description=description,
        keys=keys,
        when=when,
        run=run,
        group=Group.LISTS,
        shown=shown,
    )


_PAGES = {
    "statement": (N_("小事不出村"), N_("各村收案、化解、去向，和两个比率。")),
    "comparison": (N_("对比"), N_("各地同去年同期、同自己的往期相比。")),
    "tables": (N_("官方表"), N_("部颁、综治等官方表，和本单位自己的表。")),
    "measures": (N_("指标"), N_("调结、用时、履行、回访等指标，和它们的往期。")),
    "questions": (N_("核对"), N_("请所长核对的问题：只问，不评。")),
    "issued": (N_("已出报告"), N_("签发过的报告，内容不再变。")),
}


def _page(code: str) -> Command:
    source, description = _PAGES[code]

    def run(here: Here) -> None:
        cast("FiguresScreen", here.room).show_page(code)

    return Command(f"figures.{code}", source, description, run, when=_here, group=Group.LISTS)


_during = partial(_offered, "period")

FIGURES = (
    _command("page", N_("换页"), N_("小事不出村、对比、官方表、指标、核对、已出报告，依次看。"), ("f4", "m")),
    *map(_page, _PAGES),
    _command("pages", N_("选页"), N_("按页号或名称看某一页。"), ("0",), shown=False),
    _command(
        "earlier", N_("上一期"), N_("看前一周、月、季、半年或年。"), ("f5", "left_square_bracket"), _during()
    ),
    _command(
        "later", N_("下一期"), N_("看后一周、月、季、半年或年。"), ("f6", "right_square_bracket"), _during()
    ),
    _command(
        "choose_period", N_("期间"), N_("选择周、月、季、半年、年或任意起止日期。"), ("f7", "p"), _during()
    ),
    _command("switch_lines", N_("分组"), N_("按村、网格或类别列统计表。"), ("f8", "g"), _offered("by")),
    _command(
        "choose_table", N_("换表"), N_("选一张官方表，或打开本单位自己的表。"), ("f8", "g"), _offered("table")
    ),
    _command(
        "step", N_("下一步"), N_("审核、签发、上报或回退光标所在的报告。"), ("f8", "i"), _offered("step")
    ),
    _command(
        "export", N_("导出"), N_("把看到的存成 xlsx、csv、json 或 docx。"), ("f9", "e"), _offered("export")
    ),
    _command(
        "draft", N_("起草"), N_("把看到的统计记成一份要签发的报告草稿。"), ("f11", "i"), _offered("draft")
    ),
    _command(
        "choose_place",
        N_("地方"),
        N_("选全镇、一个村或一个网格：指标只算它，别的页标出它那一行。"),
        ("f10", "v"),
        _offered("place"),
    ),
    _command(
        "explain",
        N_("说明"),
        N_("光标所在的数字怎么算、是哪些案件，和这一页的全部说明。"),
        ("space",),
        shown=False,
    ),
    _command("now", N_("回到现在"), N_("按现在知道的来统计。"), ("f12", "n"), _offered("now")),
    _command(
        "look_back", N_("截至"), N_("按过去某日终了时知道的来统计。"), ("f12", "t"), _offered("look_back")
    ),
    _command(
        "look_elsewhere", N_("截至另一日"), N_("换一天，按那天终了时知道的来统计。"), ("t",), _offered("now")
    ),
)
"""What can be done with the figures; of two commands with one key the first at hand is meant."""
