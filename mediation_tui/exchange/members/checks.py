"""What the People's Mediation Law asks of a committee, held against the roster: told, never a block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Gender, Post, Role

_FEWEST, _MOST = 3, 9
_ADULT = 18
_SOON = timedelta(days=60)


def roster_warnings(town: Town, people: Sequence[Person], today: date) -> tuple[str, ...]:
    """One line for each committee that is not as Arts 8, 9 and 14 want it.

    Args:
        town: The town with its committees.
        people: The whole roster; only mediators still serving are looked at.
        today: For terms and ages.
    """
    serving = [person for person in people if person.active and person.role is Role.MEDIATOR]
    majority = _majority(serving)
    lines = []
    for committee in town.committees:
        own = [person for person in serving if person.committee == committee.id]
        if faults := [*_composition(own, majority), *_persons(own, today)]:
            lines.append(
                _("{committee}：{faults}").format(committee=committee.name, faults=_("；").join(faults))
            )
    return tuple(lines)


def _majority(people: Sequence[Person]) -> str | None:
    """The commonest nationality where there are several; none where the area has one, or none is told."""
    counted = Counter(person.ethnicity for person in people if person.ethnicity)
    return counted.most_common(1)[0][0] if len(counted) > 1 else None


def _composition(own: Sequence[Person], majority: str | None) -> Iterator[str]:
    """Art 8: three to nine members, one director, a woman, members of the smaller nationalities."""
    members = [person for person in own if person.post is not Post.HIRED]
    if not _FEWEST <= len(members) <= _MOST:
        yield ngettext("委员 {n} 人，应为 3 至 9 人", "委员 {n} 人，应为 3 至 9 人", len(members)).format(
            n=len(members)
        )
    if not members:
        return
    if (directors := sum(person.post is Post.DIRECTOR for person in members)) != 1:
        yield ngettext("主任 {n} 人，应为 1 人", "主任 {n} 人，应为 1 人", directors).format(n=directors)
    if Gender.FEMALE not in {person.gender for person in members}:
        yield _("没有女性委员") if all(person.gender for person in members) else _("没有登记女性委员")
    if majority and {person.ethnicity for person in members} == {majority}:
        yield _("没有人数较少民族的委员")


def _persons(own: Sequence[Person], today: date) -> Iterator[str]:
    """Art 9: a term of three years; Art 14: adults."""
    over = [person.name for person in own if person.term_to and person.term_to < today]
    soon = [person.name for person in own if person.term_to and today <= person.term_to <= today + _SOON]
    young = [person.name for person in own if person.birth_year and today.year - person.birth_year < _ADULT]
    for sentence, names in (
        (_("任期已满：{names}"), over),
        (_("任期 60 日内届满：{names}"), soon),
        (_("未成年：{names}"), young),
    ):
        if names:
            yield sentence.format(names=_("、").join(names))
