"""Books as earlier versions of the program wrote them."""

from __future__ import annotations

import gzip
from pathlib import Path

_HERE = Path(__file__).parent
_NAME = "old_book"
"""What the shared books of earlier versions are called in what was written down of them."""


def old_book(folder: Path, number: int = 1) -> Path:
    """A book of an earlier format: four cases, one undone act, one reopened dispute; written by the program of that time.

    From format 2 on two of the cases have something they averted.
    """
    path = folder / "old.book"
    path.write_bytes(_text(f"{number}.book.gz"))
    return path


def old_shared_book(server: str, name: str, number: int = 2) -> str:
    """The same book in a database, as the program of that time laid it out there; its URL."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(_text(f"{number}.sql.gz").decode().replace(_NAME, name).encode())
    return f"{server}#{name}"


def _text(name: str) -> bytes:
    return gzip.decompress(_HERE.joinpath(name).read_bytes())
