from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mediation_tui.errors import MediationError
from mediation_tui.exchange.archive import import_archive
from mediation_tui.exchange.refusals import told
from mediation_tui.model import events as happened
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Category,
    Entruster,
    Exit,
    Level,
    Outcome,
    PartyKind,
    RefusalGround,
    Side,
    Source,
    State,
)
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY
from tests.exchange.intake import Intake
from tests.exchange.ledgers import HEAD, row


def test_a_row_becomes_a_case_from_registration_to_closing(intake: Intake) -> None:
    outcome = intake.bring(row())
    case = intake.case()
    assert (outcome.new, outcome.changed, outcome.same, outcome.refused) == (1, 0, 0, 0)
    assert (case.state, case.outcome, case.category) == (State.CLOSED, Outcome.AGREED, Category.NEIGHBOURS)
    assert (case.received_on, case.accepted_on) == (date(2026, 1, 5), date(2026, 1, 5))
    assert (case.concluded_on, case.closed_on) == (date(2026, 1, 20), date(2026, 1, 20))
    assert (case.versus, case.mediators, case.serial) == ("马某龙 ↔ 李某", ("m1",), 1)
    assert case.imported_from == "台账.csv 第2行"
    assert list(intake.book.check()) == []


def test_every_event_of_an_old_row_is_a_late_entry(intake: Intake) -> None:
    case = intake.only()
    assert case.longest_lag == (TODAY - date(2026, 1, 5)).days
    assert intake.book.rules.is_late(case.registration_lag)


def test_the_row_is_kept_word_for_word(intake: Intake) -> None:
    case = intake.only(applicants="马某龙、韩某", cause="邻里 纠纷")
    notes = [e.data.text for e in intake.book.events(case.id) if isinstance(e.data, happened.NoteAdded)]
    assert len(notes) == 1
    assert "申请人：马某龙、韩某" in notes[0]
    assert "案由：邻里 纠纷" in notes[0]
    assert "适用程序：人民调解" in notes[0]


@pytest.mark.parametrize(
    ("manner", "outcome", "form"),
    [
        ("调解成功", Outcome.AGREED, AgreementForm.WRITTEN),
        ("达成协议", Outcome.AGREED, AgreementForm.WRITTEN),
        ("书面协议", Outcome.AGREED, AgreementForm.WRITTEN),
        ("口头协议", Outcome.AGREED, AgreementForm.ORAL),
        ("调解成功（口头）", Outcome.AGREED, AgreementForm.ORAL),
        ("和解", Outcome.AGREED, AgreementForm.WRITTEN),
        ("经调解达成协议", Outcome.AGREED, AgreementForm.WRITTEN),
        ("调解不成，已告知", Outcome.FAILED, None),
        ("终止调解 （已告知）", Outcome.FAILED, None),
        ("撤回申请", Outcome.WITHDRAWN, None),
        ("双方自行和解", Outcome.WITHDRAWN, None),
        ("移送法院", Outcome.TRANSFERRED, None),
    ],
)
def test_the_manner_of_closing_is_the_outcome(
    intake: Intake, manner: str, outcome: Outcome, form: AgreementForm | None
) -> None:
    case = intake.only(manner=manner)
    assert (case.state, case.outcome) == (State.CLOSED, outcome)
    assert (case.agreement.form if case.agreement else None) == form


@pytest.mark.parametrize(
    ("manner", "went"),
    [
        ("调解不成（已告知），起诉", Exit.COURT),
        ("调解不成；已告知；引导仲裁", Exit.ARBITRATION),
        ("移送派出所处理", Exit.POLICE),
        ("转交信访局", Exit.PETITION),
        ("移交镇政府", Exit.ADMINISTRATION),
    ],
)
def test_where_it_went_is_recorded_as_the_sheet_says(intake: Intake, manner: str, went: Exit) -> None:
    assert intake.only(manner=manner).exit is went


