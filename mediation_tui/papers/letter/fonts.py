"""The typefaces of an official letter, what may stand in for them, and which of them this machine lacks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass

LATIN = "Times New Roman"
"""For letters and digits, in Chinese and in English letters alike."""


@dataclass(frozen=True)
class Face:
    """A Chinese typeface.

    Attributes:
        name: What the letter asks for.
        aliases: Other names of the same typeface.
        fallbacks: What may stand in for it, best first; declared in the file's font table.
        family: Its kind, for word processors that have none of these.
    """

    name: str
    aliases: tuple[str, ...]
    fallbacks: tuple[str, ...]
    family: str = "roman"


TITLE = Face(
    "方正小标宋简体", ("FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"), ("方正小标宋_GBK", "华文中宋", "宋体")
)
BODY = Face("仿宋_GB2312", ("FangSong_GB2312",), ("仿宋", "FangSong", "华文仿宋", "宋体"), "modern")
FIRST = Face("黑体", ("SimHei",), ("思源黑体", "Noto Sans CJK SC", "华文黑体"), "swiss")
SECOND = Face("楷体_GB2312", ("KaiTi_GB2312",), ("楷体", "KaiTi", "华文楷体"), "modern")
FOLIO = Face("宋体", ("SimSun",), ("新宋体", "华文宋体", "Noto Serif CJK SC"))
FACES = (TITLE, BODY, FIRST, SECOND, FOLIO)


def missing_fonts() -> tuple[str, ...] | None:
    """The names of the letter's typefaces that are not installed here; none where that cannot be found out.

    The file is right all the same: on a machine that has them it shows them.
    """
    installed = _installed()
    if installed is None:
        return None
    return tuple(face.name for face in FACES if installed.isdisjoint(_names(face)))


def _names(face: Face) -> set[str]:
    return {name.casefold() for name in (face.name, *face.aliases)}


def _installed() -> set[str] | None:
    """The families on this machine, in small letters."""
    return _registered() if sys.platform == "win32" else _listed()


def _listed() -> set[str] | None:
    """What fontconfig knows."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    done = subprocess.run((program, ":", "family"), capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        return None
    return {name.strip().casefold() for line in done.stdout.splitlines() for name in line.split(",")}


def _registered() -> set[str] | None:
    """What Windows has registered: `仿宋 & 新仿宋 (TrueType)`."""
    if sys.platform != "win32":
        return None
    import winreg

    names: set[str] = set()
    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            key = winreg.OpenKey(hive, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts")
        except OSError:
            continue
        with key:
            for place in range(winreg.QueryInfoKey(key)[1]):
                families = winreg.EnumValue(key, place)[0].partition(" (")[0]
                names.update(name.strip().casefold() for name in families.split("&"))
    return names
