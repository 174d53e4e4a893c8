from __future__ import annotations

from datetime import date

import pytest

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import (
    Category,
    Source,
    State,
)
from mediation_tui.rules.filing import missing_papers
from mediation_tui.store.filters import EVERYTHING
from tests.builders import an_entry
from tests.exchange.intake import Intake
from tests.exchange.ledgers import HEAD, number, row


def test_the_same_file_twice_changes_nothing(intake: Intake) -> None:
    rows = [row(1), row(2, manner="撤回申请"), row(3, manner="调解中", closed="")]
    intake.bring(*rows)
    position = intake.book.position()
    outcome = intake.bring(*rows)
    assert (outcome.new, outcome.changed, outcome.same) == (0, 0, 3)
    assert intake.book.position() == position


def test_a_number_is_the_same_however_it_is_spelt(intake: Intake) -> None:
    intake.bring(row())
    outcome = intake.bring(row(number="(2026) 共和民调字第 001 号"))
    assert (outcome.new, outcome.changed, outcome.same) == (0, 0, 1)
    assert intake.book.count(EVERYTHING) == 1


def test_a_dry_run_counts_the_same_and_writes_nothing(intake: Intake) -> None:
    intake.bring(row(1), row(2))
    rows = (row(1), row(2, cause="离婚纠纷"), row(3))
    before = intake.book.position(), [*intake.book.facts(EVERYTHING)]
    dry = intake.bring(*rows, dry_run=True)
    assert (intake.book.position(), [*intake.book.facts(EVERYTHING)]) == before
    assert dry == intake.bring(*rows)
    assert (dry.new, dry.changed, dry.same) == (1, 1, 1)


def test_a_repeated_row_counts_once_and_a_contradicting_one_is_refused(intake: Intake) -> None:
    outcome = intake.bring(row(1), [99, *row(1)[1:]])
    assert (outcome.new, outcome.refused) == (1, 0)
    assert any("只算一次：第 3 行" in note for note in outcome.notes)
    assert "与第 2 行案号相同，内容却不同" in intake.refusal(row(2), row(2, respondents="别人"))


def test_a_changed_row_of_a_closed_case_is_a_correction_that_keeps_what_was_there(intake: Intake) -> None:
    intake.bring(row())
    outcome = intake.bring(row(cause="离婚纠纷", applicants="马某虎、韩某"))
    case = intake.case()
    assert (outcome.changed, case.category, case.versus) == (1, Category.FAMILY, "马某虎、韩某 ↔ 李某")
    corrected = [e.data for e in intake.book.events(case.id) if isinstance(e.data, happened.DetailsCorrected)]
    assert {data.before for data in corrected} >= {"neighbours"}
    assert {data.reason for data in corrected} == {"导入台账更正"}
    assert EventKind.PARTY_CORRECTED in intake.kinds(case)
    assert EventKind.PARTY_ADDED in intake.kinds(case)
    assert intake.bring(row(cause="离婚纠纷", applicants="马某虎、韩某")).same == 1


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"accepted": "2026-01-06"}, "受理时间已记为 2026-01-05"),
        ({"closed": "2026-01-21"}, "结案时间已记为 2026-01-20"),
        ({"manner": "撤回申请"}, "结果已记为“达成协议”"),
        ({"manner": "口头协议"}, "结果已记为“达成协议”"),
        ({"manner": "调解中", "closed": ""}, "台账却写还没有结案"),
        ({"handlers": "李玉兰"}, "不能做“指派调解员”"),
    ],
)
def test_what_has_happened_cannot_be_imported_away(
    intake: Intake, cells: dict[str, object], says: str
) -> None:
    intake.bring(row())
    assert says in intake.refusal(row(**cells))


def test_a_party_cannot_be_imported_away(intake: Intake) -> None:
    intake.bring(row(applicants="马某龙、韩某"))
    assert "已登记的当事人不能去掉：韩某" in intake.refusal(row(applicants="马某龙"))


def test_an_open_case_goes_on_when_the_sheet_tells_its_end(intake: Intake) -> None:
    intake.bring(row(manner="调解中", closed="", handlers="王生财"))
    outcome = intake.bring(row(manner="口头协议", closed="2026-02-01", handlers="王生财、李玉兰"))
    case = intake.case()
    assert (outcome.changed, case.state, case.closed_on) == (1, State.CLOSED, date(2026, 2, 1))
    assert case.mediators == ("m1", "m2")


def test_a_correction_made_by_hand_survives_the_same_sheet(intake: Intake) -> None:
    intake.bring(row())
    intake.desk.correct(intake.case().id, {happened.Correctable.CATEGORY: Category.LAND}, "看错了")
    assert intake.bring(row()).same == 1
    assert intake.case().category is Category.LAND


def test_an_archived_case_stays_as_it_is(intake: Intake) -> None:
    intake.bring(row())
    gaps = [happened.Gap(paper=paper, reason="纸质卷宗另存") for paper in missing_papers(intake.case())]
    intake.desk.record(intake.case().id, happened.Archived(retention="短期", gaps=tuple(gaps)))
    assert intake.bring(row()).same == 1
    assert "已归档" in intake.refusal(row(cause="离婚纠纷"))


def test_a_dispute_the_office_registered_itself_is_recognised_by_its_number(intake: Intake) -> None:
    registered = intake.desk.register(an_entry(applied_on=None, source=Source.FOUND), date(2026, 1, 5))
    names = [party.name for party in registered.parties]
    outcome = intake.bring(row(applicants=names[0], respondents=names[1], number=registered.number))
    case = intake.book.case(registered.id)
    assert (outcome.new, outcome.changed) == (0, 1)
    assert (case.village, case.state, len(case.parties)) == ("v1", State.CLOSED, 2)


def test_committees_with_a_series_of_their_own_may_use_one_number_each(intake: Intake) -> None:
    head = (*HEAD, "村（社区）")
    outcome = intake.bring([*row(number="1号"), "上庄村"], [*row(number="1号"), "南坡社区"], head=head)
    assert (outcome.new, outcome.refused) == (2, 0)


def test_a_row_without_a_place_finds_its_case_anywhere_in_the_series(intake: Intake) -> None:
    intake.bring([*row(), "上庄村"], head=(*HEAD, "村（社区）"))
    outcome = intake.bring(row(cause="离婚纠纷"))
    assert (outcome.new, outcome.changed) == (0, 1)
    assert (intake.case().village, intake.case().category) == ("v1", Category.FAMILY)


def test_a_number_taken_in_is_not_given_again(intake: Intake) -> None:
    intake.bring(row(7))
    assert intake.desk.register(an_entry()).number == number(8)


def test_a_voided_number_cannot_come_back(intake: Intake) -> None:
    case = intake.desk.register(an_entry())
    intake.desk.record(case.id, happened.Voided(reason="登记错误"))
    assert "已作废" in intake.refusal(row(1))
