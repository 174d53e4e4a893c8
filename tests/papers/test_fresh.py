import errno
import os
from pathlib import Path

import pytest

from mediation_tui.papers.fresh import FileNotWritten, fresh_file


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with fresh_file(path) as file:
        file.write("案号".encode())
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "案号"
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(FileNotWritten, match="没有覆盖"), fresh_file(path) as file:
        file.write(b"new")
    assert path.read_text() == "old"
    with fresh_file(path, overwrite=True) as file:
        file.write(b"new")
    assert path.read_text() == "new"


def test_a_file_that_came_meanwhile_is_not_replaced_either(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(FileNotWritten, match="没有覆盖"), fresh_file(path):
        path.write_text("theirs")
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_writing_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(TypeError), fresh_file(path, overwrite=True) as file:
        file.writelines([b"half", None])  # type: ignore[list-item]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EACCES, "正在别的程序里打开着"),
        (errno.EROFS, "只读"),
        (errno.EIO, "文件没有写成"),
    ],
)
def test_a_disk_that_refuses_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FileNotWritten, match=sentence), fresh_file(tmp_path / "a.csv") as file:
        file.write(b"x")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_or_in_the_way_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="没有这个文件夹"), fresh_file(tmp_path / "无" / "a.csv"):
        pass
    with pytest.raises(FileNotWritten, match="请给出文件名"), fresh_file(tmp_path):
        pass
