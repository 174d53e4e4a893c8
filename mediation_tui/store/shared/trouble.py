"""What PostgreSQL reports, as sentences for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg

from mediation_tui.errors import BookError, BusyBook, Collision, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.schema import IMMUTABLE
from mediation_tui.store.trouble import Duplicate, Unchangeable

_COLLISION = (Collision, N_("别人同时在写同一处，这次没有记下，请再做一次。"))
_FULL = (BookError, N_("数据库服务器的磁盘已满，这次没有记下；请腾出空间后再做一次。"))
_NO_BOOK = (NotABook, N_("“{where}”里没有案件簿；新建：mediation-tui new {where}"))
_NOT_ALLOWED = (BookError, N_("数据库不允许这个用户这样做，请让管理员检查权限：{where}"))
_READ_ONLY = (BookError, N_("案件簿“{where}”是只读的，这次没有记下。"))
_REFUSED = (BookError, N_("连不上案件簿“{where}”：{reason}"))

_BY_STATE: Mapping[str, tuple[type[BookError], str]] = {
    "40001": _COLLISION,
    "40P01": _COLLISION,
    "55P03": (BusyBook, N_("案件簿“{where}”正被别人写入，等了很久还没有轮到，请稍后再试。")),
    "53100": _FULL,
    "3F000": _NO_BOOK,
    "42P01": _NO_BOOK,
    "42501": _NOT_ALLOWED,
    "42P06": (BookError, N_("“{where}”已经存在，没有改动它；请换一个名字。")),
    "25006": _READ_ONLY,
    "23505": (Duplicate, N_("案件簿里已经有同样的记录（{columns}）。")),
    IMMUTABLE: (Unchangeable, N_("案件簿里的这类记录只能添加，不能改动或删除。")),
}


@contextmanager
def in_words(address: Address) -> Iterator[None]:
    """Say what PostgreSQL reports inside the block as a `BookError`.

    A mistake in our own SQL is no trouble of the book's and passes unchanged.
    """
    try:
        yield
    except psycopg.Error as error:
        kind, sentence = _BY_STATE.get(error.sqlstate or "", (None, ""))
        if kind is None:
            if not isinstance(error, psycopg.OperationalError):
                raise
            kind, sentence = _REFUSED
        raise kind(
            sentence, where=str(address), columns=error.diag.constraint_name or "", reason=_reason(error)
        ) from error


def _reason(error: psycopg.Error) -> str:
    """The first line of what the server or the network says, which never holds the password."""
    said = error.diag.message_primary or str(error)
    return next(iter(said.strip().splitlines()), type(error).__name__)
