"""The statement and two official tables counted by hand: one GROUP BY for each, over the book's own narrow columns.

What a careful person would write who knows the columns and the rules of counting: every dispute that was in hand in
the period, how it came in and how it left; of the few that were reopened, the round that stood at the period's end.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.statement import FLOW_COLUMNS, Beside, Statement
from mediation_tui.figures.tables.table import Table
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Category, Entruster, Source
from mediation_tui.rules.ruleset import RuleSet

Cells = Counter[tuple[str, str, str]]
"""The number in each cell: by table, line and column; all together is the line ``."""


def _ending(concluded: str, outcome: str, exit_: str, level: str) -> str:
    return f"""CASE
        WHEN {concluded} IS NULL OR {concluded} > :last THEN 'open'
        WHEN {outcome} = 'agreed' THEN 'by_' || {level}
        WHEN {outcome} = 'withdrawn' THEN 'withdrawn'
        WHEN {exit_} IN ('court', 'arbitration') THEN 'to_court'
        WHEN {exit_} = 'petition' THEN 'to_petition'
        WHEN {exit_} IN ('police', 'administration', 'other_committee') THEN 'to_others'
        ELSE 'nowhere' END"""


_KEPT = """committee, level_received IN ('town', 'county') AS at_town, village, mediation_kind, category, governance,
    source, entruster, difficulty, amount, parties, ifnull(nullif(people, 0), parties) AS people,
    longest_lag > :late AS late, registered_on >= :first AND void_on IS NULL AS found"""
_ONCE = f"""SELECT {_KEPT},
        CASE WHEN registered_on < :first THEN 'carried' ELSE 'received' END AS entry,
        CASE WHEN void_on IS NULL THEN {_ending("concluded_on", "outcome", "exit", "level_resolved")}
             WHEN void_on > :last THEN 'open' ELSE 'void' END AS ending,
        void_on IS NULL AND accepted_on BETWEEN :first AND :last AS accepted, agreement_form AS form, exit,
        void_on IS NULL AND term_due < CASE WHEN concluded_on <= :last THEN concluded_on ELSE :day END AS past,
        0 AS reopened
    FROM cases
    WHERE registered_on <= :last AND (rounds = 1 OR void_on IS NOT NULL)
        AND ifnull(ifnull(void_on, concluded_on), :first) >= :first"""
_ROUNDS = """json_each(json_insert(earlier_rounds, '$[#]', json_object(
    'opened_on', reopened_on, 'concluded_on', concluded_on, 'outcome', outcome, 'exit', exit,
    'level_resolved', level_resolved, 'form', agreement_form, 'term_due', term_due)))"""
_OF_ROUND = [f"(value ->> '{name}')" for name in ("concluded_on", "outcome", "exit", "level_resolved")]
_REOPENED = f"""SELECT {_KEPT},
        CASE WHEN sum(value ->> 'opened_on' < :first AND ifnull(value ->> 'concluded_on', :first) >= :first)
             THEN 'carried'
             WHEN registered_on >= :first THEN 'received'
             WHEN max(value ->> 'opened_on') >= :first THEN 'reopened' END AS entry,
        {_ending(*_OF_ROUND)} AS ending,
        coalesce((SELECT min(value ->> 'accepted_on') FROM json_each(earlier_rounds)), accepted_on)
            BETWEEN :first AND :last AS accepted,
        value ->> 'form' AS form, value ->> 'exit' AS exit,
        value ->> 'term_due' < CASE WHEN value ->> 'concluded_on' <= :last THEN value ->> 'concluded_on' ELSE :day END
            AS past,
        sum(key > 0 AND value ->> 'opened_on' >= :first) > 0 AS reopened
    FROM cases, {_ROUNDS}
    WHERE rounds > 1 AND void_on IS NULL AND registered_on <= :last AND value ->> 'opened_on' <= :last
    GROUP BY cases.id"""
_PASSED = f"({_ONCE} UNION ALL {_REOPENED}) WHERE entry IS NOT NULL"
"""The disputes in hand; of a reopened one SQLite takes what stands beside `max`, so the last round begun by then."""

_STATEMENT = f"""SELECT CASE WHEN at_town THEN '' ELSE ifnull(village, '') END AS place, entry, ending, count(*),
        sum(past AND ending = 'open'), sum(ending = 'to_court' AND exit = 'court'), sum(past), sum(reopened), sum(late)
    FROM {_PASSED} GROUP BY place, entry, ending"""
_BESIDE = ("past_term", "guided_to_court", "held_past_term", "all_reopened", "late")

_MINISTRY = {
    "total": "sum(accepted)",
    "parties": "sum(accepted * parties)",
    "success": "sum(ending GLOB 'by_*')",
    "difficult": "sum(accepted AND difficulty IN ('difficult', 'major'))",
    "amount": "sum(CASE WHEN accepted THEN cast(round(amount * 100) AS INTEGER) END)",
    **{source.value: f"sum(accepted AND source = '{source}')" for source in Source},
    **{f"from_{who}": f"sum(accepted AND source = 'entrusted' AND entruster = '{who}')" for who in Entruster},
    **{kind.value: f"sum(accepted AND category = '{kind}')" for kind in Category},
    **{form: f"sum(form = '{form}' AND ending GLOB 'by_*')" for form in ("oral", "written")},
}
_BY_COMMITTEE = f"""SELECT committee, {", ".join(_MINISTRY.values())}
    FROM {_PASSED} AND mediation_kind = 'people' GROUP BY committee"""

_GOVERNANCE = {
    "found": "sum(found)",
    "handled": "sum(handled)",
    "success": "sum(agreed)",
    "under_50": "sum(found AND people < 50)",
    "from_50": "sum(found AND people >= 50 AND people < 100)",
    "from_100": "sum(found AND people >= 100 AND people < 500)",
    "from_500": "sum(found AND people >= 500)",
    "major_found": "sum(found AND difficulty = 'major')",
    "major_handled": "sum(handled AND difficulty = 'major')",
    "major_success": "sum(agreed AND difficulty = 'major')",
}
_BY_LEVEL = f"""SELECT at_town, ifnull(governance, CASE category {{kinds}} END) AS kind, {", ".join(_GOVERNANCE.values())}
    FROM (SELECT *, ending NOT IN ('open', 'void') AS handled, ending GLOB 'by_*' AS agreed FROM {_PASSED})
    GROUP BY at_town, kind"""


class ByHand:
    """The three counts in SQL.

    Args:
        path: The book.
        town: Tells what kind of committee each is.
        rules: The governance office's kinds, and what is a late entry.
        basis: The period, and the day open terms are looked at.
    """

    def __init__(self, path: Path, town: Town, rules: RuleSet, basis: Basis) -> None:
        self._sql = sqlite3.connect(path)
        self._committees = {committee.id: committee.kind for committee in town.committees}
        kinds = (f"WHEN '{category}' THEN '{rules.crosswalk.proposed(category)}'" for category in Category)
        self._by_level = _BY_LEVEL.format(kinds=" ".join(kinds))
        self._given = {
            "first": basis.period.first.isoformat(),
            "last": basis.period.last.isoformat(),
            "day": basis.counted_to.isoformat(),
            "late": rules.late_after_days,
        }

    def cells(self) -> Cells:
        """Every cell of the three."""
        return self.statement() + self.ministry() + self.governance()

    def statement(self) -> Cells:
        """The flow by villages."""
        cells: Cells = Counter()
        for place, entry, ending, n, *beside in self._rows(_STATEMENT):
            for line in (f"line {place}", ""):
                cells["statement", line, entry] += n
                cells["statement", line, ending] += n
                for column, cases in zip(_BESIDE, beside, strict=True):
                    cells["statement", line, column] += cases or 0
        return cells

    def ministry(self) -> Cells:
        """The ministry's columns by committees."""
        cells: Cells = Counter()
        for committee, *numbers in self._rows(_BY_COMMITTEE):
            found = dict(zip(_MINISTRY, numbers, strict=True))
            found[f"{self._committees[committee]}_committee"] = found["total"]
            for line in (committee, ""):
                for column, number in found.items():
                    cells["ministry", line, column] += number or 0
        return cells

    def governance(self) -> Cells:
        """The governance office's lines by levels."""
        cells: Cells = Counter()
        for at_town, kind, *numbers in self._rows(self._by_level):
            found = dict(zip(_GOVERNANCE, numbers, strict=True))
            found |= {f"{kind}_{what}": found[what] for what in ("found", "handled")}
            for column in ("town" if at_town else "village", "together", "year"):
                for line, number in found.items():
                    cells["governance", line, column] += number or 0
        return cells

    def close(self) -> None:
        self._sql.close()

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        return self._sql.execute(query, self._given)


def cells_of(statement: Statement, tables: Iterable[Table]) -> Cells:
    """The cells of ours, as far as they are counts."""
    cells: Cells = Counter()
    for line in (*statement.lines, statement.total):
        name = f"line {line.place[0]}" if line.place else ""
        for column in (*FLOW_COLUMNS, *Beside):
            cells["statement", name, column.value] = len(line.cases(column))
    for table in tables:
        for place, column, figure in table.figures():
            if isinstance(figure.value, int | Decimal):
                cells[table.description.id, place.id, column.id] = figure.value
    return cells


def differing(ours: Cells, theirs: Cells) -> list[tuple[str, str, str]]:
    """The cells in which two ways of counting do not agree."""
    wan = {
        cell: (Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
        for cell, fen in theirs.items()
        if cell[2] == "amount"
    }
    known: Cells = Counter({**theirs, **wan})
    return [cell for cell in ours.keys() | known.keys() if ours[cell] != known[cell]]
