"""How a book file is told from any other, and the formats there have been.

Formats, oldest first; a book of an earlier one is brought forward step by step when it is opened:

1. One table per kind of record (`id`, `body`, `crc` and its narrow columns), and `_counters` for the next ids.
2. The body stands last in its row, and `chains` says where each chain of events ends.
3. Cases have `governance`, `preventions` and `touched_at` beside them, and `reports` holds the steps of reports.
4. Cases name the `screening` round that found them, and `screenings`, `consultations` and `meetings` hold the steps of
   those.
"""

from __future__ import annotations

import sqlite3
import stat
import struct
from contextlib import closing, suppress
from pathlib import Path

from mediation_tui.errors import BookError, DamagedBook, NewerBook, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.engine.log import log_bytes
from mediation_tui.store.shape import FORMAT_VERSION

APPLICATION_ID = 0x4D54424B
"""The letters MTBK in the header of every book; SQLite keeps it for the program that owns a file."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def recognise(path: Path) -> None:
    """Make sure that a file is a book of a known format, before anything is opened for writing.

    Raises:
        BookError: Missing, or not readable by this user.
        NotABook: A folder, an empty file, or some other file.
        NewerBook: Written by a newer version of the program.
        DamagedBook: A book whose header is not what was written.
    """
    _require_contents(path)
    require_known(path, *_marks(path))


def require_known(path: Path, application_id: int, version: int) -> None:
    """Make sure that these two numbers of a database are those of a book this program knows.

    Raises:
        NotABook: Another program's database.
        NewerBook: A format newer than this program's.
    """
    if application_id != APPLICATION_ID:
        raise NotABook(N_("“{path}”是别的程序的数据库，不是案件簿。"), path=path)
    if version > FORMAT_VERSION:
        raise NewerBook(
            N_(
                "“{path}”由更新版本的程序写成（格式 {found}，本程序只认到格式 {known}），请先升级程序；文件没有改动。"
            ),
            path=path,
            found=version,
            known=FORMAT_VERSION,
        )


def _require_contents(path: Path) -> None:
    """Make sure that there is a file with something in it."""
    try:
        details = path.stat()
    except FileNotFoundError as error:
        raise BookError(N_("找不到案件簿“{path}”。"), path=path) from error
    except OSError as error:
        raise _out_of_reach(path, error) from error
    if not stat.S_ISREG(details.st_mode):
        raise NotABook(N_("“{path}”不是文件，不能当作案件簿打开。"), path=path)
    if not details.st_size:
        raise NotABook(N_("“{path}”是空文件，不是案件簿；如果它原来是案件簿，请用备份恢复。"), path=path)


def _marks(path: Path) -> tuple[int, int]:
    """The application id and the format version in a file's header.

    SQLite is asked first, to look without locking or writing: a file this process has open must not be opened and
    closed behind SQLite's back, for that drops its locks, and whoever closes the book next takes the log away. Where
    somebody died bringing the log into the file, only the log makes the file whole; SQLite is then asked with it.
    What SQLite cannot read either way nobody has open.
    """
    with suppress(sqlite3.Error):
        return _marks_told(path, "mode=ro&immutable=1")
    if log_bytes(path):
        with suppress(sqlite3.Error):
            return _marks_told(path, "mode=ro")
    return _marks_in(path, _header(path))


def _marks_told(path: Path, how: str) -> tuple[int, int]:
    """The two numbers as SQLite reads them."""
    with closing(sqlite3.connect(f"{path.as_uri()}?{how}", uri=True)) as connection:
        pragmas = ("PRAGMA application_id", "PRAGMA user_version")
        application_id, version = (connection.execute(pragma).fetchone()[0] for pragma in pragmas)
        return application_id, version


def _marks_in(path: Path, header: bytes) -> tuple[int, int]:
    """The two numbers in a header that SQLite does not take as it is.

    A whole header means that the trouble lies further on, and that the write-ahead log may yet mend it.
    """
    version, application_id = struct.unpack_from(">I4xI", header.ljust(_HEADER_BYTES, b"\0"), 60)
    if application_id != APPLICATION_ID:
        raise NotABook(N_("“{path}”不是案件簿，或者文件开头已经损坏。"), path=path)
    if not header.startswith(_MAGIC):
        raise DamagedBook(N_("案件簿“{path}”的文件开头已经损坏，请用备份恢复。"), path=path)
    return application_id, version


def _header(path: Path) -> bytes:
    """The first bytes of a file."""
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except OSError as error:
        raise _out_of_reach(path, error) from error


def _out_of_reach(path: Path, error: OSError) -> BookError:
    """The sentence for a file the system does not let us read."""
    return BookError(
        N_("打不开“{path}”，请检查文件和文件夹的权限：{reason}"), path=path, reason=error.strerror
    )
