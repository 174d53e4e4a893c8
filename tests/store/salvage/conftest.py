from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from mediation_tui.demo import write_demo
from tests.builders import TODAY
from tests.store.salvage.damage import Bodies, bodies


@dataclass(frozen=True)
class Original:
    """A town's book as it was before anything happened to it."""

    path: Path
    data: bytes
    events: Bodies
    cases: Bodies


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    path = tmp_path_factory.mktemp("original") / "town.book"
    write_demo(path, cases=60, today=TODAY)
    return Original(path, path.read_bytes(), bodies(path), bodies(path, "cases"))
