from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from mediation_tui.store.engine.synced import syncing_service


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\m\OneDrive\office.book"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\m\OneDrive - 共和镇\案件\office.book"), "OneDrive"),
        (PureWindowsPath(r"D:\我的坚果云\office.book"), "坚果云 Nutstore"),
        (PureWindowsPath(r"D:\Nutstore Files\office.book"), "坚果云 Nutstore"),
        (PureWindowsPath(r"D:\百度网盘同步空间\office.book"), "百度网盘 Baidu"),
        (PureWindowsPath(r"D:\腾讯微云\office.book"), "微云 Weiyun"),
        (PurePosixPath("/home/m/Dropbox (Personal)/office.book"), "Dropbox"),
        (PurePosixPath("/Users/m/Library/Mobile Documents/com~apple~CloudDocs/office.book"), "iCloud"),
    ],
)
def test_a_service_is_known_by_its_folder(path: PurePosixPath, service: str) -> None:
    assert syncing_service(path) == service


@pytest.mark.parametrize(
    "path",
    [
        "/home/m/office.book",
        "/home/m/Dropbox.book",
        "/home/m/dropboxes/a.book",
        "/d/BaiduNetdiskDownload/a.book",
    ],
)
def test_no_other_folder_is_suspected(path: str) -> None:
    assert syncing_service(PurePosixPath(path)) == ""
