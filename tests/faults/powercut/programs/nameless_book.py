"""Makes a book's file without making its name safe: the folder is never synced for it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from tests.faults.powercut.programs import bare_book


def main(folder: Path) -> None:
    sync = os.fsync

    def sync_files_only(descriptor: int) -> None:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            sync(descriptor)

    os.fsync = sync_files_only  # type: ignore[assignment]
    bare_book.main(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
