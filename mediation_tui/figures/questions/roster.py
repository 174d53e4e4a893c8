"""Is an applicant on the office's own roster?"""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.inquiry import Inquiry, Noticed
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.saying import Words, put
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.i18n import N_
from mediation_tui.model.party import Party
from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import Side

_SENTENCE = N_("有 {n} 件的申请方像是名册上的人，是本人的纠纷吗？由谁调解的？")
_WHY = N_(
    "调解员自己也会有纠纷；也可能是同村同名。电话相同，或姓名相同且同村或同年出生的才问。可看调解员是否回避，申请书是谁签的。"
)


def notice(file: File, scene: Scene) -> bool | None:
    """Whether an applicant seems to be on the roster."""
    applicants = [party for party in file.case.parties if party.side is Side.APPLICANT]
    return any(_is_one_of_us(party, scene) for party in applicants) or None


def _is_one_of_us(party: Party, scene: Scene) -> bool:
    """Whether somebody on the roster has the party's phone, or the name and something more."""
    if party.phone in scene.people_phones:
        return True
    return any(_fits(person, party) for person in scene.people_called.get(party.name, ()))


def _fits(person: Person, party: Party) -> bool:
    """Whether a namesake is likely to be the person: by the year of birth where both are known, else by the village."""
    if person.birth_year and party.birth_year:
        return person.birth_year == party.birth_year
    return person.village is not None and person.village == party.village


def ask(noticed: Noticed[bool], scene: Scene) -> Iterator[Question]:
    """About all of them together."""
    if noticed:
        yield put(scene, Asked.ROSTER_PARTY, frozenset(noticed), Words(_SENTENCE, _WHY), {})


ROSTER = Inquiry(notice, ask)
