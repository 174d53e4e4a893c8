"""What SQLite reports, as sentences for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mediation_tui.errors import BookError, BusyBook, DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.store.trouble import Duplicate, Unchangeable

_BUSY = (BusyBook, N_("案件簿“{path}”正被别的程序占用，请稍后再试。"))
_DAMAGED = (DamagedBook, N_("案件簿“{path}”的内容已经损坏，请不要再写入，先另存一份，再检查或用备份恢复。"))
_UNCHANGEABLE = (Unchangeable, N_("案件簿里的这类记录只能添加，不能改动或删除。"))
_DUPLICATE = (Duplicate, N_("案件簿里已经有同样的记录（{columns}）。"))

_BY_CODE: Mapping[int, tuple[type[BookError], str]] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_FULL: (BookError, N_("磁盘已满，这次没有记下；请腾出空间后再做一次。")),
    sqlite3.SQLITE_READONLY: (BookError, N_("案件簿“{path}”是只读的，这次没有记下。")),
    sqlite3.SQLITE_IOERR: (BookError, N_("读写案件簿“{path}”时磁盘出错，这次操作没有完成；请检查磁盘。")),
    sqlite3.SQLITE_CANTOPEN: (BookError, N_("打不开案件簿“{path}”，请检查文件和文件夹的权限。")),
    sqlite3.SQLITE_PERM: (BookError, N_("打不开案件簿“{path}”，请检查文件和文件夹的权限。")),
    sqlite3.SQLITE_AUTH: (BookError, N_("打不开案件簿“{path}”，请检查文件和文件夹的权限。")),
    sqlite3.SQLITE_CONSTRAINT_TRIGGER: _UNCHANGEABLE,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: _DUPLICATE,
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say what SQLite reports inside the block as a `BookError`.

    A mistake in our own SQL is no trouble of the book's and passes unchanged.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema, which may be no text any more
        raise _DAMAGED[0](_DAMAGED[1], path=path) from error
    except sqlite3.Error as error:
        spoken = _spoken(error, path)
        if spoken is None:
            raise
        raise spoken from error


def _spoken(error: sqlite3.Error, path: Path) -> BookError | None:
    """The sentence for an error; nothing for a mistake in the program."""
    kind, sentence = _DAMAGED if _undecodable(error) else _by_code(error)
    if kind is None:
        return None
    return kind(sentence, path=path, columns=str(error).partition(": ")[2])


def _by_code(error: sqlite3.Error) -> tuple[type[BookError] | None, str]:
    """What the error's code stands for, the exact one before the general one."""
    code = getattr(error, "sqlite_errorcode", 0)
    return _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF) or (None, "")


def _undecodable(error: sqlite3.Error) -> bool:
    """Whether a text or the format in the file's own header is not what it was; these come without a telling code."""
    if not isinstance(error, sqlite3.OperationalError):
        return False
    return not hasattr(error, "sqlite_errorcode") or "unsupported file format" in str(error)
