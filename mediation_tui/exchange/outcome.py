"""What came of bringing a sheet in."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.exchange.refusals import RowError


@dataclass(frozen=True)
class ImportOutcome:
    """What became of the rows of a sheet of cases; the same for a dry run and for the run that writes.

    Attributes:
        new: Cases registered.
        changed: Cases corrected or taken further.
        same: Cases the sheet tells nothing new of.
        refused: Rows with something wrong; if there is one, nothing of the whole file was written.
        errors: What is wrong with each of them.
        notes: What was left open, kept as it stood or read in a way worth knowing, in the language spoken then.
    """

    new: int
    changed: int
    same: int
    refused: int
    errors: tuple[RowError, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class RosterOutcome:
    """What became of a roster sheet.

    Attributes:
        added: Villages, grids and people the roster did not have.
        changed: Those of which the sheet says something else.
        same: Those of which it says nothing else.
        people: People on the roster now.
        villages: Villages and communities on it now.
        grids: Grids on it now.
        warnings: What the law asks of committees and is not so, in the language spoken then; never a block.
    """

    added: int
    changed: int
    same: int
    people: int
    villages: int
    grids: int
    warnings: tuple[str, ...]
