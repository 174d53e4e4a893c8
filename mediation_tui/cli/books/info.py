"""`book info`: where the book is, what holds it, and where its chains of events end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace, is_url
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.records import BookInfo, ChainEndRecord, NewestBackup
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.clock import BEIJING
from mediation_tui.i18n import _
from mediation_tui.settings import Settings
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING


@click.command("info", cls=Command, help=_("案件簿在哪里、由什么保存、有多少案件和事件、最近的备份。"))
@json_option
@click.pass_obj
def command(workplace: Workplace, as_json: bool) -> None:
    """Describe the book."""
    with workplace.book() as book:
        info = _info(book, workplace.settings)
    if as_json:
        print_json(json_of(info, reveal=True))
    else:
        print_lines(_said(info))


def _info(book: Book, settings: Settings) -> BookInfo:
    held, ends = book.describe(), book.ends()
    return BookInfo(
        location=book.location,
        engine=held.engine,
        engine_version=held.version,
        format=held.format,
        journal=held.journal,
        file_bytes=held.file_bytes,
        log_bytes=held.log_bytes,
        resets_log_wrongly=held.resets_log_wrongly,
        cases=book.count(EVERYTHING),
        events=sum(end.sequence for end in ends),
        chains=tuple(ChainEndRecord(origin=end.origin, events=end.sequence, hash=end.hash) for end in ends),
        newest_backup=_newest_backup(book, settings),
    )


def _newest_backup(book: Book, settings: Settings) -> NewestBackup | None:
    """The newest automatic backup of a book in a file; a database's are its server's business."""
    if is_url(book.location):
        return None
    from mediation_tui.store.embedded.rolling import Shelf

    standing = Shelf.of(Path(book.location), settings.backup_folder, settings.backups).standing(book.origin)
    return next((NewestBackup(path=str(path), made_at=told.made_at) for path, told in standing), None)


def _said(info: BookInfo) -> Iterator[str]:
    yield _("案件簿：{path}").format(path=info.location)
    yield _("保存在：{engine} {version}，格式 {format}").format(
        engine=info.engine, version=info.engine_version, format=info.format
    )
    if info.file_bytes is not None:
        sentence = _("文件：{size:,} 字节，日志 {log:,} 字节，日志方式 {journal}")
        yield sentence.format(size=info.file_bytes, log=info.log_bytes, journal=info.journal)
    if info.resets_log_wrongly:
        yield _(
            "这个 SQLite 版本在几个程序同时写时可能丢记录；本程序有自己的锁，不受影响，"
            "但不要用别的程序打开这个文件。"
        )
    yield _("案件 {cases} 件，事件 {events} 条").format(cases=info.cases, events=info.events)
    for chain in info.chains:
        yield _("事件链 {origin}：到第 {n} 号，{hash}").format(
            origin=chain.origin, n=chain.events, hash=chain.hash
        )
    yield _backup_said(info.newest_backup)


def _backup_said(newest: NewestBackup | None) -> str:
    if newest is None:
        return _("还没有自动备份")
    return _("最近的自动备份：{time:%Y-%m-%d %H:%M}，{path}").format(
        time=newest.made_at.astimezone(BEIJING), path=newest.path
    )
