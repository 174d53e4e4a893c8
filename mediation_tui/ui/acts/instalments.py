"""Splitting what is owed into monthly instalments, exact to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit
from mediation_tui.rules.terms import months_after

MOST = 120
_FEN = Decimal("0.01")


def instalments(total: Decimal | None, first: date, times: int) -> tuple[tuple[date, Decimal | None], ...]:
    """The days and amounts of equal monthly instalments; what does not divide is added to the last.

    Args:
        total: The whole amount, 元; none where no money is owed.
        first: When the first is due; the others fall on the same day of the following months, or on a
            month's last day.
        times: How many; 1 for everything at once.

    Raises:
        Unfit: There are none or too many, or less than a fen would fall to each.
    """
    if not 1 <= times <= MOST:
        raise Unfit(N_("期数要在 1 到 {most} 之间"), most=MOST)
    days = [months_after(first, month) for month in range(times)]
    if total is None:
        return tuple((day, None) for day in days)
    each, rest = divmod(int(total / _FEN), times)
    if times > 1 and each == 0:
        raise Unfit(N_("金额太小，分不成 {times} 期"), times=times)
    shares = [each] * (times - 1) + [each + rest]
    return tuple((day, share * _FEN) for day, share in zip(days, shares, strict=True))
