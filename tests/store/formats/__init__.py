"""Books as earlier versions of the program wrote them."""

from __future__ import annotations

import gzip
from pathlib import Path


def old_book(folder: Path) -> Path:
    """A book of format 1: four cases, one undone act, one reopened dispute; written by the program of that time."""
    path = folder / "old.book"
    path.write_bytes(gzip.decompress(Path(__file__).with_name("1.book.gz").read_bytes()))
    return path
