"""What a person may do with reports: draft them, have them reviewed, sign them, hand them in.

What was signed is never counted again; what came late is listed in the next report.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from mediation_tui.desk.stepping import Stepping
from mediation_tui.errors import NotFound, Refused, Stale
from mediation_tui.i18n import N_
from mediation_tui.model.reporting import Report, ReportState, ReportStep
from mediation_tui.rules import reporting
from mediation_tui.rules.registers import REPORTS
from mediation_tui.store.again import until_kept
from mediation_tui.store.book import Writing


class Reports(Stepping):
    """Taking reports step by step from a draft to what is handed in.

    Where `seen` is given it is the number of the step a decision was based on.
    """

    @until_kept
    def draft_report(self, report: Report, supersedes: str | None = None) -> ReportStep:
        """Begin a report with what was counted.

        Args:
            report: What was counted.
            supersedes: The returned report it answers, if it does.

        Raises:
            NotFound: There is no such report to answer.
            Refused: There is a report of that id already, or the one it is to answer was not returned.
        """
        with self.book.writing() as writing:
            if writing.steps(REPORTS, report.id):
                raise Refused(N_("这份报告已经起过稿了，请重新统计那一份。"))
            if supersedes is not None:
                self._check_answer(report, supersedes)
            said = {"report_id": report.id, "digest": report.digest, "report": report}
            return self._step(writing, (), ReportState.DRAFT, **said, supersedes=supersedes)

    @until_kept
    def recount_report(self, report_id: str, report: Report, seen: int | None = None) -> ReportStep:
        """Put what was counted again in the place of an earlier draft; a review has to be done again too.

        Raises:
            NotFound, Stale, Refused: As for `review_report`.
        """
        with self.book.writing() as writing:
            steps = self._standing(writing, report_id, seen)
            return self._step(writing, steps, ReportState.DRAFT, digest=report.digest, report=report)

    @until_kept
    def review_report(self, report_id: str, note: str = "", seen: int | None = None) -> ReportStep:
        """Say that a draft was looked through and may be signed.

        Raises:
            NotFound: There is no such report.
            Stale: Somebody took another step meanwhile.
            Refused: It does not stand where this step begins.
            InvalidEntry: What is entered cannot be recorded.
        """
        return self._onward(report_id, ReportState.REVIEWED, seen, note=note)

    @until_kept
    def issue_report(
        self, report_id: str, signer: str, signed_on: date, seen: int | None = None
    ) -> ReportStep:
        """Sign a reviewed report, which is never changed from then on.

        Args:
            report_id: Which.
            signer: Who signs: the head's name, as it is printed.
            signed_on: The date beside the signature.
            seen: The number of the step the decision was based on.

        Raises:
            NotFound, Stale, Refused, InvalidEntry: As for `review_report`.
        """
        return self._onward(report_id, ReportState.ISSUED, seen, signer=signer, signed_on=signed_on)

    @until_kept
    def submit_report(self, report_id: str, note: str = "", seen: int | None = None) -> ReportStep:
        """Say that an issued report was handed in.

        Raises:
            NotFound, Stale, Refused, InvalidEntry: As for `review_report`.
        """
        return self._onward(report_id, ReportState.SUBMITTED, seen, note=note)

    @until_kept
    def return_report(self, report_id: str, reason: str, seen: int | None = None) -> ReportStep:
        """Say that a report came back, and why; a new one that supersedes it answers it.

        Raises:
            NotFound, Stale, Refused, InvalidEntry: As for `review_report`.
        """
        return self._onward(report_id, ReportState.RETURNED, seen, note=reason)

    def _onward(self, report_id: str, state: ReportState, seen: int | None, **said: Any) -> ReportStep:
        """A step that leaves what the report says as it is."""
        with self.book.writing() as writing:
            return self._step(writing, self._standing(writing, report_id, seen), state, **said)

    def _step(
        self, writing: Writing, steps: Sequence[ReportStep], state: ReportState, **said: Any
    ) -> ReportStep:
        """Take the next step, with what a report's steps repeat."""
        plain: dict[str, Any] = {
            "signer": "",
            "signed_on": None,
            "note": "",
            "report": None,
            "supersedes": None,
        }
        repeated = {name: getattr(steps[-1], name) for name in ("digest", "supersedes")} if steps else {}
        return self._take(writing, REPORTS, steps, state=state, **plain | repeated | said)

    def _standing(self, writing: Writing, report_id: str, seen: int | None) -> tuple[ReportStep, ...]:
        """Where a report stands, if that is where it was seen."""
        steps = self._seen_steps(writing, REPORTS, report_id)
        if seen is not None and seen != steps[-1].number:
            raise Stale(
                N_("《{title}》刚被别人处理过，现在是“{state}”。请看过再做。"),
                title=reporting.drafted(steps).title,
                state=steps[-1].state,
                steps=tuple(step for step in steps if step.number > seen),
            )
        return steps

    def _check_answer(self, report: Report, supersedes: str) -> None:
        heads = self.book.reports()
        answered = next((head for head in heads if head.id == supersedes), None)
        if answered is None:
            raise NotFound(N_("没有这份报告：{report}。"), report=supersedes)
        reporting.check_answer(report.kind, answered, heads)
