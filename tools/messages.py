"""The message catalogues: gather the sentences of the code, and see that every one is translated.

python tools/messages.py update    merge new sentences into the English catalogue, drop unused ones
python tools/messages.py check     exit 1, naming them, when sentences are missing, stale or ill-formed
python tools/messages.py compile   write the .mo beside each .po
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "mediation_tui"
ENGLISH = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "mediation_tui.po"
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_PLACEHOLDER = re.compile(r"\{(\w+)[^{}]*\}")
_PROJECT = {"project": "mediation-tui", "copyright_holder": "the mediation-tui authors", "charset": "utf-8"}


def gathered() -> Catalog:
    """Every sentence marked in the code, in the order of its files."""
    catalog = Catalog(**_PROJECT)
    found = sorted(
        extract_from_dir(PACKAGE, [("**.py", "python")], keywords=_KEYWORDS), key=lambda entry: entry[:2]
    )
    for file, _line, message, _comments, context in found:
        catalog.add(message, None, [(Path("mediation_tui", file).as_posix(), 0)], context=context)
    return catalog


def english() -> Catalog:
    """The English catalogue as it is kept."""
    if not ENGLISH.exists():
        return Catalog(locale="en", **_PROJECT)
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def update() -> None:
    """Merge what was gathered into the English catalogue; translations are kept, guesses are not made."""
    catalog = english()
    catalog.update(gathered(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, catalog, width=110, sort_by_file=True, include_lineno=False, omit_header=False)


def faults() -> Iterator[str]:
    """What keeps the catalogue from being complete."""
    wanted = {message.id for message in gathered() if message.id}
    kept = {message.id: message for message in english() if message.id}
    for missing in sorted(map(str, wanted - kept.keys())):
        yield f"not in the catalogue: {missing}"
    for stale in sorted(map(str, kept.keys() - wanted)):
        yield f"no longer in the code: {stale}"
    for message in kept.values():
        yield from _faults_of(message)


def _faults_of(message: Message) -> Iterator[str]:
    sources = message.id if isinstance(message.id, tuple | list) else (message.id,)
    targets = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if not all(targets) or message.fuzzy:
        yield f"not translated: {message.id}"
    for target in filter(None, targets):
        if _places(str(target)) - _places(sources[0]):
            yield f"other placeholders: {message.id} → {target}"
        elif _places(sources[0]) - _places(str(target)) and len(targets) == 1:
            yield f"placeholders missing: {message.id} → {target}"


def _places(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def compile_all() -> None:
    """Write the binary catalogues the program reads."""
    for source in sorted((PACKAGE / "locale").rglob("*.po")):
        with source.open("rb") as readable, source.with_suffix(".mo").open("wb") as writable:
            write_mo(writable, read_po(readable, locale=source.parts[-3]))


def main(arguments: list[str]) -> int:
    """Do what the first argument says."""
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            found = list(faults())
            print("\n".join(found) or "the English catalogue is complete")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
