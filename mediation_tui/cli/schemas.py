"""JSON Schemas (2020-12) of everything that is stored in a book or leaves the program as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from mediation_tui.cli.records import BookInfo, CheckFinding, KnownYear, ListedCase, SalvageReport, ShownCase
from mediation_tui.cli.registers import ListedConsultation, ListedScreening, ScreeningBoard
from mediation_tui.cli.reviews.records import AgendaRecord, ListedMeeting
from mediation_tui.exchange.ledger.row import LedgerRow
from mediation_tui.exchange.members.row import RosterRow
from mediation_tui.model.case import Case
from mediation_tui.model.consultation import ConsultationStep
from mediation_tui.model.events import Event, Registration
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.meeting import MeetingStep
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.reporting import Changes, ReportHead, ReportStep
from mediation_tui.model.screening import ScreeningStep
from mediation_tui.papers.annual.record import AnnualRecord
from mediation_tui.papers.comparison.record import ComparisonRecord
from mediation_tui.papers.issued.paper import IssuedRecord
from mediation_tui.papers.measures.record import MeasuresRecord
from mediation_tui.papers.minutes.record import DecidedRecord, MinutesRecord
from mediation_tui.papers.official.record import TableRecord
from mediation_tui.papers.questions.paper import QuestionsRecord
from mediation_tui.papers.statement import StatementRecord
from mediation_tui.rules.ruleset import RuleSet

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def _described() -> Mapping[str, Any]:
    """Every record by the name of its schema."""
    return {
        "event": Event,
        "case": Case,
        "case-facts": CaseFacts,
        "registration": Registration,
        "town": Town,
        "person": Person,
        "rules": RuleSet,
        "workdays": tuple[KnownYear, ...],
        "report-step": ReportStep,
        "screening-step": ScreeningStep,
        "consultation-step": ConsultationStep,
        "meeting-step": MeetingStep,
        "case-list": tuple[ListedCase, ...],
        "case-show": ShownCase,
        "case-events": tuple[Event, ...],
        "screening": ListedScreening,
        "screening-list": tuple[ListedScreening, ...],
        "screening-board": ScreeningBoard,
        "consultation": ListedConsultation,
        "consultation-list": tuple[ListedConsultation, ...],
        "agenda": AgendaRecord,
        "meeting": ListedMeeting,
        "meeting-list": tuple[ListedMeeting, ...],
        "decision": DecidedRecord,
        "minutes": MinutesRecord,
        "statement": StatementRecord,
        "comparison": ComparisonRecord,
        "table": TableRecord,
        "annual": AnnualRecord,
        "report-list": tuple[ReportHead, ...],
        "report-show": IssuedRecord,
        "report-changes": Changes,
        "measures": MeasuresRecord,
        "questions": QuestionsRecord,
        "roster-row": RosterRow,
        "ledger-row": LedgerRow,
        "check": tuple[CheckFinding, ...],
        "book-info": BookInfo,
        "salvage": SalvageReport,
    }


def names() -> Iterable[str]:
    """The names of all schemas."""
    return _described().keys()


def schema(name: str) -> dict[str, Any]:
    """The schema of that name."""
    described = TypeAdapter(_described()[name]).json_schema(mode="serialization")
    return {"$schema": _DIALECT, "$id": f"urn:mediation-tui:{name}", "title": name, **described}


def file_text(name: str) -> str:
    """The schema as its file in `schemas/` holds it."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