def test_a_failure_whose_sheet_is_silent_on_the_routes_says_so(intake: Intake) -> None:
    outcome = intake.bring(row(manner="调解不成"))
    (failed,) = [
        event.data
        for event in intake.book.events(intake.case().id)
        if isinstance(event.data, happened.MediationFailed)
    ]
    assert not failed.routes_told
    assert "据导入台账，未载告知途径" in failed.explanation
    assert any("未载" in note for note in outcome.notes)


def test_a_refusal_keeps_its_ground_and_is_never_accepted(intake: Intake) -> None:
    case = intake.only(manner="不予受理（法院已受理），已告知")
    assert (case.outcome, case.accepted_on) == (Outcome.NOT_ACCEPTED, None)
    (refused,) = [e.data for e in intake.book.events(case.id) if isinstance(e.data, happened.NotAccepted)]
    assert refused.ground is RefusalGround.TAKEN


@pytest.mark.parametrize(
    ("manner", "says"),
    [
        ("没有调解成功", "看不懂"),
        ("其他", "看不懂"),
        ("书面", "没有写明结果"),
        ("调解成功，移送法院", "不是同一种结果"),
        ("调解不成（口头）", "不是同一种结果"),
        ("不予受理", "要写明不予受理的理由"),
    ],
)
def test_a_manner_that_would_have_to_be_guessed_is_refused(intake: Intake, manner: str, says: str) -> None:
    refusal = intake.refusal(row(manner=manner))
    assert refusal.startswith("第 2 行：“结案方式*”")
    assert says in refusal


def test_unknown_manners_are_answered_with_the_known_words(intake: Intake) -> None:
    assert "调解成功、" in intake.refusal(row(manner="算了"))


@pytest.mark.parametrize(
    ("cause", "category"),
    [
        ("婚姻家庭纠纷", Category.FAMILY),
        ("邻里纠纷", Category.NEIGHBOURS),
        ("相邻关系纠纷", Category.NEIGHBOURS),
        ("民间借贷", Category.CONTRACT),
        ("土地承包", Category.LAND),
        ("机动车交通事故责任纠纷", Category.TRAFFIC),
        ("拖欠农民工工资纠纷", Category.MIGRANT_WAGES),
        ("因排水引发的矛盾", Category.NEIGHBOURS),
        ("其他纠纷", Category.OTHER),
    ],
)
def test_the_cause_is_the_category(intake: Intake, cause: str, category: Category) -> None:
    assert intake.only(cause=cause).category is category


def test_a_cause_nobody_knows_becomes_other_and_is_told(intake: Intake) -> None:
    outcome = intake.bring(row(1, cause="怪事"), row(2, cause="怪事"), row(3, cause="离婚、打架"))
    assert [intake.case(serial).category for serial in (1, 2, 3)] == [Category.OTHER] * 3
    assert "怪事" in intake.case().summary
    assert "2 种案由未能归类，记作“其他”：怪事、离婚、打架" in outcome.notes


@pytest.mark.parametrize(
    ("cell", "names", "people"),
    [
        ("马某龙、韩某", ["马某龙", "韩某"], None),
        ("马某龙；韩某，李梅", ["马某龙", "韩某", "李梅"], None),
        ("马某龙和韩某某", ["马某龙", "韩某某"], None),
        ("李和平", ["李和平"], None),
        ("才让·卓玛", ["才让·卓玛"], None),
        ("马某龙等5人", ["马某龙"], 6),
        ("马某龙、韩某等三人", ["马某龙", "韩某"], 4),
        ("马某龙（户主）", ["马某龙"], None),
        ("阿卜杜拉 买买提", ["阿卜杜拉 买买提"], None),
    ],
)
def test_several_names_in_a_cell_are_told_apart_where_nobody_could_doubt(
    intake: Intake, cell: str, names: list[str], people: int | None
) -> None:
    case = intake.only(applicants=cell)
    assert [party.name for party in case.parties if party.side is Side.APPLICANT] == names
    assert case.people == people


def test_names_that_may_be_one_or_two_people_stay_together_and_are_told(intake: Intake) -> None:
    outcome = intake.bring(row(applicants="马和李四"))
    assert intake.case().parties[0].name == "马和李四"
    assert any("看不出是一人还是几人" in note and "马和李四" in note for note in outcome.notes)


