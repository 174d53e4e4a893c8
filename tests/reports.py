"""Small reports to sign in tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from mediation_tui.model.case import Case
from mediation_tui.model.reporting import FrozenFigure, Report
from mediation_tui.store.book import Book

MARCH = date(2026, 3, 1), date(2026, 3, 31)


def a_figure(cases: Iterable[Case] = (), **changes: Any) -> FrozenFigure:
    """How many disputes came in, with changes."""
    counted = tuple(case.id for case in cases)
    plain: dict[str, Any] = {
        "line": "in",
        "line_name": "受理",
        "column": "town",
        "column_name": "全镇",
        "heads": ("全镇",),
        "text": f"{len(counted)} 件",
        "value": len(counted),
        "cases": counted,
        "whole": None,
        "formula": "期间内登记的纠纷",
    }
    return FrozenFigure(**plain | changes)


def a_report(cases: Iterable[Case] = (), book: Book | None = None, **changes: Any) -> Report:
    """The statement of March as it stands on its second day, with changes."""
    counted = tuple(cases)
    share = a_figure(counted, line="kept", text="—", value=None, whole=tuple(case.id for case in counted))
    first, last = MARCH
    plain: dict[str, Any] = {
        "id": str(uuid4()),
        "kind": "statement",
        "title": "2026年3月统计表",
        "office": "共和镇司法所",
        "unit": "件",
        "first": first,
        "last": last,
        "by": "village",
        "as_of": datetime(2026, 3, 2, 0, 30, tzinfo=UTC),
        "date_basis": "registered_on",
        "counted_by": "0.1",
        "notes": ("按登记日期。",),
        "description": "",
        "figures": (a_figure(counted), share),
        "against": None,
        "numbers": {case.id: case.number for case in counted},
        "positions": book.heads() if book else {},
    }
    return Report(**plain | changes)
