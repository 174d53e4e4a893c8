"""Folders that a cloud service keeps the same on several machines, recognised by their names."""

from __future__ import annotations

import re
from pathlib import PurePath

_SERVICES = {
    "OneDrive": r"onedrive( ?-.+)?",
    "Dropbox": r"dropbox( ?\(.+\))?",
    "iCloud": r"icloud ?drive|com~apple~clouddocs",
    "Google Drive": r"google ?drive(-.+)?|googledrive-.+",
    "坚果云 Nutstore": r"(我的)?坚果云|nutstore( files)?",
    "百度网盘 Baidu": r"百度网盘(同步.*)?|百度云同步盘|baidusyncdisk",
    "微云 Weiyun": r"(腾讯)?微云(同步.*)?|weiyun( ?sync)?",
    "WPS 云盘": r"wps ?云盘|wpsdrive",
    "Nextcloud": r"nextcloud",
    "Seafile": r"seafile",
}
"""For each service, the names its folder goes by, in small letters."""


def syncing_service(path: PurePath) -> str:
    """Which service's folder a path is in; empty if none is known."""
    for part in reversed(path.parent.parts):
        for service, names in _SERVICES.items():
            if re.fullmatch(names, part.casefold()):
                return service
    return ""
