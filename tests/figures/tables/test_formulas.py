"""Every number of a table says what it is, how it was counted, of which period and in what unit."""

from __future__ import annotations

from decimal import Decimal

from mediation_tui.figures.figure import NONE
from mediation_tui.figures.population import Population
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.registers import UNKNOWN, Registers
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.making import TableMaker
from mediation_tui.figures.tables.reading import described
from mediation_tui.figures.tables.sets import first_accepted_on
from mediation_tui.figures.tables.table import Table
from mediation_tui.figures.telling import note_of
from mediation_tui.i18n import use
from mediation_tui.model import events as happened
from mediation_tui.model.consultation import Consultation
from mediation_tui.model.screening import RoundKind, Screening
from mediation_tui.model.vocabulary import Averted, Category
from mediation_tui.rules.crosswalk import shipped_crosswalk
from tests.builders import Walk, an_entry
from tests.figures.tables.clerk import Walked
from tests.figures.tables.stories import BY_HAND, FAILED, MARCH, K, day, lived
from tests.registers import a_question, a_round

OWN = described("""
id = "own"
title = "{town}统计表"
title_en = "Figures of {town}"
unit = "件"
lines = "villages"
only = { mediation_kind = "people" }

[[item]]
id = "all"
heading = ["合计", "总数"]
heading_en = ["Together", "all"]
among = "in_hand"

[[item]]
id = "some"
heading = ["其中", "两类（{all}）"]
heading_en = ["Of them", "two kinds ({all})"]
among = "concluded"
where = { category = ["family", "neighbours"], level = "village" }
people_from = 1
people_below = 50
count = "parties"

[[item]]
id = "money"
heading = "万元"
among = "agreed"
count = "money_wan"

[[item]]
id = "agreed"
heading = "达成"
among = "agreed"
where = { resolved_at = ["grid", "village"] }
shown = false

[[item]]
id = "rate"
heading = ["率", "成功率"]
ratio = ["agreed", "all"]

[[item]]
id = "rounds"
heading = ["排查", "次数"]
among = "screened"
count = "rounds"

[[item]]
id = "special"
heading = ["排查", "集中"]
among = "screened"
where = { round = "concentrated" }
count = "rounds"

[[item]]
id = "share"
heading = ["排查", "集中率"]
ratio = ["special", "rounds"]

[[item]]
id = "each"
heading = "每次件数"
ratio = ["all", "rounds"]

[[item]]
id = "owed"
heading = "未报"
among = "screened"
count = "unreported"

[[item]]
id = "asked"
heading = "咨询"
among = "consulted"
count = "questions"

[[item]]
id = "screened"
heading = "多人"
among = "screened"
people_from = 3

[[item]]
id = "averted"
heading = "防止犯罪"
among = "averted"
where = { averted = "crime" }
count = "averted_people"

[[item]]
id = "any"
heading = "防止"
among = "averted"
count = "averted_people"

[[item]]
id = "people"
heading = "人数"
among = "in_hand"
count = "people"

[[item]]
id = "yuan"
heading = "金额"
among = "in_hand"
count = "money"

[[item]]
id = "land"
heading = "土地"
among = "averted"
where = { category = "land", averted = "crime" }
count = "averted_people"
""")

BY_ITEM = described("""
id = "own"
title = "{town}统计表"
unit = "件"
lines = "items"
across = ["town", "village"]

[[item]]
id = "agreed"
heading = ["合计", "达成"]
among = "agreed"

[[item]]
id = "all"
heading = ["合计", "总数"]
among = "in_hand"

[[item]]
id = "rate"
heading = "成功率"
ratio = ["agreed", "all"]

[[item]]
id = "rounds"
heading = "次数"
among = "screened"
count = "rounds"

[[item]]
id = "each"
heading = "每次件数"
ratio = ["all", "rounds"]
""")

CRIME = happened.PreventionNoted(averted=Averted.CRIME, people=3, ground="持械")


def table(registers: Registers = UNKNOWN, description: TableDescription = OWN) -> Table:
    """A quarrel settled before it came to a fight, one about land that was not, and what the registers say."""
    quarrel = an_entry(amount=Decimal("80050"), people=7)
    land = an_entry(category=Category.LAND, amount=Decimal("1234.50"))
    walked = Walked((lived(1, CRIME, BY_HAND, entry=quarrel), lived(2, FAILED, entry=land)))
    population = Population(walked.facts(), PeriodFigures(walked, MARCH).basis, lambda: registers)
    return TableMaker(description, walked.town, shipped_crosswalk(), population, population).table()


def told(table: Table) -> list[tuple[str, str, str]]:
    """What is said of each number of the last line: its note, itself, its unit."""
    return [(note_of(figure), figure.text, str(figure.unit)) for figure in table.lines[-1].figures]


