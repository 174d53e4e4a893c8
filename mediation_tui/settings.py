"""What a terminal remembers from one start to the next: language, who sits at it, which book is theirs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

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
    """

    file: Path
    language: Language | None = None
    actor: str = ""
    book: str = ""

    @classmethod
    def load(cls, file: Path) -> Self:
        """What the file says; without a file, nothing is set.

        Raises:
            SettingsError: It cannot be read, or says something that cannot be.
        """
        found = _read(file)
        language = found.get("language")
        texts = {name: found.get(name, "") for name in ("actor", "book")}
        if language not in (None, *LANGUAGES) or not all(isinstance(text, str) for text in texts.values()):
            raise SettingsError(N_("设置文件“{path}”里有写错的项目，请改正或删掉它。"), path=file)
        return cls(file, language, **texts)

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
        for name in ("language", "actor", "book"):
            if value := getattr(self, name):
                document[name] = value
            else:
                document.pop(name, None)
        return tomlkit.dumps(document)


def _read(file: Path) -> dict[str, Any]:
    if not file.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(N_("设置文件“{path}”读不懂，请改正或删掉它。"), path=file) from error
