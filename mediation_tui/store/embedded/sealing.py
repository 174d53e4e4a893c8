"""The seal of a backup: a digest in its manifest under which no byte of the file can change unnoticed.

The digest is the SHA-256 of the file as it is with zeros where the digest stands. It stands first in the only row
of its table, hence always on that table's root page.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from mediation_tui.errors import DamagedBook, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.embedded.manifest import MANIFEST_TABLE, Manifest, columns, manifest_of
from mediation_tui.store.progress import Progress, unwatched

_DIGEST_BYTES = 32
_BLOCK = 1 << 20
"""A multiple of every page size, so that the digest lies within one block."""

_DAMAGED = N_("备份“{path}”已经损坏，内容与备份时不符；请换一份备份。")


def seal_backup(path: Path, made_at: datetime, progress: Progress = unwatched) -> Manifest:
    """Make a backup of a complete book file that nobody has open.

    It gets a manifest and becomes one file that needs no other beside it. Bringing it to the disk is the caller's.

    Args:
        path: The file.
        made_at: When the backup is made.
        progress: Told how many bytes have been read for the digest.

    Raises:
        OSError: The disk does not take it.
        sqlite3.Error: As above, or the file is not whole.
    """
    place_holder = os.urandom(_DIGEST_BYTES)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("BEGIN")
        manifest = _write(connection, place_holder, made_at)
        connection.execute("COMMIT")
        page = _root_page(connection)
    place = _place_of(place_holder, path, page)
    digest = _digest(path, place, progress)
    with path.open("r+b") as file:
        file.seek(place)
        file.write(digest)
    return manifest


def require_sealed(path: Path, progress: Progress = unwatched) -> Manifest:
    """The manifest of a backup of which no byte has changed.

    Raises:
        NotABook: It is not a backup.
        DamagedBook: Something in it is not as it was sealed.
    """
    with reading_backup(path) as connection:
        manifest = manifest_in(connection, path)
        ((digest,),) = connection.execute(f"SELECT digest FROM {MANIFEST_TABLE}")
        place = _place_of(digest, path, _root_page(connection))
    if _digest(path, place, progress) != digest:
        raise DamagedBook(_DAMAGED, path=path)
    return manifest


@contextmanager
def reading_backup(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a backup that reads the file alone, as it is, and makes nothing beside it.

    Raises:
        DamagedBook: Something in the file cannot be read, or is not what could have been written.
    """
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            connection.execute("PRAGMA cell_size_check = ON")
            yield connection
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        raise DamagedBook(_DAMAGED, path=path) from error


def manifest_in(connection: sqlite3.Connection, path: Path) -> Manifest:
    """What a backup says of itself, unproven.

    Raises:
        NotABook: It is not a backup.
        ValueError: What it says cannot be read.
    """
    if not columns(connection, MANIFEST_TABLE):
        raise NotABook(
            N_("“{path}”不是 backup 做的备份（没有备份清单）；如果它是案件簿，可以直接打开。"), path=path
        )
    ((body,),) = connection.execute(f"SELECT body FROM {MANIFEST_TABLE}")
    return Manifest.model_validate_json(body)


def _write(connection: sqlite3.Connection, place_holder: bytes, made_at: datetime) -> Manifest:
    """Put the manifest into the file, with a place for the digest."""
    manifest = manifest_of(connection, made_at)
    connection.execute(f"DROP TABLE IF EXISTS {MANIFEST_TABLE}")
    connection.execute(f"CREATE TABLE {MANIFEST_TABLE} (digest BLOB NOT NULL, body TEXT NOT NULL)")
    connection.execute(
        f"INSERT INTO {MANIFEST_TABLE} VALUES (?, ?)", (place_holder, manifest.model_dump_json())
    )
    return manifest


def _root_page(connection: sqlite3.Connection) -> tuple[int, int]:
    """Where the page of the manifest begins in the file, and its length."""
    ((number,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (MANIFEST_TABLE,))
    ((length,),) = connection.execute("PRAGMA page_size")
    return (number - 1) * length, length


def _place_of(digest: bytes, path: Path, page: tuple[int, int]) -> int:
    """Where in the file a digest stands; a `ValueError` where it is not on that page."""
    start, length = page
    with path.open("rb") as file:
        file.seek(start)
        return start + file.read(length).index(digest)


def _digest(path: Path, place: int, progress: Progress) -> bytes:
    """The digest of a file with zeros in the place of the digest."""
    digest, done, total = sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if 0 <= (inside := place - done) < len(block):
                block = block[:inside] + bytes(_DIGEST_BYTES) + block[inside + _DIGEST_BYTES :]
            digest.update(block)
            done += len(block)
            progress(done, total)
    return digest.digest()
