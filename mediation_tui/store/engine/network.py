"""A book must be on this machine's own disk: SQLite's writers agree through memory that machines do not share."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.mounts import is_windows_share, linux_mounts, mac_mounts, mount_of

_REMOTE_DRIVE = 4
"""What Windows answers for a drive letter that stands for a server's folder."""


def require_own_disk(path: Path) -> None:
    """Make sure that a path is not in a network folder, as far as the system tells.

    Raises:
        BookError: It is; the sentence says what to do instead.
    """
    if kind := network_kind(path):
        raise BookError(
            N_(
                "“{path}”在网络文件夹（{kind}）里，几台电脑共用会损坏案件簿，所以没有使用；请放到本机磁盘上，"
                "要几台电脑共用请改用 PostgreSQL（--book postgresql://…），确知只有这一台电脑用它，"
                "可以在 settings.toml 里写 allow_network_folder = true。"
            ),
            path=path,
            kind=kind,
        )


def network_kind(path: Path) -> str:
    """What kind of network folder a path is in; empty for this machine's own disks, and where nobody can tell."""
    try:
        real = path.resolve()
        if sys.platform == "win32":
            return _on_windows(real)
        if sys.platform == "darwin":
            return _on_a_mac(real)
        return _on_linux(real)
    except OSError:  # a system that keeps its mounts to itself
        return ""


def _on_linux(path: Path) -> str:
    told = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    mount = mount_of(str(path), linux_mounts(told))
    return mount.type if mount and mount.is_shared else ""


def _on_a_mac(path: Path) -> str:
    """Ask for the mounts only where the path is on another volume than people's own folders."""
    import subprocess

    folder = next(parent for parent in (path, *path.parents) if parent.exists())
    if folder.stat().st_dev == Path("/Users").stat().st_dev:
        return ""
    told = subprocess.run(
        ["/sbin/mount"], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    mount = mount_of(str(path), mac_mounts(told.stdout))
    return mount.type if mount and mount.is_shared else ""


def _on_windows(path: Path) -> str:
    if is_windows_share(str(path)):
        return path.drive
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE:
            return path.drive
    return ""
