"""The 25 acts on a book that does not wait for the disk: acknowledged before they are safe."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.store.engine import connecting
from tests.faults.powercut.programs import acts


def main(folder: Path) -> None:
    careful = connecting._SETTINGS
    connecting._SETTINGS = tuple(setting.replace("FULL", "NORMAL") for setting in careful)  # type: ignore[assignment]
    assert careful != connecting._SETTINGS
    acts.main(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
