"""Commands of the registers: who has reported, and what people asked."""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.ui.commands.command import Command, Group, in_room


def _of(room: str, what: str, source: str, description: str, keys: tuple[str, ...]) -> Command:
    """One of a room's own things."""
    return Command(
        id=f"{room}.{what}",
        source=source,
        description=description,
        keys=keys,
        when=in_room(room),
        run=lambda here: here.room.call(what),
        group=Group.LISTS,
        shown=True,
    )


REGISTERS = (
    Command(
        id="question.record",
        source=N_("记法律咨询"),
        description=N_("记下一条法律咨询：哪个村、问什么、怎么答。"),
        keys=("ctrl+g",),
        run=lambda here: here.app.record_question(),
        group=Group.CASES,
    ),
    Command(
        id="villages.board",
        source=N_("排查报告"),
        description=N_("各村每一期的排查报了没有；没有报不等于零。"),
        keys=("f5", "b"),
        when=in_room("villages"),
        run=lambda here: here.app.show_board(),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="villages.questions",
        source=N_("法律咨询"),
        description=N_("法律咨询登记；可以转为调解案件。"),
        keys=("f6", "q"),
        when=in_room("villages"),
        run=lambda here: here.app.show_questions(),
        group=Group.LISTS,
        shown=True,
    ),
    _of("board", "zero", N_("零报告"), N_("光标所在的村这一期看过了，没有发现纠纷。"), ("0", "f4")),
    _of("board", "earlier", N_("往前"), N_("看更早的各期。"), ("f5", "left_square_bracket")),
    _of("board", "later", N_("往后"), N_("看更晚的各期。"), ("f6", "right_square_bracket")),
    _of("board", "calls", N_("催报"), N_("还没有报的村，该给谁打电话。"), ("f7", "c")),
    _of("questions", "earlier", N_("上一年"), N_("看前一年的法律咨询。"), ("f5", "left_square_bracket")),
    _of("questions", "later", N_("下一年"), N_("看后一年的法律咨询。"), ("f6", "right_square_bracket")),
)
"""What can be done with screening reports and legal questions."""
