"""`book copy`: the same book in another place, in another engine or as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from mediation_tui.bootstrap import Workplace, book_in_the_making, is_url, open_book
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.errors import BookError
from mediation_tui.i18n import N_, _

if TYPE_CHECKING:
    from mediation_tui.store.records.book import RecordsBook


@click.command(
    "copy",
    cls=Command,
    help=_(
        "把案件簿整本复制到另一处，逐条核对。两处各是文件、postgresql:// 地址，或 .json 文件（TinyDB 能打开）。"
    ),
)
@click.argument("source", metavar=_("来源"))
@click.argument("target", metavar=_("去处"))
@click.option("--as-is", is_flag=True, help=_("检查出问题也照原样复制；不写就先检查，有问题不复制。"))
@click.pass_obj
def command(workplace: Workplace, source: str, target: str, as_is: bool) -> None:
    """Copy the book."""
    copied = _copied(workplace, source, target, as_is=as_is)
    sentence = _("已复制到 {path}：{cases} 件案件、{events} 条事件，逐条核对无误。")
    print_lines([sentence.format(path=target, cases=copied.get("cases", 0), events=copied.get("events", 0))])
    print_lines([_("两处是同一本案件簿：今后只在其中一处登记，另一处留作存底，不要两处都写。")])


def _copied(workplace: Workplace, source: str, target: str, *, as_is: bool) -> Mapping[str, int]:
    """Copy whichever way it goes; how many documents each table has."""
    from mediation_tui.store.copying import bring_in, copy, export
    from mediation_tui.store.plain import PlainBook

    match _is_plain(source), _is_plain(target):
        case True, True:
            raise BookError(N_("来源和去处都是 JSON 文件，照样复制文件就行，用不着 book copy。"))
        case True, False:
            with book_in_the_making(target) as new:
                return bring_in(PlainBook(Path(source).expanduser()), new, as_is=as_is)
    with closing(_opened(workplace, source)) as book:
        if _is_plain(target):
            return export(book, Path(target).expanduser(), as_is=as_is)
        with book_in_the_making(target) as new:
            return copy(book, new, as_is=as_is)


def _is_plain(location: str) -> bool:
    """Whether a location is a plain JSON file rather than a book."""
    return not is_url(location) and location.lower().endswith(".json")


def _opened(workplace: Workplace, location: str) -> RecordsBook:
    from mediation_tui.store.records.book import RecordsBook

    book = open_book(location, workplace.on_wait)
    assert isinstance(book, RecordsBook), "every book is kept as records"
    return book
