"""`settings rules`: the office's rules of time, to be looked at, or written out, changed and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.office.nottaken import not_taken_lines
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option, output_option
from mediation_tui.i18n import _
from mediation_tui.papers.fresh import fresh_file
from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import plain_lines
from mediation_tui.papers.sheet import Row, Sheet
from mediation_tui.rules.ruleset import ClockRule, RuleSet, shipped_rules


@click.command(
    "rules",
    cls=Command,
    help=_("看本所的时限规则；用 -o 存一份，改好后把文件写在后面读回来，所有案件的期限随即重算。"),
)
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar=_("文件"))
@output_option()
@click.option("--shipped", is_flag=True, help=_("看程序自带的规则，不是本所的。"))
@click.option("--dry-run", is_flag=True, help=_("只检查文件，不写入。"))
@json_option
@click.pass_obj
def command(
    workplace: Workplace,
    file: Path | None,
    path: Path | None,
    shipped: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take rules in, write them out, or print them."""
    if file and (path or as_json or shipped):
        raise click.UsageError(_("读回规则时不写 -o、--json 和 --shipped"))
    if file:
        print_lines(_taken(workplace, file, dry_run))
        return
    rules = shipped_rules() if shipped else _kept(workplace)
    if path:
        _save(rules, path)
    elif as_json:
        print_json(json_of(rules, reveal=True))
    else:
        print_lines(plain_lines(_sheet(rules)))
        print_lines(not_taken_lines(rules))


def _kept(workplace: Workplace) -> RuleSet:
    with workplace.book() as book:
        return book.rules


def _taken(workplace: Workplace, file: Path, dry_run: bool) -> Iterator[str]:
    from mediation_tui.exchange.rulefile.reading import read_rules

    if dry_run:
        with workplace.book() as book:
            yield _changes(book.rules, read_rules(file, book.rules))
        yield _("没有写入。")
        return
    with workplace.desk() as desk:
        before = desk.book.rules
        after = read_rules(file, before)
        if after != before:
            desk.set_rules(after)
    yield _changes(before, after)


def _changes(before: RuleSet, after: RuleSet) -> str:
    """How many rules came, changed and went."""
    old, new = ({rule.id: rule for rule in rules.clocks} for rules in (before, after))
    return _("规则新增 {added}，更改 {changed}，去掉 {removed}；现有 {n} 条，启用 {on} 条。").format(
        added=len(new.keys() - old.keys()),
        changed=sum(old[rule] != new[rule] for rule in old.keys() & new.keys()),
        removed=len(old.keys() - new.keys()),
        n=len(new),
        on=sum(rule.enabled for rule in new.values()),
    )


def _save(rules: RuleSet, path: Path) -> None:
    from mediation_tui.exchange.rulefile.writing import rules_text

    with fresh_file(path) as file:
        file.write(rules_text(rules).encode())
    print_lines([_("已写成：{path}").format(path=path)])


def _sheet(rules: RuleSet) -> Sheet:
    heads = (_("规则"), _("名称"), _("期限"), _("起算"), _("延期"), _("中止"), _("依据"), _("状态"))
    rows = tuple(_row(rule) for rule in rules.clocks)
    return Sheet(title=_("时限规则"), heads=tuple(map(Head, heads)), rows=rows)


def _row(rule: ClockRule) -> Row:
    standing = (_("启用") if rule.enabled else _("未启用"), _("本地") if rule.local else "")
    grounds = (*rule.pauses, *rule.pauses_by_consent)
    return Row(
        (
            rule.id,
            rule.label,
            f"{rule.limit} {rule.unit.label}",
            rule.start.label,
            rule.extension.label,
            _("、").join(ground.label for ground in grounds) or "—",
            rule.authority,
            _("，").join(filter(None, standing)),
        )
    )
