"""What a person who brings an archive sheet in should know about how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediation_tui.exchange.ledger.row import LedgerRow
from mediation_tui.exchange.reading.mapped import Mapped
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.vocabulary import Outcome

_MENTIONED = 10
"""Names told one by one; the others are counted."""


def sheet_remarks(sheets: Sequence[Mapped]) -> Iterator[str]:
    """What was read of the sheets that is not seen, and what was not read."""
    for mapped in sheets:
        yield from mapped.sheet.remarks()
        if count := len(mapped.skipped):
            yield ngettext(
                "{n} 行是合计、签名或说明，没有当作案件", "{n} 行是合计、签名或说明，没有当作案件", count
            ).format(n=count)
        if mapped.unmapped:
            yield _("没有对应项目的列，原文记入案件备注：{columns}").format(
                columns=_listed(list(mapped.unmapped))
            )


def repetition_remarks(rows: Sequence[int]) -> Iterator[str]:
    """Which rows say nothing an earlier one has not said."""
    if rows:
        yield _("与前面的行完全相同，只算一次：第 {rows} 行").format(rows=_listed([str(row) for row in rows]))


def row_remarks(taken: Sequence[LedgerRow]) -> Iterator[str]:
    """What the rows that were taken in left open, and how that was recorded."""
    causes = list(dict.fromkeys(row.cause for row in taken if row.category is None))
    if causes:
        yield ngettext(
            "{n} 种案由未能归类，记作“其他”：{causes}",
            "{n} 种案由未能归类，记作“其他”：{causes}",
            len(causes),
        ).format(n=len(causes), causes=_listed(causes))
    if count := sum(row.spot is None for row in taken):
        yield ngettext(
            "{n} 件没有写明村（社区），记在镇上", "{n} 件没有写明村（社区），记在镇上", count
        ).format(n=count)
    if count := sum(row.origin is None for row in taken):
        yield ngettext(
            "{n} 件没有写明案件来源，记作“主动调解”", "{n} 件没有写明案件来源，记作“主动调解”", count
        ).format(n=count)
    if count := sum(_untold(row) for row in taken):
        yield ngettext(
            "{n} 件没有写明已告知其他途径，如实记作未载", "{n} 件没有写明已告知其他途径，如实记作未载", count
        ).format(n=count)
    yield from _party_remarks(taken)


def handler_remarks(unknown: Sequence[str]) -> Iterator[str]:
    """Who is named as a handler and not to be found on the roster."""
    names = list(dict.fromkeys(unknown))
    if names:
        yield _("名册里找不到或不止一人的承办人员，只记入备注：{names}").format(names=_listed(names))


def _party_remarks(taken: Sequence[LedgerRow]) -> Iterator[str]:
    if count := sum(row.split for row in taken):
        yield ngettext(
            "{n} 件一格里有几个当事人，已分开登记，原文记入备注",
            "{n} 件一格里有几个当事人，已分开登记，原文记入备注",
            count,
        ).format(n=count)
    unsure = list(dict.fromkeys(name for row in taken for name in row.unsure))
    if unsure:
        yield _("看不出是一人还是几人，按一个当事人登记：{names}").format(names=_listed(unsure))


def _untold(row: LedgerRow) -> bool:
    return row.manner.outcome in (Outcome.FAILED, Outcome.NOT_ACCEPTED) and not row.manner.told


def _listed(names: Sequence[str]) -> str:
    shown = _("、").join(names[:_MENTIONED])
    more = len(names) - _MENTIONED
    return (
        shown
        if more <= 0
        else ngettext("{names} 等 {n} 个", "{names} 等 {n} 个", len(names)).format(names=shown, n=len(names))
    )
