"""What stands before the command: which book, which language.

It is read before click is imported, because click's messages and every help text are made in the language
spoken at that moment, and because opening the app needs nothing else of click's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast, get_args

from mediation_tui.i18n import Language

_OPTIONS = ("--book", "--lang")


class Preamble(NamedTuple):
    """The options before the command, as far as they are plain.

    Attributes:
        book: The book named.
        language: The language asked for.
        command: Everything else; empty when the app is to be opened.
    """

    book: str | None
    language: Language | None
    command: tuple[str, ...]


def preamble(arguments: Sequence[str]) -> Preamble:
    """Take the leading options off; whatever looks odd stays with the command, for click to judge."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest and (pair := _leading_option(rest)):
        name, value, length = pair
        if name == "--lang" and value not in get_args(Language):
            break
        found[name] = value
        del rest[:length]
    return Preamble(found.get("--book"), cast("Language | None", found.get("--lang")), tuple(rest))


def _leading_option(rest: Sequence[str]) -> tuple[str, str, int] | None:
    """The first argument as an option, its value, and how many arguments the two take."""
    name, separator, value = rest[0].partition("=")
    if name not in _OPTIONS:
        return None
    if separator:
        return name, value, 1
    return (name, rest[1], 2) if len(rest) > 1 else None
