"""Near-identical stories: copied ones are found among many, honest ones are left alone."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.questions import Asked
from mediation_tui.figures.questions.alike import groups_alike, runs_of, told_plainly
from tests.figures.questions.casebook import UPPER, Casebook, a_day, two_parties

COPIED = "{a}与{b}两家相邻，因{b}家排水沟{what}，雨水流进{a}家院内，双方多次争吵，经村里劝说无果，{a}要求赔偿{money}元。"
HONEST = (
    "王家把柴草堆在巷口，李家拉粪的三轮车过不去，两人推搡起来，都说是对方先动的手。",
    "羊群夜里啃了麦苗约两亩，羊主认账但嫌要价太高，地主坚持按亩产折算。",
    "弟兄三人分老宅，老大说父亲生前口头许给他东屋，另两人不认。",
    "包工头拖着十七天的抹灰工钱不给，说甲方还没有结账，工人急着回家过年。",
)


def copied(book: Casebook, what: str = "堵塞", village: str = "v1", grid: str = "g1") -> str:
    number = len(book.histories) + 1
    a, b = two_parties(number)
    told = COPIED.format(a=a.name, b=b.name, what=what, money=100 * number)
    return book.settled(a_day(number), summary=told, parties=(a, b), village=village, grid=grid)


def test_files_copied_for_other_names_and_sums_are_asked_about() -> None:
    book = Casebook()
    made = {copied(book), copied(book), copied(book, "淤住"), copied(book, "淤满")}
    for told in HONEST:
        book.settled(a_day(20), summary=told)
    assert book.asks(Asked.ALIKE) == made
    assert book.asked(Asked.ALIKE)[0].subject == UPPER


def test_two_alike_and_a_third_in_another_village_are_not() -> None:
    book = Casebook()
    copied(book)
    copied(book)
    copied(book, village="v2", grid="g3")
    for told in HONEST:
        book.settled(a_day(20), summary=told)
    assert book.asks(Asked.ALIKE) is None


def test_a_few_words_that_many_files_share_say_nothing() -> None:
    book = Casebook()
    for day in range(1, 9):
        book.settled(a_day(day), summary="因排水沟堵塞起争执。")
    assert book.asks(Asked.ALIKE) is None


def test_names_numbers_and_marks_do_not_make_a_story_another() -> None:
    assert told_plainly("马六要马六七赔 300 元！", ["马六", "马六七"]) == "要赔元"
    assert told_plainly("马占龙要赔", ["马占龙", "龙"]) == "要赔", "the longest name first"


texts = st.lists(st.text("甲乙丙", min_size=1, max_size=14), max_size=25, unique=True)
shares = st.fractions(Fraction(1, 10), 1)


@given(texts, shares)
def test_leaving_most_comparisons_out_changes_no_group(texts: list[str], least: Fraction) -> None:
    groups: list[list[str]] = []
    for text in sorted(texts):
        like = next((group for group in groups if _likeness(group[0], text) >= least), None)
        groups.append([text]) if like is None else like.append(text)
    found = groups_alike(texts, least, crowd=len(texts))
    assert [group[0] for group in found] == [group[0] for group in groups]
    for group in found:
        assert all(_likeness(group[0], text) >= least for text in group)


@given(texts, shares, st.randoms())
def test_groups_do_not_depend_on_the_order_of_the_texts(
    texts: list[str], least: Fraction, random: object
) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups_alike(texts, least) == groups_alike(shuffled, least)


def _likeness(one: str, other: str) -> Fraction:
    return Fraction(len(runs_of(one) & runs_of(other)), len(runs_of(one) | runs_of(other)))
