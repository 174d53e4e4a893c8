"""What a power cut leaves, as files in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.powercut.descriptors import PASSING
from tests.faults.powercut.disk import Remains


@contextmanager
def laid_out(remains: Remains, work: Path) -> Iterator[Path]:
    """A folder with these files, for as long as the block lasts."""
    with TemporaryDirectory(dir=work) as name:
        folder = Path(name)
        for file, content in remains.items():
            (folder / file).write_bytes(content)
        yield folder


def found_in(folder: Path) -> Remains:
    """The files of a folder that outlast a power cut."""
    files = sorted(path for path in folder.iterdir() if not path.name.endswith(PASSING))
    return {path.name: path.read_bytes() for path in files}
