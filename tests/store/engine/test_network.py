"""Network folders are told from this machine's own disks by what the system says of them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import network
from mediation_tui.store.engine.mounts import is_windows_share, linux_mounts, mac_mounts, mount_of
from tests.builders import PEOPLE, TOWN, a_book

LINUX = r"""
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:30 / /mnt/office rw,relatime shared:7 - nfs4 server:/office rw,vers=4.2
31 30 0:31 / /mnt/office/local rw - ext4 /dev/sdb1 rw
32 27 0:32 / /mnt/共享\040盘 rw shared:1 master:2 - cifs //server/share rw
33 27 0:33 / /home/m/dav rw - fuse https://dav.example.org/ rw
34 27 0:34 / /home/m/ssh rw - fuse.sshfs m@server:/ rw
35 27 0:35 / /mnt/c rw - 9p C:\134 rw,dirsync
36 27 0:36 / /mnt/stick rw - fuseblk /dev/sdc1 rw
37 27 0:37 / /mnt/host rw - virtiofs host rw
38 27 0:38 / /auto rw - autofs systemd-1 rw
39 38 0:39 / /auto rw - nfs server:/auto rw
half a line
"""

MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//m@server/office on /Volumes/共享 (1) (smbfs, nodev, nosuid, mounted by m)
https://dav.example.org/ on /Volumes/dav (webdav, nodev, nosuid)
"""


def on_linux(path: str, told: str = LINUX) -> str:
    mount = mount_of(path, linux_mounts(told))
    return mount.type if mount and mount.is_shared else ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/m/office.book", ""),
        ("/mnt/office/office.book", "nfs4"),
        ("/mnt/office", "nfs4"),
        ("/mnt/office2/office.book", ""),
        ("/mnt/office/local/office.book", ""),
        ("/mnt/共享 盘/office.book", "cifs"),
        ("/home/m/dav/office.book", "fuse"),
        ("/home/m/ssh/office.book", "fuse.sshfs"),
        ("/mnt/c/Users/m/office.book", "9p"),
        ("/mnt/stick/office.book", ""),
        ("/mnt/host/office.book", ""),
        ("/auto/office.book", "nfs"),
    ],
)
def test_the_innermost_mount_decides_on_linux(path: str, kind: str) -> None:
    assert on_linux(path) == kind


@pytest.mark.parametrize("kind", ["overlay", "9p", "nfs"])
def test_what_a_container_runs_from_is_its_own(kind: str) -> None:
    assert on_linux("/office.book", f"27 1 0:5 / / rw - {kind} none rw") == ""


def test_a_system_that_tells_nothing_is_trusted() -> None:
    assert on_linux("/office.book", "") == ""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/Users/m/office.book", False),
        ("/Volumes/共享 (1)/office.book", True),
        ("/Volumes/dav/office.book", True),
    ],
)
def test_a_mac_tells_its_volumes(path: str, shared: bool) -> None:
    mount = mount_of(path, mac_mounts(MAC))
    assert mount
    assert mount.is_shared == shared


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\office\office.book", True),
        ("//server/office/office.book", True),
        (r"\\?\UNC\server\office\office.book", True),
        (r"\\wsl.localhost\Debian\home\office.book", True),
        (r"C:\office.book", False),
        (r"\\?\C:\office.book", False),
        (r"\\.\C:\office.book", False),
    ],
)
def test_windows_names_the_server(path: str, share: bool) -> None:
    assert is_windows_share(path) == share


def test_this_machines_own_disk_is_asked_about_without_trouble(tmp_path: Path) -> None:
    assert network.network_kind(tmp_path / "not" / "there" / "office.book") == ""


@pytest.fixture
def in_a_network_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder the system calls one of a server's."""
    monkeypatch.setattr(network, "network_kind", lambda path: "cifs")
    return tmp_path


def create(path: Path, *, allow_network: bool) -> EmbeddedBook:
    return EmbeddedBook.create(path, TOWN, PEOPLE, shipped_rules(), "o1", allow_network=allow_network)


def test_no_book_is_made_in_a_network_folder_unless_somebody_knows_better(in_a_network_folder: Path) -> None:
    path = in_a_network_folder / "office.book"
    with pytest.raises(BookError, match=r"网络文件夹（cifs）.*postgresql://.*allow_network_folder = true"):
        create(path, allow_network=False)
    assert list(in_a_network_folder.iterdir()) == []
    create(path, allow_network=True).close()
    with closing(EmbeddedBook(path, allow_network=True)) as book:
        assert book.origin == "o1"


def test_no_book_is_opened_in_a_network_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(a_book(tmp_path)) as book:
        path = Path(book.location)
    there = sorted((file.name, file.read_bytes()) for file in tmp_path.iterdir())
    monkeypatch.setattr(network, "network_kind", lambda path: "9p")
    with pytest.raises(BookError, match="网络文件夹（9p）"):
        EmbeddedBook(path)
    assert sorted((file.name, file.read_bytes()) for file in tmp_path.iterdir()) == there
