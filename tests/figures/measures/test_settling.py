"""What mediation ended in, with nothing put where it flatters."""

from __future__ import annotations

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import AgreementForm, FailureReason, MediationKind, Paper, Side
from mediation_tui.rules.filing import missing_papers
from tests.builders import Walk, an_agreement, an_entry
from tests.figures.measures.town import day, figure, said, taken

APRIL = Period.month(2026, 4)
REFUSED = happened.MediationFailed(reason=FailureReason.REFUSED, refused_by=Side.RESPONDENT, routes_told=True)


def agreed(serial: int = 1, form: AgreementForm = AgreementForm.WRITTEN) -> Walk:
    return taken(day(3, 2), serial).act(an_agreement(day(3, 9), form=form), day(3, 9))


def test_refused_counts_against_and_withdrawn_transferred_and_not_accepted_stand_apart() -> None:
    walks = [
        agreed(1),
        taken(day(3, 2), 2).act(REFUSED, day(3, 9)),
        taken(day(3, 2), 3).act(K.WITHDRAWN),
        taken(day(3, 2), 4).act(K.TRANSFERRED),
        Walk.begun(an_entry(), day(3, 2), 5).act(K.NOT_ACCEPTED),
        Walk.begun(an_entry(), day(3, 2), 6).act(K.VOIDED),
        taken(day(3, 2), 7),
    ]
    assert said(walks, "settlement") == "50.0 %（1/2）"
    apart = ("agreed", "failed", "withdrawn", "transferred", "not_accepted", "concluded", "void")
    assert [said(walks, each) for each in apart] == ["1", "1", "1", "1", "1", "5", "1"]
    assert said(walks, "clearance") == "83.3 %（5/6）"


def test_clearing_more_than_came_is_more_than_everything() -> None:
    walks = [taken(day(2, 26), serial).act(K.WITHDRAWN, day(3, 3)) for serial in (1, 2)]
    walks.append(taken(day(3, 2), 3).act(K.WITHDRAWN))
    assert said(walks, "clearance") == "300.0 %（3/1）"
    assert said(walks[:2], "clearance") == "—"


def test_the_official_rate_divides_by_what_was_accepted_and_counts_peoples_mediation_only() -> None:
    other = taken(day(3, 2), 2, mediation_kind=MediationKind.ADMINISTRATIVE)
    other.act(an_agreement(day(3, 9)), day(3, 9))
    walks = [agreed(), other, taken(day(3, 2), 3), Walk.begun(an_entry(), day(3, 2), 4)]
    official = figure(walks, "official_success")
    assert official.text == "50.0 %（1/2）"
    assert (official.cases, official.whole) == ({walks[0].case.id}, {walk.case.id for walk in walks[::2]})
    assert str(official.name) == "调解成功率（官方口径）"
    refused = (
        Walk.begun(an_entry(), day(3, 2), 5).act(K.NOT_ACCEPTED).act(K.CLOSED).act(K.REOPENED, day(3, 9))
    )
    again = agreed(6).act(K.CLOSED).act(K.REOPENED, day(3, 20))
    assert said([refused, again], "official_success") == "0.0 %（0/2）"
    assert said([refused, again], "official_success", Period.month(2026, 5)) == "—"


def test_being_taken_up_again_is_no_second_acceptance() -> None:
    walk = agreed().act(K.CLOSED).act(K.REOPENED, day(4, 1)).act(K.SESSION_HELD)
    walk.act(an_agreement(day(4, 5)), day(4, 5))
    assert said([walk], "official_success") == "100.0 %（1/1）"
    assert said([walk], "official_success", APRIL) == "—"


def test_oral_agreements_are_counted_by_the_round_they_were_made_in() -> None:
    oral, written = agreed(1, AgreementForm.ORAL), agreed(2)
    assert said([oral, written], "oral") == "50.0 %（1/2）"
    oral.act(K.CLOSED).act(K.REOPENED, day(4, 1)).act(K.SESSION_HELD).act(an_agreement(day(4, 5)), day(4, 5))
    assert said([oral, written], "oral") == "50.0 %（1/2）"
    assert said([oral], "oral", APRIL) == "0.0 %（0/1）"


def test_a_file_is_complete_when_every_paper_is_in_it_and_a_reason_is_no_paper() -> None:
    full, short = (agreed(serial) for serial in (1, 2))
    for paper in missing_papers(full.case):
        full.act(happened.DocumentAttached(paper=paper))
    full.act(K.CLOSED, day(3, 20))
    short.act(happened.DocumentAttached(paper=Paper.MINUTES)).act(K.CLOSED, day(3, 20)).act(K.ARCHIVED)
    open_still = agreed(3)
    assert said([full, short, open_still], "complete_files") == "50.0 %（1/2）"
    assert figure([full, short], "complete_files").cases == {full.case.id}
