"""Whatever goes wrong is one sentence on stderr, with an exit code, and never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mediation_tui.bootstrap import Workplace, crash_log
from tests.builders import ID_NUMBER, PHONE
from tests.cli.conftest import Say

PROGRAM = (sys.executable, "-m", "mediation_tui")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("cas", "没有这个命令：cas"),
        ("case lst", "没有这个命令：lst"),
        ("case show", "没有写参数 '案号'"),
        ("case show 1 2", "多写了参数：2"),
        ("case list --ope", "没有这个选项：--ope"),
        ("case list --text", "选项 --text 后面要写 1 个值"),
        ("--lang fr check", "“fr”不在可选的 'zh', 'en' 之内"),
        ("demo x.book --cases many", "“many”不是数字"),
        ("demo x.book --cases -1", "-1 不在"),
        ("report statement --from 2026-01-01", "没有写选项 '--to'"),
    ],
)
def test_misuse_is_told_in_chinese_with_the_way_to_the_help(say: Say, line: str, sentence: str) -> None:
    said = say(*line.split())
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert "--help）\n" in said.err
    assert said.err.count("\n") == 1


def test_misuse_is_told_in_english_when_that_is_spoken(say: Say) -> None:
    said = say("--lang", "en", "case", "show")
    assert said.code == 2
    assert said.err.startswith("Missing argument")


def test_without_a_book_the_sentence_says_how_to_make_one(say: Say) -> None:
    said = say("case", "list")
    assert said.code == 1
    assert "mediation-tui demo" in said.err
    assert "mediation-tui new" in said.err


def test_a_missing_file_is_no_book(say: Say, tmp_path: Path) -> None:
    said = say("--book", tmp_path / "nowhere.book", "check")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "nowhere.book").exists()


def test_a_database_s_address_is_refused_without_repeating_its_password(say: Say) -> None:
    said = say("--book", "postgresql://head:secret@office/book", "check")
    assert (said.code, said.out) == (1, "")
    assert "postgresql" in said.err
    assert "secret" not in said.err


def test_the_app_needs_a_terminal(say: Say, book: str) -> None:
    said = say("--book", book)
    assert (said.code, said.out) == (1, "")
    assert "界面要在终端里打开" in said.err


def test_an_interruption_is_no_disaster(say: Say, book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: Workplace) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workplace, "whereabouts", interrupt)
    assert say("--book", book, "check") == (1, "", "已中断。\n")


def test_a_failure_of_the_program_is_logged_without_anything_personal(
    say: Say, book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = ("马占龙", PHONE, "单小山", ID_NUMBER)

    def fail(_self: Workplace) -> str:
        try:
            raise KeyError(*people[:2])
        except KeyError as error:
            raise ValueError(*people[2:]) from error

    monkeypatch.setattr(Workplace, "whereabouts", fail)
    said = say("--book", book, "check")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"程序内部出错：ValueError，已写入日志 {crash_log()}\n"
    log = crash_log().read_text("utf-8")
    assert "in fail" in log
    assert "KeyError" in log.split("which led to:")[0]
    assert not any(text in log for text in people)


def test_settings_that_cannot_be_read_are_named(say: Say, own_home: Path) -> None:
    file = own_home / "config" / "mediation-tui" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('language = "fr"')
    said = say("check")
    assert said.code == 1
    assert str(file) in said.err


def test_a_reader_that_leaves_early_gets_no_traceback(book: str) -> None:
    listing = (*PROGRAM, "--book", book, "case", "events", "--all", "--json")
    with subprocess.Popen(listing, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as listed:
        assert listed.stdout
        assert listed.stderr
        listed.stdout.close()
        assert listed.stderr.read() == "输出没有写完：接收的一方已经关闭。\n"
    assert listed.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_gets_no_traceback(book: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            (*PROGRAM, "--book", book, "case", "list"),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("读写出错：输出")
    assert done.stderr.count("\n") == 1


def test_a_terminal_without_chinese_loses_characters_but_no_json(book: str) -> None:
    import json
    import os

    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    run = {"capture_output": True, "check": True, "env": environment}
    table = subprocess.run((*PROGRAM, "--book", book, "case", "list"), **run)
    assert b"????" in table.stdout
    listed = subprocess.run((*PROGRAM, "--book", book, "case", "list", "--json"), **run)
    assert json.loads(listed.stdout)[0]["village_name"] == "上庄村"
