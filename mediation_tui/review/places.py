"""Where a place stands in the review: questions asked there, reports it owes, and reports that found nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mediation_tui.figures.phrase import Listed, Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.places import Town
from mediation_tui.review.docket import Docket
from mediation_tui.review.sections import TOWN_DESK, Line, SectionCode
from mediation_tui.rules.screening import Answer, Mark, Spot


def advice(docket: Docket) -> Iterator[Line]:
    """The villages from which legal questions came in the week; people from outside under the town desk."""
    asked = [each.question for each in docket.registers.questions or () if each.question.day in docket.week]
    for village, n in Counter(question.village or TOWN_DESK for question in asked).items():
        kinds = Counter(each.category for each in asked if (each.village or TOWN_DESK) == village)
        named = Listed(tuple(Phrase(kind.source) for kind in kinds))
        why = Phrase(N_("法律咨询 {n} 件：{kinds}"), facts={"n": n, "kinds": named})
        yield Line(SectionCode.ADVICE, village, (why,), place=village)


def missing(docket: Docket) -> Iterator[Line]:
    """The places that owe a report."""
    for spot, marks in _answered(docket, Answer.MISSING):
        periods = Listed(tuple(_period(mark) for mark in marks))
        why = Phrase(N_("未报 {n} 次：{periods}"), facts={"n": len(marks), "periods": periods})
        yield _line(SectionCode.MISSING, spot, (why, *_phone(docket.town, spot)))


def zero(docket: Docket) -> Iterator[Line]:
    """The places that looked and found none."""
    for spot, marks in _answered(docket, Answer.ZERO):
        periods = Listed(tuple(_period(mark) for mark in marks))
        yield _line(SectionCode.ZERO, spot, (Phrase(N_("零报告：{periods}"), facts={"periods": periods}),))


def _answered(docket: Docket, answer: Answer) -> Iterator[tuple[Spot, list[Mark]]]:
    """The places that stand so with some of the reports that were due, in the town's order."""
    found: dict[Spot, list[Mark]] = {}
    for mark in _so(docket.registers.marks or (), answer):
        found.setdefault(mark.spot, []).append(mark)
    yield from found.items()


def _so(marks: Iterable[Mark], answer: Answer) -> Iterator[Mark]:
    return (mark for mark in marks if mark.answer is answer)


def _period(mark: Mark) -> str:
    return f"{mark.due.special} {mark.due.period}".strip()


def _phone(town: Town, spot: Spot) -> Iterator[Phrase]:
    """The number to call."""
    if phone := town.village(spot[0]).phone:
        yield Phrase(N_("电话 {phone}"), facts={"phone": phone})


def _line(code: SectionCode, spot: Spot, why: tuple[Phrase, ...]) -> Line:
    village, grid = spot
    return Line(code, village, why, place=grid or village)
