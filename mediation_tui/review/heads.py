"""The numbers at the head of a review, each with its cases and with what it was at the last meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mediation_tui.figures.figure import CASES as PIECES
from mediation_tui.figures.figure import NONE, TIMES, UNKNOWN, CaseIds, Figure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.meeting import HeadNumber
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.review import standing
from mediation_tui.review.docket import Docket, Held, lately


class HeadCode(Word):
    """The numbers at the head, in the order they are read out."""

    NEW = "new", N_("新增")
    CONCLUDED = "concluded", N_("调结")
    OPEN = "open", N_("在办")
    OVERDUE = "overdue", N_("超期")
    SILENT = "silent", N_("无动静")
    VISITS = "visits", N_("待回访")
    MISSING = "missing", N_("未报排查")
    ADVICE = "advice", N_("法律咨询")


@dataclass(frozen=True)
class Headline:
    """One number at the head.

    Attributes:
        code: Which.
        figure: The number, how it is made, and its cases.
        before: What was signed at the last meeting; none where nothing was.
    """

    code: HeadCode
    figure: Figure
    before: HeadNumber | None

    @property
    def value(self) -> int | None:
        """The number; none where it is not known."""
        value = self.figure.value
        return value if isinstance(value, int) else None

    @property
    def change(self) -> int | None:
        """By how much it differs from the last meeting's; none where one of the two is not known."""
        before = self.before.value if self.before else None
        return None if self.value is None or before is None else self.value - before

    @property
    def change_text(self) -> str:
        """The change as it is shown: `+3`, `-2`, `0`, `—`."""
        return UNKNOWN if self.change is None else f"{self.change:+d}" if self.change else "0"

    @property
    def signed(self) -> HeadNumber:
        """The number as a meeting keeps it."""
        return HeadNumber(
            code=self.code.value, name=str(self.figure.name), text=self.figure.text, value=self.value
        )


def heads_of(docket: Docket) -> tuple[Headline, ...]:
    """The numbers at the head of a review."""
    before = {number.code: number for number in docket.before}
    return tuple(Headline(code, _figure(code, docket), before.get(code.value)) for code in HeadCode)


def _figure(code: HeadCode, docket: Docket) -> Figure:
    match code:
        case HeadCode.MISSING:
            return _missing(docket)
        case HeadCode.ADVICE:
            return _advice(docket)
        case _:
            formula, count = _CASES[code]
            cases = frozenset(count(docket))
            return Figure.count(Phrase(code.source), _told(formula, docket), docket.basis, cases)


def _missing(docket: Docket) -> Figure:
    missing = docket.registers.missing
    formula = _told(N_("{lately}到期的排查，没有报的（零报告也是报）"), docket)
    value = None if missing is None else len(missing)
    return Figure.quantity(Phrase(HeadCode.MISSING.source), formula, docket.basis, NONE, value, TIMES)


def _advice(docket: Docket) -> Figure:
    known = docket.registers.questions
    asked = [each for each in known or () if each.question.day in docket.week]
    formula = _told(N_("{week}解答的法律咨询，按问题计"), docket)
    cases = frozenset(each.case for each in asked if each.case)
    value = None if known is None else len(asked)
    return Figure.quantity(Phrase(HeadCode.ADVICE.source), formula, docket.basis, cases, value, PIECES)


def _told(formula: str, docket: Docket) -> Phrase:
    return Phrase(formula, facts={"week": docket.week, "lately": lately(docket.week), "day": docket.today})


def _new(docket: Docket) -> Iterator[str]:
    return _those(docket, lambda held: any(standing.new(held, docket)))


def _concluded(docket: Docket) -> Iterator[str]:
    return _those(docket, lambda held: held.case.concluded_on in docket.week)


def _open(docket: Docket) -> Iterator[str]:
    return _those(docket, lambda held: held.on_desk)


def _overdue(docket: Docket) -> Iterator[str]:
    return _those(
        docket, lambda held: any(clock.pressing and clock.due < docket.today for clock in held.clocks)
    )


def _silent(docket: Docket) -> Iterator[str]:
    return _those(docket, lambda held: any(standing.silent(held, docket)))


def _visits(docket: Docket) -> CaseIds:
    """Those that were opened, and closed ones that are only to be visited."""
    asked = _those(
        docket,
        lambda held: any(
            clock.purpose is Purpose.VISIT and clock.due <= docket.today for clock in held.clocks
        ),
    )
    closed = (facts.id for facts in docket.visits if facts.visit_due and facts.visit_due <= docket.today)
    return frozenset((*asked, *closed))


def _those(docket: Docket, holds: Callable[[Held], bool]) -> Iterator[str]:
    return (held.case.id for held in docket.held if holds(held))


_CASES: dict[HeadCode, tuple[str, Callable[[Docket], Iterable[str]]]] = {
    HeadCode.NEW: (N_("{week}登记或重新调解的，作废的不计"), _new),
    HeadCode.CONCLUDED: (N_("{week}调结的（达成协议、不成、移送、不予受理、撤回）"), _concluded),
    HeadCode.OPEN: (N_("{day} 还没有结案的，作废的不计"), _open),
    HeadCode.OVERDUE: (N_("{day} 已过调解、响应、履行或反馈期限的"), _overdue),
    HeadCode.SILENT: (N_("{day} 未结、超过规定天数没有动静的"), _silent),
    HeadCode.VISITS: (N_("回访在 {day} 或以前到期、还没有做的"), _visits),
}
"""How the numbers that are cases are made."""
