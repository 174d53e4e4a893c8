"""`report`: figures for those above, and the cases behind them."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _

_HERE = "mediation_tui.cli.reports"


@click.group(
    "report",
    cls=LazyGroup,
    modules={
        "statement": f"{_HERE}.statement",
        "comparison": f"{_HERE}.comparison",
        "annual": f"{_HERE}.annual",
        "ministry": f"{_HERE}.official:ministry",
        "governance": f"{_HERE}.official:governance",
        "county": f"{_HERE}.official:county",
        "prevention": f"{_HERE}.official:prevention",
        "balance": f"{_HERE}.official:balance",
        "measures": f"{_HERE}.measures",
        "ledger": f"{_HERE}.ledger",
        "questions": f"{_HERE}.questions",
        "table": f"{_HERE}.official:own",
        "draft": f"{_HERE}.signing:draft",
        "recount": f"{_HERE}.signing:recount",
        "review": f"{_HERE}.signing:review",
        "issue": f"{_HERE}.signing:issue",
        "submit": f"{_HERE}.signing:submit",
        "return": f"{_HERE}.signing:give_back",
        "issued": f"{_HERE}.issued:listed",
        "show": f"{_HERE}.issued:show",
        "changes": f"{_HERE}.issued:changes",
        "describe": f"{_HERE}.describing",
    },
    help=_("出报表；每个数字都能查到背后的案件。"),
)
def command() -> None:
    """The group itself does nothing."""
