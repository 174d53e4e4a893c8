"""The minutes as a paper: a letter to print and sign, the decisions as a table, and all of it for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from mediation_tui import __version__
from mediation_tui.i18n import _
from mediation_tui.papers.heads import Head
from mediation_tui.papers.minutes import text
from mediation_tui.papers.minutes.letter import minutes_letter
from mediation_tui.papers.minutes.record import minutes_record
from mediation_tui.papers.paper import Paper, stem_of
from mediation_tui.papers.sheet import About, Row, Sheet
from mediation_tui.review.minutes import Minutes


def minutes_paper(minutes: Minutes, made_at: datetime) -> Paper:
    """Minutes in every form they can leave in.

    Args:
        minutes: What they say.
        made_at: The instant, for the file.
    """
    title = text.title_of(minutes)

    def values() -> Any:
        return minutes_record(minutes, title).model_dump(mode="json")

    return Paper(
        stem=stem_of(title),
        about=About(title, minutes.town.office, made_at, f"mediation-tui {__version__}"),
        sheet=_sheet(minutes, title),
        behind=(),
        values=values,
        letter=partial(minutes_letter, minutes),
        reading=tuple(_reading(minutes, title)),
    )


def _sheet(minutes: Minutes, title: str) -> Sheet:
    """The decisions, one to a row; what else the minutes say below."""
    heads = (_("案号"), _("村（社区）"), _("研判意见"), _("承办人"), _("完成时限"))
    return Sheet(
        title=title,
        heads=tuple(map(Head, heads)),
        rows=tuple(
            Row((each.number, each.village or minutes.town.name, each.text, each.owner, each.due))
            for each in minutes.decisions
        ),
        name=_("研判意见"),
        notes=(
            *text.attendance_lines(minutes),
            text.numbers_line(minutes),
            *text.looked_lines(minutes),
            *text.signing_lines(minutes),
        ),
    )


def _reading(minutes: Minutes, title: str) -> Iterator[str]:
    yield from (title, "")
    if draft := text.draft_line(minutes):
        yield from (draft, "")
    yield from text.attendance_lines(minutes)
    yield from ("", text.numbers_line(minutes), "")
    yield from text.looked_lines(minutes)
    yield from ("", _("研判意见") if minutes.decisions else _("没有作出研判意见。"))
    for place, each in enumerate(minutes.decisions, start=1):
        yield f"{place}. {text.decision_line(each, minutes)}"
    yield ""
    yield from text.signing_lines(minutes)
