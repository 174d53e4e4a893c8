"""The page of reports: all there are, and what one says, for ever as it was counted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from mediation_tui.clock import local_date
from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_, _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import FrozenFigure, Report, ReportHead, ReportState, ReportStep
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import drafted
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Leaving, Page, Setting, Source
from mediation_tui.ui.screens.figures.stops import Stop, opening
from mediation_tui.ui.screens.figures.view import Row, Sheet, View
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.numbers import Heading, Number

if TYPE_CHECKING:
    from mediation_tui.papers.paper import Paper

Found = tuple[ReportHead, ...] | tuple[ReportStep, ...]

_TONES: dict[ReportState, Tone] = {ReportState.RETURNED: "warn", ReportState.DRAFT: "muted"}


def read(asked: Asked, source: Source) -> Iterator[Found]:
    """All reports, or the steps of the one that is open."""
    yield source.book.steps(REPORTS, asked.report) if asked.report else source.book.reports()


def view(found: Found, asked: Asked, setting: Setting) -> View:
    """The list, or the open report."""
    if asked.report:
        return _report(tuple(step for step in found if isinstance(step, ReportStep)), setting)
    return _list(tuple(head for head in found if isinstance(head, ReportHead)), setting)


def paper(leaving: Leaving) -> Paper:
    """The report that is open or under the cursor, as it was signed, to be saved as a file.

    Raises:
        MediationError: There is none.
    """
    from mediation_tui.papers.issued.paper import issued_paper

    if leaving.report is None:
        raise MediationError(N_("先选一份报告"))
    steps, setting = leaving.book.steps(REPORTS, leaving.report), leaving.setting
    return issued_paper(steps, setting.people, prepared_on=setting.today)


# All reports


def _list(heads: tuple[ReportHead, ...], setting: Setting) -> View:
    if not heads:
        return View(_("还没有报告。"), instead=_("签发过的报告列在这里，内容不再变。"))
    headings = tuple(
        Heading(text, align="left") for text in (_("期间"), _("进度"), _("日期"), _("签发人"), _("签发日期"))
    )
    sheet = Sheet(_("报告"), headings, tuple(_head(head, setting) for head in heads), longest_name=36)
    n = len(heads)
    sentence = ngettext("共 {n} 份报告，最近办过的在前。", "共 {n} 份报告，最近办过的在前。", n)
    return View(sentence.format(n=n), None, sheet.numbers, sheet.stops)


def _head(head: ReportHead, setting: Setting) -> Row:
    words = _("{title} {dot} {state} {dot} {actor} 办于 {day}").format(
        title=head.title,
        dot=marks().dot,
        state=head.state.label,
        actor=setting.name_of(head.actor),
        day=local_date(head.at),
    )
    stop = partial(Stop, words=words, report=head.id)
    signed = str(head.signed_on) if head.signed_on else ""
    texts = (Period(head.first, head.last).label, head.state.label, str(local_date(head.at)))
    tone = _TONES.get(head.state, "plain")
    stops = (stop(Number(text, tone)) for text in (*texts, head.signer, signed))
    return Row(head.title, tuple(stops))


# What one says


def _report(steps: tuple[ReportStep, ...], setting: Setting) -> View:
    report = drafted(steps)
    row: dict[str, dict[str, FrozenFigure]] = {}
    for figure in report.figures:
        row.setdefault(figure.line, {})[figure.column] = figure
    columns = {figure.column: figure.column_name for figure in report.figures}
    rows = tuple(_row(figures, tuple(columns)) for figures in row.values())
    headings = tuple(Heading(name) for name in columns.values())
    sheet = Sheet("", headings, rows, longest_heading=3, longest_name=26)
    return View(_title(report, steps[-1]), None, sheet.numbers, sheet.stops, tuple(_beneath(steps, setting)))


def _title(report: Report, last: ReportStep) -> str:
    return _("{title} {dot} {state}").format(title=report.title, dot=marks().dot, state=last.state.label)


def _row(figures: dict[str, FrozenFigure], columns: tuple[str, ...]) -> Row:
    name = next(figure.line_name for figure in figures.values())
    return Row(name, tuple(_stop(figures.get(column), name) for column in columns))


def _stop(figure: FrozenFigure | None, name: str) -> Stop:
    if figure is None:
        return Stop(Number(""), name)
    words = _("{where} {dot} {name} {text} ＝ {formula}").format(
        where=name, dot=marks().dot, name=figure.column_name, text=figure.text, formula=figure.formula
    )
    whole = None if figure.whole is None else frozenset(figure.whole)
    return Stop(Number(figure.text), words, opening(frozenset(figure.cases), whole))


def _beneath(steps: tuple[ReportStep, ...], setting: Setting) -> Iterator[str]:
    """The steps it took, then what it is based on."""
    yield f" {marks().dot} ".join(_step(step, setting) for step in steps)
    report = drafted(steps)
    yield _("截止 {day} 的认识；数字已定，此后的补录和更正列在下一份报告里。").format(
        day=local_date(report.as_of)
    )
    yield _("校验码 {digest}").format(digest=report.digest[:16])


def _step(step: ReportStep, setting: Setting) -> str:
    said = f"{step.state.label} {local_date(step.at)} {step.signer or setting.name_of(step.actor)}"
    return f"{said}：{step.note}" if step.note else said


PAGE: Page = Page(PageName.ISSUED, read, view, paper, offers=frozenset({"step", "export"}))
"""已出报告."""
