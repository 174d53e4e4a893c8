"""A new file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_


class FileNotWritten(MediationError):
    """A file could not be written; whatever stood in its place is untouched."""


_REASONS = {
    errno.ENOSPC: N_("磁盘满了，文件没有写成：{path}"),
    errno.EDQUOT: N_("磁盘满了，文件没有写成：{path}"),
    errno.EACCES: N_("没有权限写这个文件，或者它正在别的程序里打开着：{path}"),
    errno.EPERM: N_("没有权限写这个文件，或者它正在别的程序里打开着：{path}"),
    errno.EROFS: N_("这个磁盘是只读的，写不进去：{path}"),
    errno.ENOENT: N_("没有这个文件夹：{folder}"),
    errno.ENOTDIR: N_("没有这个文件夹：{folder}"),
    errno.EISDIR: N_("这是一个文件夹，请给出文件名：{path}"),
    errno.ENAMETOOLONG: N_("文件名太长：{path}"),
}
_OTHERWISE = N_("文件没有写成：{path}（{reason}）")


@contextmanager
def fresh_file(path: Path, *, overwrite: bool = False) -> Iterator[IO[bytes]]:
    """A binary file to write to; it takes its name only once everything is on the disk.

    Args:
        path: The name it will have.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused.
    """
    try:
        _refuse_taken(path, overwrite)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _refuse_taken(path, overwrite)
            os.replace(name, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(name)
        _settle(path.parent)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> FileNotWritten:
    """What the system said, as a sentence for people."""
    sentence = _REASONS.get(error.errno or 0, _OTHERWISE)
    return FileNotWritten(sentence, path=path, folder=path.parent, reason=error.strerror or str(error))


def _refuse_taken(path: Path, overwrite: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not overwrite:
        raise FileNotWritten(N_("已经有这个文件了，没有覆盖：{path}"), path=path)


def _settle(folder: Path) -> None:
    """Put the renaming itself on the disk, where folders can be synchronised."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
