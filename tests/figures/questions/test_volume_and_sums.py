"""Many cases and the same sums from one village: asked about only where the numbers are large enough to mean something."""

from __future__ import annotations

from decimal import Decimal

from mediation_tui.figures.questions import Asked
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from tests.builders import TOWN
from tests.figures.questions.casebook import UPPER, Casebook, a_day

FEBRUARY = Period.month(2026, 2)


def a_town(*households: int | None) -> Town:
    villages = zip(TOWN.villages, households, strict=True)
    return TOWN.model_copy(
        update={"villages": tuple(v.model_copy(update={"households": n}) for v, n in villages)}
    )


def received(book: Casebook, village: str, number: int, month: int) -> set[str]:
    return {book.file(a_day(1 + day % 28, month), village=village, grid=None) for day in range(number)}


def test_a_village_with_three_times_its_share_by_households_is_asked_about() -> None:
    book = Casebook(a_town(300, 300, 300))
    many = received(book, "v1", 18, 2)
    received(book, "v2", 6, 2)
    received(book, "v3", 6, 2)
    assert book.asks(Asked.ABOVE_HOUSEHOLDS) == many
    (question,) = book.asked(Asked.ABOVE_HOUSEHOLDS)
    assert question.subject == UPPER
    assert str(question.sentence) == "上庄村登记 18 件，按户数和其他村的情况约应有 6 件，多出的是哪来的？"


def test_a_village_with_three_times_the_households_is_not() -> None:
    book = Casebook(a_town(900, 300, 300))
    received(book, "v1", 18, 2)
    received(book, "v2", 6, 2)
    received(book, "v3", 6, 2)
    assert book.asks(Asked.ABOVE_HOUSEHOLDS) is None


def test_nothing_is_said_of_a_village_whose_households_nobody_counted() -> None:
    book = Casebook(a_town(None, 300, 300))
    received(book, "v1", 40, 2)
    received(book, "v2", 6, 2)
    received(book, "v3", 6, 2)
    assert book.asks(Asked.ABOVE_HOUSEHOLDS) is None


def test_fewer_than_ten_cases_are_never_compared() -> None:
    book = Casebook(a_town(30, 3000, 3000))
    received(book, "v1", 9, 2)
    received(book, "v2", 6, 2)
    received(book, "v3", 6, 2)
    assert book.asks(Asked.ABOVE_HOUSEHOLDS) is None
    thin = Casebook(a_town(300, 300, 300))
    received(thin, "v1", 30, 2)
    received(thin, "v2", 9, 2)
    assert thin.asks(Asked.ABOVE_HOUSEHOLDS) is None


def test_a_village_that_leaps_while_the_others_stand_still_is_asked_about() -> None:
    book = Casebook()
    received(book, "v1", 4, 1)
    many = received(book, "v1", 14, 2)
    for month in (1, 2):
        received(book, "v2", 10, month)
    assert book.asks(Asked.ABOVE_HISTORY, FEBRUARY) == many
    said = str(book.asked(Asked.ABOVE_HISTORY, FEBRUARY)[0].sentence)
    assert said == "上庄村登记 14 件，上一期间 4 件，增加的是哪来的？"


def test_a_village_that_grows_with_all_the_others_is_not() -> None:
    book = Casebook()
    for month, times in ((1, 1), (2, 4)):
        received(book, "v1", 4 * times, month)
        received(book, "v2", 10 * times, month)
    assert book.asked(Asked.ABOVE_HISTORY, FEBRUARY) == ()


def test_a_book_that_has_only_begun_has_no_history() -> None:
    book = Casebook()
    received(book, "v1", 30, 2)
    received(book, "v2", 10, 2)
    assert book.asked(Asked.ABOVE_HISTORY, FEBRUARY) == ()


def with_sums(*sums: str) -> tuple[Casebook, list[str]]:
    book = Casebook()
    return book, [book.file(a_day(1 + day), amount=Decimal(amount)) for day, amount in enumerate(sums)]


def test_the_same_round_sum_again_and_again_is_asked_about() -> None:
    book, files = with_sums(*["5000"] * 5, "1200", "860", "8000", "340")
    assert book.asks(Asked.ROUND_SUMS) == set(files[:5])
    said = str(book.asked(Asked.ROUND_SUMS)[0].sentence)
    assert said == "上庄村涉及金额的案件有 55.6 %（5/9） 都是整 5,000 元，金额是实数吗？"


def test_several_such_sums_are_asked_about_together() -> None:
    book, files = with_sums(*["5000"] * 5, *["8000.00"] * 5, "1200")
    assert book.asks(Asked.ROUND_SUMS) == set(files[:10])
    assert "5,000/8,000" in str(book.asked(Asked.ROUND_SUMS)[0].sentence)


def test_the_same_crooked_sum_is_a_tariff_and_not_asked_about() -> None:
    book, _files = with_sums(*["5250"] * 8)
    assert book.asks(Asked.ROUND_SUMS) is None


def test_a_round_sum_lost_among_others_is_not_asked_about() -> None:
    book, _files = with_sums(*["5000"] * 5, *(str(1010 + 7 * n) for n in range(11)))
    assert book.asks(Asked.ROUND_SUMS) is None