def test_a_note_says_among_what_and_on_which_conditions_a_number_was_counted() -> None:
    made = table()
    assert told(made) == [
        ("总数：本期在手的纠纷（结转、新收、重新调解，不含作废）：件数，其中调解类型为人民调解。", "2", "件"),
        (
            "两类（2）：本期调结的纠纷：当事人数，其中调解类型为人民调解、纠纷类别为婚姻家庭、邻里、"
            "首接层级为村级、涉及 1 人及以上、涉及不到 50 人。",
            "2",
            "人",
        ),
        ("万元：本期达成协议的纠纷：涉及金额（万元），其中调解类型为人民调解。", "8.01", "万元"),
        ("成功率：达成 ÷ 总数。", "50.0 %（1/2）", "件"),
        ("次数：本期的排查：次数。", "—", "次"),
        ("集中：本期的排查：次数，其中排查种类为集中。", "—", "次"),
        ("集中率：集中 ÷ 次数。", "—", "次"),
        ("每次件数：总数 ÷ 次数。", "—", "件"),
        ("未报：本期的排查：未报次数。", "—", "次"),
        ("咨询：本期的法律咨询：咨询件数。", "—", "件"),
        ("多人：本期的排查：件数，其中调解类型为人民调解、涉及 3 人及以上。", "—", "件"),
        (
            "防止犯罪：本期记有预防效果的纠纷：预防效果涉及的人数，其中调解类型为人民调解、"
            "预防效果为防止民间纠纷转化为刑事案件。",
            "3",
            "人",
        ),
        ("防止：本期记有预防效果的纠纷：预防效果涉及的人数，其中调解类型为人民调解。", "3", "人"),
        (
            "人数：本期在手的纠纷（结转、新收、重新调解，不含作废）：涉及人数（未填的按当事人数），"
            "其中调解类型为人民调解。",
            "9",
            "人",
        ),
        (
            "金额：本期在手的纠纷（结转、新收、重新调解，不含作废）：涉及金额（元），其中调解类型为人民调解。",
            "81284.50",
            "元",
        ),
        (
            "土地：本期记有预防效果的纠纷：预防效果涉及的人数，其中调解类型为人民调解、纠纷类别为山林土地、"
            "预防效果为防止民间纠纷转化为刑事案件。",
            "0",
            "人",
        ),
    ]
    assert [(line.id, str(line.name)) for line in made.lines[-2:]] == [("", "镇级直接受理"), ("", "合计")]
    assert made.proposed == NONE, "nothing is sorted by governance types"
    figures = made.lines[-1].figures
    assert {figure.basis for figure in figures} == {made.basis}
    assert (figures[7].cases, figures[7].whole) == (figures[0].cases, NONE), "what is half known is no share"


def test_numbers_of_the_registers_rest_on_no_case_and_make_shares_too() -> None:
    rounds = [Screening.model_construct(round=a_round(kind=kind)) for kind in RoundKind]
    questions = (Consultation.model_construct(question=a_question()),)
    figures = table(Registers(tuple(rounds), (), questions)).lines[-1].figures[4:10]
    texts = ["3", "1", "33.3 %（1/3）", "66.7 %（2/3）", "0", "1"]
    assert [figure.text for figure in figures] == texts
    one, _other, share = figures[:3]
    assert (one.cases, one.whole, share.cases, share.whole) == (NONE, None, NONE, NONE)


def test_headings_and_title_are_said_in_the_language_of_the_reader() -> None:
    made = table()
    use("en")
    try:
        assert (str(made.title), str(made.corner)) == ("Figures of 共和镇", "Village")
        headings = [[str(heading) for heading in column.headings] for column in made.columns]
        assert headings[:3] == [["Together", "all"], ["Of them", "two kinds (2)"], ["10,000 yuan"]]
    finally:
        use("zh")


def test_where_every_item_has_a_line_its_numbers_are_called_by_its_heading() -> None:
    made = table(description=BY_ITEM)
    assert [str(column.headings[0]) for column in made.columns] == ["乡镇（街道）", "村（居）"]
    assert [(line.id, str(line.name)) for line in made.lines][:2] == [
        ("agreed", "合计 达成"),
        ("all", "合计 总数"),
    ]
    said = [[(str(figure.name), figure.text) for figure in line.figures] for line in made.lines]
    assert said == [
        [("达成", "0"), ("达成", "1")],
        [("总数", "0"), ("总数", "2")],
        [("成功率", "—"), ("成功率", "50.0 %（1/2）")],
        [("次数", "—"), ("次数", "—")],
        [("每次件数", "—"), ("每次件数", "—")],
    ]


def test_what_was_taken_up_again_was_accepted_when_it_was_first() -> None:
    walk = lived(1, FAILED).act(K.CLOSED).act(K.REOPENED, day(4, 9))
    assert first_accepted_on(walk.facts()) == day(3, 2)
    assert first_accepted_on(lived(2, FAILED).facts()) == day(3, 2)
    assert first_accepted_on(Walk.begun(an_entry(), day(3, 2)).facts()) is None
