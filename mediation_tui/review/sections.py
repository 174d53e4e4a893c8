"""The agenda of a weekly review as a value: sections in the order they are walked, each with its lines.

A line says which case, or which place, and why it is here. No case and no place has two lines in one section; whatever
else there is to say of it stands on the same line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.meeting import SeenLine

TOWN_DESK = ""
"""The place of disputes that came in from outside the villages."""


class SectionCode(Word):
    """The sections of the agenda, in the order they are walked (domain handbook §13)."""

    DECISIONS = "decisions", N_("上次研判意见落实")
    NEW = "new", N_("本周新增")
    ADVICE = "advice", N_("本周法律咨询")
    UNRESOLVED = "unresolved", N_("未结")
    CONCLUDED = "concluded", N_("已调结、未结案")
    SILENT = "silent", N_("无动静")
    OVERDUE = "overdue", N_("逾期")
    DUE = "due", N_("七日内到期")
    MOVED = "moved", N_("上交下派、待反馈")
    MISSING = "missing", N_("排查未报")
    ZERO = "zero", N_("零报告")
    PAPERS = "papers", N_("本周结案缺文书")
    DEFAULTED = "defaulted", N_("协议未履行")
    RAISED = "raised", N_("会上提出")


@dataclass(frozen=True)
class Line:
    """One thing to look at.

    Attributes:
        section: Where it stands.
        village: The village it belongs to; `TOWN_DESK` for what came from outside.
        why: Why it is here, the most pressing first.
        case: The case, by its id; none where the line is about a place.
        number: The case's number; empty for a place.
        place: The village or grid, by its id; none where the line is about a case.
    """

    section: SectionCode
    village: str
    why: tuple[Phrase, ...]
    case: str | None = None
    number: str = ""
    place: str | None = None

    @property
    def seen(self) -> SeenLine:
        """What is written down when it was looked at."""
        return SeenLine(section=self.section.value, case=self.case, place=self.place)


@dataclass(frozen=True)
class Section:
    """One section.

    Attributes:
        code: Which.
        lines: Village by village in the town's order, the town desk last.
    """

    code: SectionCode
    lines: tuple[Line, ...]

    def by_village(self) -> Iterator[tuple[str, tuple[Line, ...]]]:
        """The lines of each village that has any."""
        for village, lines in groupby(self.lines, lambda line: line.village):
            yield village, tuple(lines)


@dataclass(frozen=True)
class Agenda:
    """What there is to look at in the review of a week.

    Attributes:
        basis: The week, and as known when.
        sections: All of them in their order, those without lines too.
    """

    basis: Basis
    sections: tuple[Section, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line in the order it is walked."""
        return tuple(line for section in self.sections for line in section.lines)

    def section(self, code: SectionCode) -> Section:
        """The section of that code."""
        return next(section for section in self.sections if section.code is code)

    def lines_of(self, case_id: str) -> tuple[Line, ...]:
        """The lines about a case, in the order they are walked."""
        return tuple(line for line in self.lines if line.case == case_id)

    def unseen(self, seen: Collection[SeenLine]) -> tuple[Line, ...]:
        """The lines nobody has looked at yet; the first is where a meeting goes on."""
        known = {_key(line) for line in seen}
        return tuple(line for line in self.lines if _key(line.seen) not in known)


def _key(line: SeenLine) -> tuple[str, str | None, str | None]:
    return line.section, line.case, line.place
