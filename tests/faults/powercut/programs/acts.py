"""Founds a book, does 25 acts with a checkpoint in between, and closes it."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.model.events import EventKind as K
from tests.faults.powercut.programs.secretary import Secretary, checkpoint, founded

SETTLED = (
    *(K.ACCEPTED, K.MEDIATORS_ASSIGNED, K.CONTACT_LOGGED, K.SESSION_HELD, K.RISK_CHANGED),
    *(K.AGREEMENT_REACHED, K.CONFIRMATION_APPLIED, K.VISIT_MADE, K.CLOSED, K.ARCHIVED),
)
FAILED = (K.MEDIATORS_ASSIGNED, K.SESSION_HELD, K.EXTENSION_AGREED, K.MEDIATION_FAILED, K.CLOSED, K.REOPENED)


def main(folder: Path) -> None:
    book = founded(folder)
    secretary = Secretary(book)
    settled = secretary.register()
    secretary.record(settled, *SETTLED)
    failed = secretary.register()
    checkpoint(book, "TRUNCATE")
    secretary.record(failed, K.ACCEPTED, K.LIFTED)
    secretary.undo(failed)
    secretary.record(failed, *FAILED)
    withdrawn = secretary.register()
    secretary.record_together(withdrawn, K.ACCEPTED, K.MEDIATORS_ASSIGNED, K.SESSION_HELD)
    secretary.record(withdrawn, K.NOTE_ADDED, K.WITHDRAWN)
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
