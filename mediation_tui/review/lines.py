"""The ten lines of a case that matter in the room: read from the back, and with names masked where others look on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mediation_tui.figures.figure import UNKNOWN
from mediation_tui.figures.phrase import Listed, Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event, EventKind
from mediation_tui.model.fold import effective
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.review.limits import what
from mediation_tui.review.masking import Names
from mediation_tui.rules.clocks import Clock, limits_of
from mediation_tui.store.book import Book

_ESSENTIAL = frozenset({"案号", "当事人", "地点", "风险", "下一期限", "研判意见"})
"""The labels of the lines without which a room does not know what it decides on."""


@dataclass(frozen=True)
class CaseLine:
    """One of the ten lines.

    Attributes:
        label: What it is about.
        text: What it says.
    """

    label: Phrase
    text: Phrase

    @property
    def essential(self) -> bool:
        """Whether it stays where there is room for a few lines only, such as on a projector."""
        return self.label.source in _ESSENTIAL


def read_case_lines(book: Book, case_id: str, today: date, *, masked: bool = False) -> tuple[CaseLine, ...]:
    """The ten lines of a case.

    Args:
        book: The office's records.
        case_id: Which case.
        today: The office's date.
        masked: Whether its people are shown by their surnames alone, wherever they are named.

    Raises:
        NotFound: There is none of that id.
    """
    return case_lines(book.case(case_id), book, today, masked=masked)


def case_lines(case: Case, book: Book, today: date, *, masked: bool = False) -> tuple[CaseLine, ...]:
    """The ten lines of a case that is open already; arguments as for `read_case_lines`."""
    clocks = limits_of(case, book.rules, book.calendar)
    said = _said(case, effective(book.events(case.id)), book.town, clocks, today, Names(case, masked))
    return tuple(CaseLine(Phrase(label), text) for label, text in said)


def _said(
    case: Case,
    events: Sequence[Event],
    town: Town,
    clocks: Sequence[Clock],
    today: date,
    names: Names,
) -> Iterator[tuple[str, Phrase]]:
    yield (
        N_("案号"),
        Phrase(N_("{number}　{state}"), facts={"number": case.number, "state": _word(case.state)}),
    )
    yield N_("当事人"), _plain(names.versus)
    yield (
        N_("类别"),
        Phrase(
            N_("{category}，{source}"), facts={"category": _word(case.category), "source": _word(case.source)}
        ),
    )
    yield N_("地点"), _place(case, town)
    yield N_("层级"), _level(case)
    yield N_("风险"), _risk(case, today, names)
    yield N_("最近一次"), _last(events, today)
    yield N_("下一期限"), _next(clocks, today)
    yield N_("做过什么"), _tried(case, events)
    yield N_("研判意见"), _decisions(case, today, names)


def _word(word: object) -> Phrase:
    return Phrase(word.source)  # type: ignore[attr-defined]


def _plain(text: str) -> Phrase:
    """A text that is the same in both languages, whatever signs it has."""
    return Phrase("{text}", "{text}", {"text": text})


def _place(case: Case, town: Town) -> Phrase:
    if case.village is None:
        return Phrase(N_("镇里受理（村外）"))
    return _plain(town.village_name(case.village) + town.grid_name(case.village, case.grid))


def _level(case: Case) -> Phrase:
    facts: dict[str, object] = {"level": _word(case.level), "received": _word(case.level_received)}
    if not case.moves:
        return Phrase(N_("{level}（首接{received}）"), facts=facts)
    last = case.moves[-1]
    facts |= {"day": last.on, "before": _word(last.before)}
    return Phrase(N_("{level}（首接{received}；{day} 由{before}转来）"), facts=facts)


def _risk(case: Case, today: date, names: Names) -> Phrase:
    """The level, since when, and why."""
    facts: dict[str, object] = {"risk": _word(case.risk)}
    if not case.risks:
        return Phrase(N_("{risk}（登记以来 {n} 天）"), facts=facts | {"n": (today - case.received_on).days})
    note = case.risks[-1]
    facts |= {"day": note.on, "n": (today - note.on).days, "reason": names.hide(note.reason)}
    said = N_("{risk}（{day} 以来 {n} 天）：{reason}") if note.reason else N_("{risk}（{day} 以来 {n} 天）")
    return Phrase(said, facts=facts)


def _last(events: Sequence[Event], today: date) -> Phrase:
    last = max(events, key=lambda event: (event.happened_on, event.recorded_at))
    facts = {"day": last.happened_on, "act": _word(last.kind), "n": (today - last.happened_on).days}
    return Phrase(N_("{day} {act}（{n} 天前）"), facts=facts)


def _next(clocks: Iterable[Clock], today: date) -> Phrase:
    """The nearest limit by which something is to be done."""
    for clock in clocks:
        if clock.purpose is Purpose.SILENCE or clock.shut(today):
            continue
        left = clock.days_left(today)
        facts = {"what": what(clock), "day": clock.due, "n": abs(left), "since": clock.stopped_on}
        if clock.stopped_on:
            return Phrase(N_("{what}：{since} 起中止，还有 {n} 天"), facts=facts)
        late = N_("{what}：{day} 到期，已超 {n} 天")
        return Phrase(late if left < 0 else N_("{what}：{day} 到期，还有 {n} 天"), facts=facts)
    return _plain(UNKNOWN)


def _tried(case: Case, events: Iterable[Event]) -> Phrase:
    """How often people sat together and were spoken to, and what came of it last."""
    kinds = Counter(event.kind for event in events)
    facts: dict[str, object] = {"m": kinds[EventKind.CONTACT_LOGGED], "n": len(case.sessions)}
    if not case.sessions:
        return Phrase(N_("还没有调解；联系 {m} 次"), facts=facts)
    last = case.sessions[-1]
    facts |= {"day": last.on, "result": _word(last.result), "absent": len(last.absent)}
    if last.absent:
        return Phrase(N_("调解 {n} 次，联系 {m} 次；{day} {result}，未到场 {absent} 方"), facts=facts)
    return Phrase(N_("调解 {n} 次，联系 {m} 次；{day} {result}"), facts=facts)


def _decisions(case: Case, today: date, names: Names) -> Phrase:
    """Those nobody has answered yet."""
    waiting = [decision for decision in case.decisions if decision.done_on is None]
    if not waiting:
        return Phrase(N_("没有待落实的"))
    said = N_("{text}（{owner}，{due}前）")
    return _plain_list(
        Phrase(said, facts={"text": names.hide(each.text), "owner": each.owner, "due": each.due})
        for each in waiting
    )


def _plain_list(phrases: Iterable[Phrase]) -> Phrase:
    return Phrase("{listed}", "{listed}", {"listed": Listed(tuple(phrases))})
