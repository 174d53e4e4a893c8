"""What a terminal remembers from one start to the next: language, who sits at it, which book is theirs."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, Self

from mediation_tui.errors import MediationError
from mediation_tui.i18n import LANGUAGES, N_, Language


class SettingsError(MediationError):
    """The settings file cannot be read or written."""


@dataclass(frozen=True)
class Settings:
    """One person's settings; a changed copy is made with `dataclasses.replace` and saved.

    Attributes:
        file: Where they are kept.
        language: None follows the environment.
        actor: The roster id or name under which acts are written; empty follows the system's user.
        book: The book opened when none is named; empty means the usual place.
        backups: How many automatic backups of a book are kept; 0 for none.
        backup_folder: Where they are kept; empty means beside the book.
        allow_network_folder: Whether a book may be in a network folder; only for whoever knows that no other machine
            uses it.
        journal: How a file's commits are made safe: `wal`, or `truncate` where the log beside it gives trouble.
    """

    file: Path
    language: Language | None = None
    actor: str = ""
    book: str = ""
    backups: int = 10
    backup_folder: str = ""
    allow_network_folder: bool = False
    journal: Literal["wal", "truncate"] = "wal"

    @classmethod
    def load(cls, file: Path) -> Self:
        """What the file says; without a file, nothing is set.

        Raises:
            SettingsError: It cannot be read, or says something that cannot be.
        """
        found = _read(file)
        kept = {name: found[name] for name in _defaults() if name in found}
        if not all(_fits(name, value) for name, value in kept.items()):
            raise SettingsError(N_("设置文件“{path}”里有写错的项目，请改正或删掉它。"), path=file)
        return cls(file, **kept)

    def save(self) -> None:
        """Write them, leaving alone whatever else the file holds.

        Raises:
            SettingsError: The file could not be written; it is as it was.
        """
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.file.with_name(f".{self.file.name}.new")
            fresh.write_text(self._merged(), "utf-8")
            os.replace(fresh, self.file)
        except OSError as error:
            raise SettingsError(
                N_("设置没有存成：{path}（{reason}）"), path=self.file, reason=error.strerror
            ) from error

    def _merged(self) -> str:
        import tomlkit

        document = tomlkit.parse(self.file.read_text("utf-8") if self.file.exists() else "")
        for name, usual in _defaults().items():
            if (value := getattr(self, name)) != usual:
                document[name] = value
            else:
                document.pop(name, None)
        return tomlkit.dumps(document)


def _defaults() -> dict[str, Any]:
    """Everything a file may set, and what holds when it does not."""
    return {field.name: field.default for field in fields(Settings) if field.name != "file"}


def _fits(name: str, value: object) -> bool:
    """Whether a setting can be what the file says."""
    match name:
        case "language":
            return value in LANGUAGES
        case "journal":
            return value in ("wal", "truncate")
        case "backups":
            return type(value) is int and value >= 0
        case "allow_network_folder":
            return isinstance(value, bool)
        case _:
            return isinstance(value, str)


def _read(file: Path) -> dict[str, Any]:
    if not file.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(N_("设置文件“{path}”读不懂，请改正或删掉它。"), path=file) from error
