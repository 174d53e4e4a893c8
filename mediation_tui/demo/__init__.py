"""A made-up town to try everything on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from mediation_tui.clock import SetClock, new_id
from mediation_tui.demo.arrivals import arrivals
from mediation_tui.demo.biographer import Biographer
from mediation_tui.demo.chronicle import Chronicle
from mediation_tui.demo.folk import Namer
from mediation_tui.demo.meetings import Convener
from mediation_tui.demo.plots import plots
from mediation_tui.demo.registers import Registrar
from mediation_tui.demo.remarks import remarks
from mediation_tui.demo.town import make_up_town
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import remove_file

__all__ = ["write_demo"]


def _say_nothing(done: int, total: int) -> None:
    """Go on without a word."""


def write_demo(
    path: Path,
    *,
    cases: int = 600,
    seed: int = 1,
    today: date,
    progress: Callable[[int, int], None] | None = None,
    allow_network: bool = False,
) -> None:
    """Make a book of a made-up town, with the disputes of the twenty-four months before a day.

    The same seed and day make the same events. Everything goes through the Desk, written by the town's own
    mediators; nothing is written on the day itself or later. If it cannot be finished, nothing is left.

    Args:
        path: A path where nothing is yet.
        cases: How many disputes came in.
        seed: The only source of chance.
        today: The day the town is looked at.
        progress: Told now and then how many of how many cases are written.
        allow_network: Whether it may be in a network folder.

    Raises:
        BookError: Something is there already, or it cannot be written.
    """
    random = Random(seed)
    namer = Namer(random, today)
    made = make_up_town(random, namer, today)
    origin = str(new_id(SetClock.on(today).now(), random.getrandbits(74) ^ cases))
    book = EmbeddedBook.create(
        path, made.town, made.people, shipped_rules(), origin, allow_network=allow_network
    )
    try:
        with closing(book):
            coming = arrivals(random, plots(random, cases), today, book.calendar)
            biographer = Biographer(random, namer, made, book.calendar, today)
            lives = (biographer.life(plot, on) for on, plot in coming)
            registrar = Registrar(book, seed, made, today)
            convener = Convener(book, seed, made, today, remarks().decisions)
            Chronicle(book, random, today, registrar, convener).write(lives, cases, progress or _say_nothing)
    except BaseException:
        remove_file(path)
        raise
