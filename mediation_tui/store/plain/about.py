"""What a plain file says of itself, in a table of its own: that it is a book, and of which format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mediation_tui.errors import NewerBook, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.shape import FORMAT_VERSION

ABOUT = "about"
"""The name of that table, which comes first."""

_PROGRAM = "mediation-tui"


def about() -> dict[str, Any]:
    """The one document of that table."""
    return {"program": _PROGRAM, "format": FORMAT_VERSION}


def require_known(path: Path, table: str, documents: Mapping[str, Any]) -> None:
    """Make sure that a file begins as one of ours, in this format.

    Args:
        path: The file.
        table: The name of its first table.
        documents: What is in it, by id.

    Raises:
        NotABook: It does not, or it was written before records looked as they do now.
        NewerBook: A newer version of the program wrote it.
    """
    document = documents.get("1")
    if table != ABOUT or not isinstance(document, dict) or document.get("program") != _PROGRAM:
        raise NotABook(N_("“{path}”不是由 book copy 写出的案件簿。"), path=path)
    found = document.get("format")
    if isinstance(found, int) and found > FORMAT_VERSION:
        raise NewerBook(
            N_(
                "“{path}”由更新版本的程序写成（格式 {found}，本程序只认到格式 {known}），请先升级程序；文件没有改动。"
            ),
            path=path,
            found=found,
            known=FORMAT_VERSION,
        )
    if found != FORMAT_VERSION:
        raise NotABook(
            N_("“{path}”是旧格式（格式 {found}，现在是格式 {known}），请从原来的案件簿重新写出一份。"),
            path=path,
            found=found,
            known=FORMAT_VERSION,
        )
