"""Somebody without special rights, who is stopped between two acts while their rights are taken away."""

from __future__ import annotations

import os
import signal
from contextlib import closing
from random import Random

from mediation_tui.bootstrap import open_book
from mediation_tui.errors import MediationError
from mediation_tui.store.filters import EVERYTHING
from tests.faults.killed import Clerk
from tests.faults.lives import say


def act_and_read_and_act_again(location: str, user: int) -> None:
    """Register a dispute, be stopped, and try to go on: read, register another, let go of the book."""
    if not os.geteuid():
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    with closing(open_book(location)) as book:
        clerk = Clerk(book, Random(user))
        clerk.register()
        os.kill(os.getpid(), signal.SIGSTOP)
        for go_on in (lambda: book.count(EVERYTHING), clerk.register, lambda: list(book.check())):
            try:
                go_on()
            except MediationError as error:
                say(f"refused {error}")
    say("let go")
