"""Reading a TOML file of an office's, with one sentence on whatever cannot be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from mediation_tui.errors import SheetError
from mediation_tui.i18n import N_
from mediation_tui.model.tomltext import line_left_open

_LONGEST_FILE = 1 << 20


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a file and what it says.

    Raises:
        SheetError: It cannot be read, or is no TOML; the sentence names the file, and the line.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise SheetError(N_("读不了“{path}”（{reason}）。"), path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise SheetError(N_("“{path}”不是 UTF-8 编码的文字，请另存为 UTF-8。"), path=path) from error
    if len(content) > _LONGEST_FILE:
        raise SheetError(N_("“{path}”太大，不像是手写的文件。"), path=path)
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        sentence = N_("“{path}”第 {line} 行不合 TOML 的写法：引号、括号要成对，每项写成 名 = 值")
        raise SheetError(sentence, path=path, line=_line(text, error)) from error


def _line(text: str, error: Exception) -> int:
    """The line at which reading ended, or on which a bracket was left open."""
    at = re.search(r"line (\d+)", str(error))
    line = int(at.group(1)) if at else text.rstrip().count("\n") + 1
    return line if at and "Unclosed array" not in str(error) else line_left_open(text, line)
