"""The roster as a sheet that can be edited and brought in again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mediation_tui.exchange.members import headings as at
from mediation_tui.i18n import _
from mediation_tui.model.people import Person
from mediation_tui.model.places import Grid, Town, Village
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, Sheet
from mediation_tui.store.book import Book

_Facts = Mapping[str, Cell]


def export_roster(book: Book) -> Sheet:
    """The whole roster, phones included, under the headings `import_roster` reads; an unchanged one changes nothing.

    First the town, then every village and its grids, then the people. Headings and words are those of the sheet
    and do not follow the language on screen.
    """
    facts = [*_places(book.town), *(_person(person, book.town) for person in book.people)]
    rows = tuple(Row(tuple(each.get(field, "") for field in at.HEADINGS)) for each in facts)
    heads = tuple(Head(names[0]) for names in at.HEADINGS.values())
    return Sheet(title=_("{town}名册").format(town=book.town.name), heads=heads, rows=rows)


def _places(town: Town) -> Iterator[_Facts]:
    whole = next((committee for committee in town.committees if committee.village is None), None)
    shared = whole.number_template if whole else ""
    yield {at.TOWN: town.name, at.OFFICE: town.office, at.TEMPLATE: shared}
    templates = {committee.village: committee.number_template for committee in town.committees}
    for village in town.villages:
        own = templates.get(village.id, shared)
        yield {**_village(village), at.TEMPLATE: "" if own == shared else own}
        yield from (_grid(village, grid) for grid in village.grids)


def _village(village: Village) -> _Facts:
    return {
        at.VILLAGE: village.name,
        at.KIND: village.kind.source,
        at.HOUSEHOLDS: _known(village.households),
        at.PHONE: village.phone,
        at.ALIASES: "、".join(village.aliases),
    }


def _grid(village: Village, grid: Grid) -> _Facts:
    return {at.VILLAGE: village.name, at.GRID: grid.name, at.HOUSEHOLDS: _known(grid.households)}


def _person(person: Person, town: Town) -> _Facts:
    return {
        at.VILLAGE: town.village_name(person.village),
        at.GRID: town.grid_name(person.village, person.grid),
        at.NAME: person.name,
        at.ROLE: person.role.source,
        at.POST: person.post.source if person.post else "",
        at.GENDER: person.gender.source if person.gender else "",
        at.ETHNICITY: person.ethnicity,
        at.BORN: _known(person.birth_year),
        at.FULL_TIME: at.FULL if person.full_time else at.PART,
        at.PHONE: person.phone.reveal() if person.phone else "",
        at.TERM_FROM: person.term_from or "",
        at.TERM_TO: person.term_to or "",
        at.STATUS: at.SERVING if person.active else at.LEFT,
    }


def _known(number: int | None) -> Cell:
    return "" if number is None else number
