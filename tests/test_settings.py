from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mediation_tui.settings import Settings, SettingsError


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert Settings.load(file) == Settings(file, None, "", "")


def test_what_is_saved_is_found_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a" / "settings.toml", "en", "王生财", "C:\\案件簿\\本所.book")
    settings.save()
    assert Settings.load(settings.file) == settings


def test_saving_keeps_remarks_and_settings_of_other_versions(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# 所长的终端\nactor = "o1"\nlanguage = "zh"\n\n[future]\nx = 1\n', "utf-8")
    replace(Settings.load(file), language=None, book="b.book").save()
    text = file.read_text("utf-8")
    assert text.startswith('# 所长的终端\nactor = "o1"\n')
    assert "language" not in text
    assert 'book = "b.book"' in text
    assert "x = 1" in text
    assert Settings.load(file).book == "b.book"


def test_how_many_backups_are_kept_and_where_is_found_again(tmp_path: Path) -> None:
    for settings in (
        Settings(tmp_path / "few.toml", backups=2, backup_folder="/mnt/备份"),
        Settings(tmp_path / "none.toml", backups=0),
    ):
        settings.save()
        assert Settings.load(settings.file) == settings


def test_a_network_folder_stays_allowed_when_something_else_is_saved(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("allow_network_folder = true\n", "utf-8")
    replace(Settings.load(file), actor="o1").save()
    assert Settings.load(file) == Settings(file, actor="o1", allow_network_folder=True)


NONSENSE = (
    'language = "fr"',
    "actor = 3",
    "book = ",
    "\x00",
    "allow_network_folder = 1",
    'journal = "off"',
    "backups = -1",
    "backups = true",
    'backups = "ten"',
    "backup_folder = 3",
)


@pytest.mark.parametrize("text", NONSENSE)
def test_a_file_that_says_nonsense_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        Settings.load(file)


def test_what_cannot_be_saved_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="没有存成"):
        Settings(tmp_path / "file" / "settings.toml", "en").save()
