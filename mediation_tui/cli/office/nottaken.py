"""What a book made by an earlier version has not taken: the limits that came with the program since."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.i18n import _, ngettext
from mediation_tui.rules.ruleset import RuleSet, not_taken


def not_taken_lines(rules: RuleSet) -> Iterator[str]:
    """Which limits an office has not of those the program comes with, and how to take them; nothing where it has all."""
    lacking = not_taken(rules)
    if not lacking:
        return
    n = len(lacking)
    said = ngettext(
        "程序自带的时限规则中有 {n} 条本所没有：{rules}。",
        "程序自带的时限规则中有 {n} 条本所没有：{rules}。",
        n,
    )
    yield said.format(n=n, rules=_("、").join(rule.label for rule in lacking))
    yield _(
        "需要的，用 settings rules --shipped -o 文件 写出来，抄进 settings rules -o 写出的本所规则，再读回去。"
    )