@pytest.mark.parametrize(
    "unit", ["青海和美建筑有限公司", "上庄村村民委员会", "共和镇中心小学", "共和镇供销与农资商店"]
)
def test_units_are_recognised_and_never_cut(intake: Intake, unit: str) -> None:
    party = intake.only(respondents=unit).parties[1]
    assert (party.kind, party.name) == (PartyKind.ORGANISATION, unit)


def test_fewer_people_than_names_are_refused(intake: Intake) -> None:
    assert "写了 2 人，却列了 3 个名字" in intake.refusal(row(applicants="甲某、乙某、丙某等2人"))


@pytest.mark.parametrize(
    "shape",
    ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "20260105", "46027", "２０２６－０１－０５"],
)
def test_dates_are_read_in_every_shape(intake: Intake, shape: str) -> None:
    assert intake.only(accepted=shape).accepted_on == date(2026, 1, 5)


def test_dates_and_numbers_a_spreadsheet_keeps_are_read(intake: Intake, xlsx: Callable[..., Path]) -> None:
    file = xlsx(HEAD, row(accepted=date(2026, 1, 5), closed=46042))
    assert import_archive(intake.desk, file).new == 1
    assert (intake.case().accepted_on, intake.case().closed_on) == (date(2026, 1, 5), date(2026, 1, 20))


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"accepted": "1月5日"}, "日期没有写年份"),
        ({"accepted": "2026-02-30"}, "没有 2026 年 2 月 30 日这一天"),
        ({"accepted": "2026-01-05至2026-01-08"}, "看不懂这个日期"),
        ({"closed": "2026-01-04"}, "早于受理时间（2026-01-05）"),
        ({"closed": "2026-03-03"}, "不能在今天（2026-03-02）以后"),
        ({"closed": ""}, "“结案时间*”必填"),
        ({"applicants": ""}, "“申请人*”必填"),
        ({"respondents": "、"}, "“被申请人*”没有写姓名或名称"),
        ({"cause": ""}, "“案由*”必填"),
        ({"handlers": "-"}, "“承办人员*”必填"),
        ({"procedure": ""}, "“适用程序*”必填"),
        ({"manner": ""}, "“结案方式*”必填"),
        ({"number": ""}, "“案号*”必填"),
        ({"applicants": "马某😀"}, "名称里不能有符号"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_written(
    intake: Intake, cells: dict[str, object], says: str
) -> None:
    refusal = intake.refusal(row(1), row(2, **cells))
    assert refusal.startswith("第 3 行：")
    assert says in refusal
    assert intake.book.count(EVERYTHING) == 0


def test_everything_wrong_with_a_row_is_said_at_once(intake: Intake) -> None:
    refusal = intake.refusal(row(accepted="昨天", manner="算了", applicants=""))
    assert "受理时间" in refusal
    assert "结案方式" in refusal
    assert "申请人" in refusal


def test_all_bad_rows_are_kept_and_the_first_ten_told(intake: Intake) -> None:
    outcome = intake.bring(*(row(serial, closed="x") for serial in range(1, 15)))
    assert [error.row for error in outcome.errors] == list(range(2, 16))
    assert outcome.refused == 14
    assert told(outcome.errors)[-1] == "还有 4 行有错"


def test_an_open_dispute_waits_without_a_closing_date(intake: Intake) -> None:
    case = intake.only(manner="调解中", closed="")
    assert case.state is State.ACCEPTED
    assert "却说还没有结案" in intake.refusal(row(2, manner="调解中"))


PLACED = (*HEAD, "村（社区）", "网格", "地点", "备注")


@pytest.mark.parametrize(
    ("cells", "village", "grid"),
    [
        (("上庄村", "", ""), "v1", None),
        (("上庄", "", ""), "v1", None),
        (("共和镇上庄村", "", ""), "v1", None),
        (("上庄村村委会", "", ""), "v1", None),
        (("上庄大队", "", ""), "v1", None),
        (("南坡社区居委会", "", ""), "v3", None),
        (("上庄村", "第二网格", ""), "v1", "g2"),
        (("上庄村", "2网格", ""), "v1", "g2"),
        (("", "上庄村一网格", ""), "v1", "g1"),
        (("", "二网格", ""), "v1", "g2"),
        (("", "", "青海省湟中区共和镇下河村村口"), "v2", None),
    ],
)
def test_the_place_is_read_from_whichever_column_tells(
    intake: Intake, cells: tuple[str, str, str], village: str, grid: str | None
) -> None:
    outcome = intake.bring([*row(number="老案1"), *cells, ""], head=PLACED)
    assert outcome.errors == ()
    case = intake.book.case(intake.book.find("老案1"))
    assert (case.village, case.grid, case.level_received) == (village, grid, Level.VILLAGE)
    assert case.committee == f"c{village[1:]}"


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (("北山村", "", ""), "本镇没有这个村（社区）：北山村"),
        (("上庄村", "九网格", ""), "没有这个网格：九网格"),
        (("", "一网格", ""), "不止一个村有这个网格"),
        (("", "", "河边"), "认不出是哪个村"),
        (("", "", "上庄村与下河村交界"), "不止一个村"),
    ],
)
def test_a_place_the_town_does_not_have_is_refused(
    intake: Intake, cells: tuple[str, str, str], says: str
) -> None:
    assert says in intake.refusal([*row(), *cells, ""], head=PLACED)


