"""A frozen report as the sheet that was signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from mediation_tui.clock import BEIJING
from mediation_tui.figures.figure import UNKNOWN, Ratio
from mediation_tui.figures.issued.freezing import TOTAL
from mediation_tui.i18n import _
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import Changes, FrozenFigure, Report, ReportState, ReportStep
from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.heads import Head
from mediation_tui.papers.issued.places import heads_of, is_by_item
from mediation_tui.papers.sheet import Row, RowKind, Sheet, Signer, UnitLine

_SHOWN = 16
"""Characters of a digest that are printed; enough to tell two reports apart by eye."""


def issued_sheet(report: Report, steps: Sequence[ReportStep], people: Sequence[Person]) -> Sheet:
    """The table as it was frozen, with the way it took.

    Args:
        report: What it says.
        steps: Its steps, in their order.
        people: The roster, for the names of whoever took them.
    """
    names = {person.id: str(person.name) for person in people}
    return Sheet(
        title=report.title,
        heads=heads_of(report, _("名称")),
        rows=tuple(_rows(report)),
        name=_("统计表"),
        unit_line=UnitLine(report.office, Period(report.first, report.last).label, report.unit),
        notes=(*report.notes, *_way(steps, names), *_basis(report)),
        signers=tuple(_signers(steps, names)),
    )


def changes_sheet(changes: Changes) -> Sheet:
    """What became of a signed report since, line by line (补录、更正).

    Args:
        changes: What is different.
    """
    heads = (_("行"), _("栏"), _("签发时"), _("现在"), _("补录"), _("更正"))
    nothing = () if changes.changes else (_("没有变化。"),)
    return Sheet(
        title=_("对《{title}》的补录和更正").format(title=changes.title),
        heads=tuple(Head(text) for text in heads),
        rows=tuple(
            Row(
                (
                    change.line_name,
                    change.column_name,
                    change.before,
                    change.after,
                    _cases(change.late, changes.numbers),
                    _cases(change.corrected, changes.numbers),
                )
            )
            for change in changes.changes
        ),
        name=_("补录更正"),
        notes=(
            *nothing,
            _(
                "补录：期内的案件或事项，统计以后才记下的。更正：统计时已经记下、后来改了的，以及期后发生的事（如后来"
                "不履行）。签发的报表不改动。"
            ),
        ),
    )


def _cases(cases: Sequence[str], numbers: Mapping[str, str]) -> str:
    return _("、").join(numbers[case] for case in cases)


def _rows(report: Report) -> Iterator[Row]:
    lines: dict[str, list[FrozenFigure]] = {}
    for figure in report.figures:
        lines.setdefault(figure.line, []).append(figure)
    for number, (code, figures) in enumerate(lines.items(), 1):
        name = f"{number}. {figures[0].line_name}" if is_by_item(report) else figures[0].line_name
        cells: tuple[Cell, ...] = tuple(map(_cell, figures))
        yield Row((name, *cells), RowKind.TOTAL if code == TOTAL else RowKind.BODY)


def _cell(figure: FrozenFigure) -> Cell:
    """A number where it would be printed as it was signed; the text that was signed where it would not."""
    value = figure.value
    if isinstance(value, int):
        return value
    if value is None:
        return None if figure.text == UNKNOWN else figure.text
    parts = str(value).split("/")
    cell = Ratio(*map(int, parts)) if len(parts) == 2 else Decimal(value)
    return cell if text_of(cell) == figure.text else figure.text


def _way(steps: Sequence[ReportStep], names: Mapping[str, str]) -> Iterator[str]:
    """The steps, one to a line."""
    for step in steps:
        at = f"{step.at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
        said = _("{n}. {state}：{actor}，{at}").format(
            n=step.number, state=step.state.label, actor=names.get(step.actor, step.actor), at=at
        )
        if step.state is ReportState.ISSUED:
            said += _("，签发人 {signer}，签发日期 {day}").format(signer=step.signer, day=step.signed_on)
        yield said + (_("（{note}）").format(note=step.note) if step.note else "")


def _basis(report: Report) -> Iterator[str]:
    at = f"{report.as_of.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    yield _("{dates}；截止 {instant}（北京时间）；由 mediation-tui {version} 统计。").format(
        dates=report.date_basis, instant=at, version=report.counted_by
    )
    yield _("校验码 {digest}；事件位置 {positions}。").format(
        digest=report.digest[:_SHOWN],
        positions=_("、").join(f"{origin} {end}" for origin, end in report.positions.items()),
    )
    if report.against and report.against.changes:
        n = len(report.against.changes)
        yield _("《{title}》签发以后有 {n} 处补录或更正，列在“补录更正”表里。").format(
            title=report.against.title, n=n
        )


def _signers(steps: Sequence[ReportStep], names: Mapping[str, str]) -> Iterator[Signer]:
    signed = next((step for step in steps if step.state is ReportState.ISSUED), None)
    reviewed = next((step for step in reversed(steps) if step.state is ReportState.REVIEWED), None)
    yield Signer(_("签发人"), signed.signer if signed else "")
    yield Signer(_("审核人"), names.get(reviewed.actor, reviewed.actor) if reviewed else "")
    yield Signer(_("制表人"), names.get(steps[0].actor, steps[0].actor))
