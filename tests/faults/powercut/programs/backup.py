"""Makes a backup of a book beside it, and goes on working."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from mediation_tui.model.events import EventKind as K
from tests.faults.powercut.notes import act
from tests.faults.powercut.programs.secretary import Secretary, founded
from tests.faults.powercut.readers import BACKUP, FOUNDED, in_backup

MADE_AT = datetime(2026, 3, 2, tzinfo=UTC)


def main(folder: Path) -> None:
    book = founded(folder)
    secretary = Secretary(book)
    case = secretary.register()
    secretary.record(case, K.ACCEPTED)
    with act() as kept:
        book.backup(folder / BACKUP, MADE_AT)
        kept.extend(map(in_backup, (FOUNDED, *(str(event.id) for event in book.events(case)))))
    secretary.record(case, K.MEDIATORS_ASSIGNED)
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
