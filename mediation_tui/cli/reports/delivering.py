"""Bringing a report to whoever asked for it: on the screen, or as a file."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_tui.cli.output import print_json, print_lines
from mediation_tui.cli.reports.asking import Output
from mediation_tui.i18n import _
from mediation_tui.papers.delimited import csv_lines
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper
from mediation_tui.papers.plain import plain_lines


def deliver(paper: Paper, output: Output, explanation: Iterable[str] = ()) -> None:
    """Print or save a report.

    Args:
        paper: The report.
        output: How it is wanted.
        explanation: Where its numbers come from, for the screen.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    if output.path:
        save_paper(output.path, PaperFormat(output.form), paper, overwrite=output.overwrite)
        print_lines([_("已写成：{path}").format(path=output.path)])
    elif output.form == PaperFormat.JSON:
        print_json(paper.values())
    elif output.form == PaperFormat.CSV:
        print_lines(line.rstrip("\r\n") for line in csv_lines(paper.sheet))
    else:
        print_lines(paper.reading or plain_lines(paper.sheet))
        print_lines(explanation)
