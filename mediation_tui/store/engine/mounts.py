"""Which file system a path is on, and whether other machines write to it, read from what the system tells."""

from __future__ import annotations

import ntpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SHARED = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb2",
        "smb3",
        "smbfs",
        "afs",
        "afpfs",
        "webdav",
        "davfs",
        "ncpfs",
        "coda",
        "9p",
        "drvfs",
        "glusterfs",
        "ceph",
        "lustre",
        "gpfs",
        "beegfs",
        "orangefs",
        "pvfs2",
        "ocfs2",
        "gfs2",
        "vboxsf",
        "vmhgfs",
        "prl_fs",
    ]
)
"""File systems of servers and of other machines' disks; WSL shows Windows' own disks as 9p or drvfs."""

_SHARED_IN_USERSPACE = frozenset(
    [
        "sshfs",
        "rclone",
        "davfs",
        "davfs2",
        "curlftpfs",
        "smbnetfs",
        "gvfsd-fuse",
        "kio-fuse",
        "vmhgfs-fuse",
        "glusterfs",
        "ceph",
        "s3fs",
        "goofys",
        "gcsfuse",
        "juicefs",
        "mfs",
        "onedriver",
        "google-drive-ocamlfuse",
    ]
)
"""The same, after `fuse.`."""

_OCTAL = re.compile(r"\\([0-7]{3})")
_ON_A_MAC = re.compile(r"(?P<source>.+?) on (?P<point>/.*) \((?P<type>[^,)]+)[^()]*\)")


class Mount(NamedTuple):
    """A file system in its place.

    Attributes:
        point: The folder it fills.
        type: What the system calls its kind.
        source: Where its contents are.
    """

    point: str
    type: str
    source: str

    @property
    def is_shared(self) -> bool:
        """Whether other machines may be writing to it behind this one's back.

        What the system itself runs from is this machine's, whatever a container calls it.
        """
        if self.point == "/":
            return False
        kind, _, subtype = self.type.partition(".")
        if kind == "fuse":
            return subtype in _SHARED_IN_USERSPACE or "://" in self.source
        return kind in _SHARED


def linux_mounts(mountinfo: str) -> Iterator[Mount]:
    """The mounts in the text of `/proc/self/mountinfo`; later ones lie over earlier ones."""
    for line in mountinfo.splitlines():
        place, separator, what = line.partition(" - ")
        fields, kinds = place.split(" "), what.split(" ")
        if separator and len(fields) > 4 and len(kinds) > 1:
            yield Mount(_unescaped(fields[4]), kinds[0], _unescaped(kinds[1]))


def mac_mounts(told: str) -> Iterator[Mount]:
    """The mounts in what macOS' `mount` prints."""
    for line in told.splitlines():
        if found := _ON_A_MAC.fullmatch(line):
            yield Mount(found["point"], found["type"], found["source"])


def mount_of(path: str, mounts: Iterable[Mount]) -> Mount | None:
    """The mount an absolute path without links is on: the innermost, of several in one place the last."""
    innermost: Mount | None = None
    for mount in mounts:
        holds = path == mount.point or path.startswith(mount.point.rstrip("/") + "/")
        if holds and (innermost is None or len(mount.point) >= len(innermost.point)):
            innermost = mount
    return innermost


def is_windows_share(path: str) -> bool:
    r"""Whether a Windows path names a server: `\\server\share\…`, also as `\\?\UNC\server\share\…`."""
    drive = ntpath.splitdrive(path.replace("/", "\\"))[0].upper()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive.startswith("\\\\?\\UNC")
    return drive.startswith("\\\\")


def _unescaped(field: str) -> str:
    return _OCTAL.sub(lambda octal: chr(int(octal[1], 8)), field) if "\\" in field else field
