"""From the ministry's kinds of dispute to the governance office's."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mediation_tui.model.events import Correctable
from mediation_tui.model.vocabulary import Category, Governance
from mediation_tui.rules.crosswalk import Crosswalk, shipped_crosswalk
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from tests.builders import Walk, an_entry

G = Governance
C = Category
NUMBERED = dict(enumerate(G, start=1))
PROPOSED = {
    17: (C.FAMILY, C.NEIGHBOURS, C.DAMAGES),
    5: (C.HOMESTEAD, C.LAND),
    6: (C.CONTRACT, C.BUSINESS, C.TOURISM, C.ONLINE_TRADE, C.CONSUMER),
    3: (C.EXPROPRIATION,),
    9: (C.POLLUTION,),
    18: (C.MEDICAL,),
    4: (C.PROPERTY_SERVICE,),
    7: (C.MIGRANT_WAGES, C.LABOUR),
    19: (C.TRAFFIC, C.OTHER),
}
ASKED = {
    C.DAMAGES: (12,),
    C.HOMESTEAD: (17, 4),
    C.CONTRACT: (16,),
    C.LAND: (16,),
    C.MIGRANT_WAGES: (8,),
    C.LABOUR: (8,),
    C.TRAFFIC: (17,),
    C.OTHER: (1, 2, 10, 11, 13, 14, 15),
}
"""As domain handbook §7.3 has it, by the numbers of the table's lines."""

CROSSWALK = shipped_crosswalk()


def test_every_kind_is_proposed_as_the_handbook_says() -> None:
    assert {category: CROSSWALK.proposed(category) for category in Category} == {
        category: NUMBERED[number] for number, categories in PROPOSED.items() for category in categories
    }


def test_it_is_asked_where_the_handbook_says_ask_and_nowhere_else() -> None:
    asked = {category: tuple(a.governance for a in CROSSWALK.asks(category)) for category in Category}
    assert asked == {
        category: tuple(NUMBERED[number] for number in ASKED.get(category, ())) for category in Category
    }
    assert CROSSWALK.asks(C.DAMAGES)[0].condition == "如在学校"


def test_every_line_of_the_governance_table_can_be_reached() -> None:
    reached = {CROSSWALK.proposed(category) for category in Category}
    reached |= {other.governance for category in Category for other in CROSSWALK.asks(category)}
    assert reached == set(Governance)


def test_a_question_is_open_until_the_office_has_answered_it() -> None:
    asked, answered = (
        Walk.begun(an_entry(category=C.OTHER, governance=answer)).facts() for answer in (None, G.JUDICIARY)
    )
    assert (CROSSWALK.settled(asked), CROSSWALK.open_question(asked)) == (G.OTHER, True)
    assert (CROSSWALK.settled(answered), CROSSWALK.open_question(answered)) == (G.JUDICIARY, False)
    assert not CROSSWALK.open_question(Walk.begun(an_entry(category=C.FAMILY)).facts())


def test_the_answer_may_be_given_later_and_taken_back() -> None:
    detail = Correctable.GOVERNANCE
    assert detail.accept(G.SCHOOLS) == "schools"
    assert (detail.read("schools"), detail.read(None)) == (G.SCHOOLS, None)


def test_rules_from_before_there_was_a_crosswalk_have_the_shipped_one() -> None:
    stored = shipped_rules().model_dump(mode="json")
    del stored["crosswalk"]
    assert RuleSet.model_validate(stored) == shipped_rules()


def test_a_crosswalk_names_every_kind_once() -> None:
    for lines in (CROSSWALK.lines[1:], (*CROSSWALK.lines, CROSSWALK.lines[0])):
        with pytest.raises(ValidationError, match="每一种纠纷类别"):
            Crosswalk(lines=lines)
