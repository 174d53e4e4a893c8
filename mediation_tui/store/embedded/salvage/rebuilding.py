"""Writing what was found into a new book."""

from __future__ import annotations

from dataclasses import replace

from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.registers import REGISTERS
from mediation_tui.store.embedded.salvage.cases import Kept, cases_in
from mediation_tui.store.embedded.salvage.chains import chains_in
from mediation_tui.store.embedded.salvage.finds import Finds
from mediation_tui.store.embedded.salvage.registers import OTHERS, records_in, reports_in
from mediation_tui.store.embedded.salvage.report import CaseLeft, Left, Salvaged
from mediation_tui.store.embedded.salvage.settings import Settings, settings_in
from mediation_tui.store.port import Engine
from mediation_tui.store.records.documents import case_document
from mediation_tui.store.records.office import Office
from mediation_tui.store.trouble import Duplicate


def rebuild(finds: Finds, engine: Engine, new_origin: str) -> Salvaged:
    """Write a new book from what was found, in one transaction.

    Events are written as they were, under their ids; a number that is missing stays missing.

    Args:
        finds: What was found.
        engine: Holds a book without a single record.
        new_origin: The book's id where nothing tells the one it had.
    """
    settings, chains = settings_in(finds, new_origin), chains_in(finds)
    doubt = bool(chains.gaps or chains.open_ends)
    with engine.transaction():
        Office(engine).found(settings.origin, settings.town, settings.people, settings.rules)
        engine.fill("events", ((event.id, event.document) for event in finds.of("events")))
        for register in REGISTERS:
            engine.fill(register.table, ((step.id, step.document) for step in finds.of(register.table)))
        for end in chains.ends:
            engine.add("chains", end)
        writer = _CaseWriter(engine, settings)
        cases = tuple(writer.written(kept) for kept in cases_in(finds, doubt=doubt))
    salvaged = Salvaged(
        origin=settings.origin,
        origin_found=settings.origin_found,
        events=sum(case.events for case in cases),
        cases=cases,
        gaps=chains.gaps,
        open_ends=chains.open_ends,
        roster=settings.roster,
        rules=settings.rules_found,
        reports=reports_in(finds),
        records=tuple(left for register in OTHERS for left in records_in(finds, register)),
    )
    return _without_needless_doubt(salvaged)


class _CaseWriter:
    """Writes cases under the settings of the new book.

    Args:
        engine: Holds the new book.
        settings: What it was founded on.
    """

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings

    def written(self, kept: Kept) -> CaseLeft:
        """Write a case, if there is one to write, and say what is left of it.

        One that cannot be worked out, or whose number another has taken since it was stored, is lost.
        """
        if kept.case is None:
            return kept.left
        try:
            facts = facts_of(kept.case, self._settings.rules, self._settings.rules.calendar)
            document = case_document(kept.case, facts, self._settings.town)
            with self._engine.transaction():
                if kept.row is None:
                    self._engine.add("cases", document)
                else:
                    self._engine.fill("cases", [(kept.row, document)])
        except (LookupError, AssertionError, Duplicate):
            return replace(kept.left, left=Left.LOST)
        return kept.left


def _without_needless_doubt(salvaged: Salvaged) -> Salvaged:
    """Where every missing event is known to be some case's, no other case lacks one."""
    if salvaged.unplaced or salvaged.open_ends:
        return salvaged
    cases = (
        replace(case, left=Left.WHOLE) if case.left is Left.DOUBTFUL else case for case in salvaged.cases
    )
    return replace(salvaged, cases=tuple(cases))
