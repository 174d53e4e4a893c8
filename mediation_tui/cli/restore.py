"""`restore`: a book from a backup; the one that was there keeps everything, under another name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from mediation_tui.bootstrap import Workplace, is_url
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.clock import BEIJING
from mediation_tui.errors import BookError
from mediation_tui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from mediation_tui.store.embedded.manifest import Manifest


@click.command(
    "restore",
    cls=Command,
    help=_("先核对备份，再用它恢复案件簿；原来的案件簿不会删除，只是改名放在旁边。"),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("文件"))
@click.option("--check", "only_check", is_flag=True, help=_("只核对备份，不恢复。"))
@click.pass_obj
def command(workplace: Workplace, file: Path, only_check: bool) -> None:
    """Restore the book in use, or make the one named."""
    from mediation_tui.store.embedded.restoring import restore
    from mediation_tui.store.embedded.verifying import verify

    backup = file.expanduser().resolve()
    if sys.stderr.isatty():
        click.echo(_("正在核对备份……"), err=True)
    if only_check:
        print_lines([_told_of(verify(backup), _("备份完好：{path}（{told}）"), file)])
        return
    target = _target(workplace)
    done = restore(backup, target, workplace.clock.now(), on_wait=workplace.on_wait)
    print_lines([_told_of(done.manifest, _("已恢复：{path}（{told}）"), target)])
    if done.kept:
        print_lines([_("原来的案件簿没有删除，改名为：{path}").format(path=done.kept)])
    workplace.accept()


def _target(workplace: Workplace) -> Path:
    """The file to restore to."""
    location = workplace.whereabouts()
    if is_url(location):
        raise BookError(N_("备份只能恢复成文件；请用 --book 写明文件的路径。"))
    return Path(location).expanduser()


def _told_of(manifest: Manifest, sentence: str, path: Path) -> str:
    """A sentence about a backup, with how many cases it holds and when it was made."""
    cases, when = manifest.rows.get("cases", 0), manifest.made_at.astimezone(BEIJING)
    told = ngettext("{n} 件案件，备份于 {when}", "{n} 件案件，备份于 {when}", cases)
    return sentence.format(path=path, told=told.format(n=cases, when=f"{when:%Y-%m-%d %H:%M}"))
