"""Works on a book whose log is brought into the file in every way there is, and written anew afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.model.events import EventKind as K
from mediation_tui.store.embedded import EmbeddedBook
from tests.faults.powercut.programs.secretary import Secretary, checkpoint, founded

BEFORE = (K.ACCEPTED, K.MEDIATORS_ASSIGNED, K.CONTACT_LOGGED)
AFTER_THE_LOG_BEGAN_AGAIN = (K.SESSION_HELD, K.RISK_CHANGED)
AFTER_IT_WAS_EMPTIED = (K.EXTENSION_AGREED, K.AGREEMENT_REACHED)
AFTER_IT_WAS_MADE_ANEW = (K.VISIT_MADE, K.CLOSED, K.ARCHIVED)


def main(folder: Path) -> None:
    book = founded(folder)
    secretary = Secretary(book)
    case = secretary.register()
    secretary.record(case, *BEFORE)
    checkpoint(book, "PASSIVE")
    secretary.record(case, *AFTER_THE_LOG_BEGAN_AGAIN)
    checkpoint(book, "TRUNCATE")
    secretary.record(case, *AFTER_IT_WAS_EMPTIED)
    book.close()
    book = EmbeddedBook(Path(book.location))
    Secretary(book, hour=10).record(case, *AFTER_IT_WAS_MADE_ANEW)
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
