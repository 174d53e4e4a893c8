"""What an annual report has to say (domain handbook §1), whether or not it flatters."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.figures.figure import CASES, NONE, TIMES, CaseIds, Figure
from mediation_tui.figures.flow import Ending
from mediation_tui.figures.named import (
    column_figure,
    concluded_figure,
    resolved_figure,
    share_figure,
    unresolved_figure,
)
from mediation_tui.figures.phrase import PeriodName, Phrase
from mediation_tui.figures.population import Population
from mediation_tui.figures.statement import Beside, Line, Reach, Reading, Statement
from mediation_tui.figures.tables.sets import members
from mediation_tui.figures.tables.words import Among
from mediation_tui.figures.telling import Telling
from mediation_tui.i18n import N_
from mediation_tui.model.places import Town
from mediation_tui.model.screening import RoundKind


@dataclass(frozen=True)
class AnnualReport:
    """The paragraphs of an annual report.

    Attributes:
        town: Whose it is.
        statement: What it is made from.
        overall: How many came in, were accepted, concluded, resolved, and at which level.
        stayed: What share stayed in the village and in the town.
        unflattering: What did not go well, or is not known.
    """

    town: Town
    statement: Statement
    overall: Telling
    stayed: Telling
    unflattering: Telling

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """The paragraphs in their order."""
        return self.overall, self.stayed, self.unflattering


def annual_report(statement: Statement, population: Population, town: Town) -> AnnualReport:
    """The report of a period, usually a year.

    Args:
        statement: Of the period.
        population: The disputes it was made from.
        town: Whose it is.
    """
    total = statement.total
    words = {
        "town": town.name,
        "period": PeriodName(statement.basis.period),
        "day": statement.basis.counted_to,
    }
    return AnnualReport(
        town,
        statement,
        Telling(_OVERALL, _overall(total, population), words),
        Telling(_STAYED, _stayed(total)),
        Telling(_UNFLATTERING, _unflattering(total, statement.unreported(None)), words),
    )


_OVERALL = N_(
    "{period}，{town}共登记矛盾纠纷 {found} 件（集中排查 {rounds} 次），受理 {accepted} 件，调结 {concluded} 件，"
    "其中达成协议 {resolved} 件：网格化解 {grid} 件，村级化解 {village} 件，镇级化解 {in_town} 件，"
    "县级及以上化解 {county} 件。解答法律咨询 {advice} 件。"
)
_STAYED = N_(
    "小事不出村率 {stayed_village}，大事不出镇率 {stayed_town}，均以全部调结（含不成、移送、不予受理，不含撤回）为分母；"
    "只看化解的，分别为 {of_resolved_village} 和 {of_resolved_town}；"
    "至今守约的，分别为 {kept_village} 和 {kept_town}。"
)
_UNFLATTERING = N_(
    "未化解 {unresolved} 件，其中引导诉讼 {court} 件、去信访 {petition} 件、尚无去向 {nowhere} 件；"
    "超过调解期限办理 {held} 件；重新调解 {reopened} 件；补录 {late} 件；"
    "到 {day} 未结 {open} 件，其中超期 {past} 件；各村未报排查 {unreported} 次。"
)


def _overall(total: Line, population: Population) -> dict[str, Figure]:
    found, accepted = members(population, Among.FOUND), members(population, Among.ACCEPTED)
    rounds, questions = population.registers.rounds, population.registers.questions
    return {
        "found": _counted(N_("登记件数"), N_("期内登记的，作废的不计"), total, found or NONE),
        "rounds": _of_register(
            N_("集中排查"),
            N_("期内（按期间的最后一天）各村、各网格报来的集中排查"),
            total,
            None if rounds is None else sum(each.round.kind is RoundKind.CONCENTRATED for each in rounds),
            TIMES,
        ),
        "accepted": _counted(N_("受理件数"), N_("期内首次受理的，作废的不计"), total, accepted or NONE),
        "concluded": concluded_figure(total),
        "resolved": resolved_figure(total),
        "grid": column_figure(total, Ending.BY_GRID),
        "village": column_figure(total, Ending.BY_VILLAGE),
        "in_town": column_figure(total, Ending.BY_TOWN),
        "county": column_figure(total, Ending.BY_COUNTY),
        "advice": _of_register(
            N_("解答法律咨询"),
            N_("期内登记的法律咨询，按问题计；转为案件的两边都计"),
            total,
            None if questions is None else len(questions),
        ),
    }


def _stayed(total: Line) -> dict[str, Figure]:
    return {
        "stayed_village": share_figure(total, Reach.VILLAGE, Reading.CONCLUDED),
        "stayed_town": share_figure(total, Reach.TOWN, Reading.CONCLUDED),
        "of_resolved_village": share_figure(total, Reach.VILLAGE, Reading.RESOLVED),
        "of_resolved_town": share_figure(total, Reach.TOWN, Reading.RESOLVED),
        "kept_village": share_figure(total, Reach.VILLAGE, Reading.KEPT),
        "kept_town": share_figure(total, Reach.TOWN, Reading.KEPT),
    }


def _unflattering(total: Line, unreported: int | None) -> dict[str, Figure]:
    return {
        "unresolved": unresolved_figure(total),
        "court": column_figure(total, Beside.GUIDED_TO_COURT),
        "petition": column_figure(total, Ending.TO_PETITION),
        "nowhere": column_figure(total, Ending.NOWHERE),
        "held": column_figure(total, Beside.HELD_PAST_TERM),
        "reopened": column_figure(total, Beside.REOPENED),
        "late": column_figure(total, Beside.LATE),
        "open": column_figure(total, Ending.OPEN),
        "past": column_figure(total, Beside.PAST_TERM),
        "unreported": _of_register(
            N_("未报排查"), N_("期内到期而没有报（也没有零报告）的排查"), total, unreported, TIMES
        ),
    }


def _counted(name: str, formula: str, total: Line, cases: CaseIds) -> Figure:
    return Figure.count(Phrase(name), Phrase(formula), total.basis, cases)


def _of_register(name: str, formula: str, total: Line, value: int | None, unit: Phrase = CASES) -> Figure:
    """What a register says; where the office keeps none it is not known, which is not 0."""
    how = Phrase(formula) if value is not None else Phrase(N_("案件簿里没有这项记录，不等于 0"))
    return Figure.quantity(Phrase(name), how, total.basis, NONE, value, unit)
