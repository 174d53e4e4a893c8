from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.errors import SheetError
from mediation_tui.exchange.archive import import_archive
from mediation_tui.store.filters import EVERYTHING
from tests.exchange.intake import Intake
from tests.exchange.ledgers import HEAD, Row, csv_of, row


def test_titles_sums_and_signatures_are_no_cases(intake: Intake) -> None:
    file = csv_of(
        intake.folder, [HEAD, row(), ["合计", 1], ["制表人：王"]], head=["共和镇台账"], encoding="utf-8-sig"
    )
    outcome = import_archive(intake.desk, file)
    assert (outcome.new, intake.case().imported_from) == (1, "台账.csv 第3行")
    assert any("没有当作案件" in note for note in outcome.notes)


@pytest.mark.parametrize("heading", ["申请人*", "案由*", "结案方式*", "案号*"])
def test_a_sheet_without_a_needed_heading_is_refused(intake: Intake, heading: str) -> None:
    head = ["无关" if each == heading else each for each in HEAD]
    with pytest.raises(SheetError, match=heading.removesuffix("*")):
        intake.bring(row(), head=head)


def test_a_sheet_without_rows_is_refused(intake: Intake) -> None:
    with pytest.raises(SheetError, match="没有一行案件"):
        intake.bring()


def test_a_tab_that_is_not_there_is_named_with_those_that_are(
    intake: Intake, xlsx: Callable[..., Path]
) -> None:
    file = xlsx(HEAD, row())
    with pytest.raises(SheetError, match=r"没有工作表“二月”.*台账"):
        import_archive(intake.desk, file, sheet="二月")
    assert import_archive(intake.desk, file, sheet="台账").new == 1


def test_a_number_kept_as_a_long_figure_is_refused(intake: Intake, xlsx: Callable[..., Path]) -> None:
    outcome = import_archive(intake.desk, xlsx(HEAD, row(number=630122199001011234)))
    assert "末几位已经丢失" in outcome.errors[0].sentence


MANNERS = {
    "调解成功": ("agreed", None),
    "口头协议": ("agreed", None),
    "调解不成，已告知": ("failed", "nowhere"),
    "调解不成，已告知，起诉": ("failed", "court"),
    "撤回": ("withdrawn", None),
    "移送法院": ("transferred", "court"),
    "调解中": (None, None),
}
CAUSES = {"邻里纠纷": "neighbours", "离婚": "family", "民间借贷纠纷": "contract", "说不清": "other"}
PLACES = {"上庄村": "v1", "下河村": "v2", "南坡社区": "v3", "": None}
ledgers = st.lists(
    st.tuples(
        st.sampled_from([*MANNERS]),
        st.sampled_from([*CAUSES]),
        st.sampled_from([*PLACES]),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None)
@given(first=ledgers, second=ledgers)
def test_the_book_counts_what_the_sheet_counts(
    first: list[tuple[str, str, str, int]], second: list[tuple[str, str, str, int]]
) -> None:
    def lines(ledger: list[tuple[str, str, str, int]], start: int) -> list[Row]:
        return [
            [
                *row(
                    serial,
                    manner=manner,
                    cause=cause,
                    accepted=f"2026-01-{1 + days % 28:02}",
                    closed="" if manner == "调解中" else "2026-02-10",
                ),
                place,
            ]
            for serial, (manner, cause, place, days) in enumerate(ledger, start)
        ]

    with TemporaryDirectory() as folder:
        intake = Intake(Path(folder))
        head = (*HEAD, "村（社区）")
        for ledger, start in ((first, 1), (second, 1 + len(first))):
            dry = intake.bring(*lines(ledger, start), head=head, dry_run=True)
            assert dry == intake.bring(*lines(ledger, start), head=head)
            assert dry.new == len(ledger)
            assert intake.bring(*lines(ledger, start), head=head).same == len(ledger)
        expected = Counter(
            (*MANNERS[manner], CAUSES[cause], PLACES[place]) for manner, cause, place, _ in first + second
        )
        found = Counter(
            (facts.outcome, facts.exit, facts.category, facts.village)
            for facts in intake.book.facts(EVERYTHING)
        )
        assert found == expected
        assert list(intake.book.check()) == []
        intake.book.close()
