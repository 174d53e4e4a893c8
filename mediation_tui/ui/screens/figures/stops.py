"""Numbers the cursor can stand on: what each counts, and the cases Enter opens."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.figures.figure import CaseIds, Figure, Ratio
from mediation_tui.i18n import _, ngettext
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.numbers import Number


@dataclass(frozen=True)
class Behind:
    """Cases that can be opened together.

    Attributes:
        name: What they are to the number.
        cases: Which.
    """

    name: str
    cases: CaseIds

    def __str__(self) -> str:
        n = len(self.cases)
        return ngettext("{name} {n} 件", "{name} {n} 件", n).format(name=self.name, n=n)


@dataclass(frozen=True)
class Stop:
    """A number the cursor can stand on.

    Attributes:
        number: How it is shown.
        words: What it counts, with its line and column, and how it is made.
        behind: The cases behind it; of a share its numerator, and what else is in its denominator.
        remark: What is to be known with it.
        report: The report it stands for, where it stands for one.
    """

    number: Number
    words: str
    behind: tuple[Behind, ...] = ()
    remark: str = ""
    report: str = ""

    @property
    def openable(self) -> tuple[Behind, ...]:
        """What Enter can open."""
        return tuple(each for each in self.behind if each.cases)

    def __str__(self) -> str:
        """What Enter would open, and what the number counts."""
        return f"{self._enter()} {marks().dot} {self.words}"

    def _enter(self) -> str:
        if self.report:
            return _("Enter 打开报告")
        match self.openable:
            case ():
                return _("没有案件可打开")
            case (only,):
                n = len(only.cases)
                return ngettext("Enter 打开 {n} 件", "Enter 打开 {n} 件", n).format(n=n)
            case several:
                return _("Enter 打开：{several}").format(several=_("，").join(map(str, several)))


def opening(cases: CaseIds, whole: CaseIds | None = None) -> tuple[Behind, ...]:
    """What can be opened of a number: its cases; of a share also those that are in its denominator alone."""
    if whole is None:
        return (Behind("", cases),)
    return Behind(_("分子"), cases), Behind(_("在分母、不在分子"), whole - cases)


def figure_stop(
    figure: Figure, where: str, *, name: str = "", tone: Tone = "plain", remark: str = ""
) -> Stop:
    """A figure as a stop.

    Args:
        figure: The number.
        where: The line, the column or the period it stands in.
        name: What it is called there; its own name unless given.
        tone: What it asks of the reader; a zero and what nobody knows ask nothing.
        remark: What is to be known with it.
    """
    words = _("{where} {dot} {name} {text} {unit} ＝ {formula}").format(
        where=where,
        dot=marks().dot,
        name=name or figure.name,
        text=said(figure),
        unit="" if isinstance(figure.value, Ratio) else figure.unit,
        formula=figure.formula,
    )
    number = Number(shown(figure), tone if figure.cases or figure.whole else "muted")
    return Stop(number, " ".join(words.split()), opening(figure.cases, figure.whole), remark)


def shown(figure: Figure) -> str:
    """A figure in a narrow column: `77.2 % 71/92`."""
    if not isinstance(figure.value, Ratio):
        return marks().dash if figure.value is None else figure.text
    return ratio_shown(figure.value)


def ratio_shown(ratio: Ratio) -> str:
    """A share in a narrow column."""
    return marks().dash if ratio.value is None else f"{ratio.percent} {ratio.counts}"


def said(figure: Figure) -> str:
    """A figure in a sentence, with the dash this terminal can draw."""
    return shown(figure) if figure.value is None else figure.text
