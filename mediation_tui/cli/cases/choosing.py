"""Which cases a command is about: its options as one filter value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import rich_click as click

from mediation_tui.cli.words import DateType, WordType
from mediation_tui.errors import MediationError, NotFound
from mediation_tui.i18n import N_, _
from mediation_tui.model.period import Period
from mediation_tui.model.places import Grid, Town
from mediation_tui.model.vocabulary import ON_DESK, Category, Source, State
from mediation_tui.store.filters import CaseFilter, DateBasis

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Choice:
    """What was said on the command line about which cases are meant; see the options' help."""

    village: str | None
    grid: str | None
    state: tuple[State, ...]
    category: tuple[Category, ...]
    source: tuple[Source, ...]
    on_desk: bool
    overdue: bool
    paused: bool
    text: str
    first: date | None
    last: date | None
    basis: DateBasis

    def filter(self, town: Town, today: date) -> CaseFilter:
        """The filter meant.

        Raises:
            UsageError: Two options contradict each other.
            MediationError: A place is not on the roster, or the period ends before it begins.
        """
        if self.on_desk and self.state:
            raise click.UsageError(_("--open 和 --state 只能写一个"))
        village = village_meant(town, self.village)
        return CaseFilter(
            text=self.text,
            village=village,
            grid=grid_meant(town, village, self.grid).id if self.grid else None,
            states=ON_DESK if self.on_desk else frozenset(self.state),
            categories=frozenset(self.category),
            sources=frozenset(self.source),
            overdue_on=today if self.overdue else None,
            paused=self.paused,
            basis=self.basis,
            period=self._period(today),
        )

    def _period(self, today: date) -> Period | None:
        if self.first is None and self.last is None:
            return None
        return Period(self.first or date(1949, 10, 1), self.last or max(today, self.first or today))


def choosing(command: F) -> F:
    """Give a command the options that choose cases; it takes them as the fields of `Choice`."""
    for option in reversed(_options()):
        command = option(command)
    return command


def _options() -> tuple[Callable[[F], F], ...]:
    day, name = DateType(), _("名称")
    return (
        click.option("--village", metavar=name, help=_("只看这个村（社区）；写镇名则看镇里受理的外来纠纷。")),
        click.option("--grid", metavar=name, help=_("只看这个网格；不同村有同名网格时请同时写 --village。")),
        _words_option("state", State, _("只看这些状态，可写多次。")),
        _words_option("category", Category, _("只看这些类别，可写多次。")),
        _words_option("source", Source, _("只看这些来源，可写多次。")),
        click.option("--open", "on_desk", is_flag=True, help=_("只看在办的。")),
        click.option("--overdue", is_flag=True, help=_("只看超期的。")),
        click.option("--paused", is_flag=True, help=_("只看期限中止的。")),
        click.option(
            "--text", default="", metavar=_("文字"), help=_("案号、当事人、村名中的字、拼音或首字母。")
        ),
        click.option("--from", "first", type=day, metavar=_("日期"), help=_("从这一天起。")),
        click.option("--to", "last", type=day, metavar=_("日期"), help=_("到这一天止（含）。")),
        click.option(
            "--basis",
            type=WordType(DateBasis),
            default=DateBasis.REGISTERED.value,
            metavar=_("日期种类"),
            help=_("--from、--to 按哪个日期算：登记、受理、调结或结案。"),
        ),
    )


def _words_option(name: str, vocabulary: type[Any], explained: str) -> Callable[[F], F]:
    return click.option(
        f"--{name}", type=WordType(vocabulary), multiple=True, metavar=_("词"), help=explained
    )


def village_meant(town: Town, name: str | None) -> str | None:
    """The id of the village a name, old name or id stands for; `""` for the town itself.

    Raises:
        NotFound: There is none.
    """
    if name is None:
        return None
    if name == town.name:
        return ""
    found = town.village_named(name) or next((v for v in town.villages if v.id == name), None)
    if found is None:
        raise NotFound(N_("本镇没有这个村（社区）：{village}。"), village=name)
    return found.id


def grid_meant(town: Town, village: str | None, name: str) -> Grid:
    """The grid of that name or id, in the village if one is named."""
    places = [v for v in town.villages if village in (None, v.id)]
    found = [grid for place in places for grid in place.grids if name in (grid.id, grid.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise MediationError(N_("不止一个村有“{grid}”，请同时写 --village。"), grid=name)
    raise NotFound(N_("没有这个网格：{grid}。"), grid=name)