def test_a_sheet_of_another_town_is_refused(intake: Intake) -> None:
    assert "不是共和镇" in intake.refusal([*row(), "李家山镇"], head=(*HEAD, "所属镇"))


def test_without_any_place_the_case_stays_at_the_town_desk_and_this_is_said(intake: Intake) -> None:
    outcome = intake.bring(row(cause="上庄村邻里纠纷"))
    case = intake.case()
    assert (case.village, case.level_received, case.level_resolved) == (None, Level.TOWN, Level.TOWN)
    assert "1 件没有写明村（社区），记在镇上" in outcome.notes


def test_the_village_given_for_the_sheet_serves_rows_that_name_none(intake: Intake) -> None:
    head = (*HEAD, "村（社区）")
    outcome = intake.bring([*row(1), ""], [*row(2), "下河村"], head=head, village="上庄村")
    assert outcome.errors == ()
    assert (intake.case(1).village, intake.case(2).village) == ("v1", "v2")


def test_an_unknown_village_for_the_sheet_is_refused_before_anything(intake: Intake) -> None:
    with pytest.raises(MediationError, match="北山村"):
        intake.bring(row(), village="北山村")


@pytest.mark.parametrize(
    ("procedure", "source", "entruster"),
    [
        ("人民调解", Source.FOUND, None),
        ("依申请", Source.APPLIED, None),
        ("主动调解", Source.FOUND, None),
        ("法院委托", Source.ENTRUSTED, Entruster.COURT),
        ("警调对接", Source.ENTRUSTED, Entruster.POLICE),
    ],
)
def test_the_source_is_only_what_the_sheet_says(
    intake: Intake, procedure: str, source: Source, entruster: Entruster | None
) -> None:
    case = intake.only(procedure=procedure)
    assert (case.source, case.entruster, case.applied_on) == (source, entruster, None)


def test_people_not_on_the_roster_stay_in_the_note(intake: Intake) -> None:
    outcome = intake.bring(row(handlers="王生财、外来人"))
    assert intake.case().mediators == ("m1",)
    assert any("外来人" in note for note in outcome.notes)


def test_columns_without_a_home_are_kept_in_the_note(intake: Intake) -> None:
    outcome = intake.bring([*row(), "", "", "", "领导批示"], head=PLACED)
    texts = [
        e.data.text for e in intake.book.events(intake.case().id) if isinstance(e.data, happened.NoteAdded)
    ]
    assert "备注：领导批示" in texts[0]
    assert any("备注" in note for note in outcome.notes)


def test_amounts_under_a_heading_in_ten_thousands_are_yuan(intake: Intake) -> None:
    intake.bring([*row(1), "1.2"], [*row(2), "3000元"], head=(*HEAD, "涉及金额（万元）"))
    assert (intake.case(1).amount, intake.case(2).amount) == (12000, 3000)
