"""A row as it stood in its sheet, kept in the case as a note: nothing it said is lost, and a later sheet can be compared.

The words are the record's own and do not follow the language on screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mediation_tui.model.events import Event, NoteAdded
from mediation_tui.model.fold import effective

_MARK = "台账原文"
_COLON = "："


def note_of(original: Iterable[tuple[str, str]], whence: str) -> NoteAdded:
    """The note that keeps a row."""
    return NoteAdded(
        text="\n".join([f"{_MARK}（{whence}）", *(f"{heading}{_COLON}{text}" for heading, text in original)])
    )


def last_original(events: tuple[Event, ...]) -> Mapping[str, str] | None:
    """What the last row taken into a case said under each heading; none for a case no sheet has told of."""
    for event in reversed(effective(events)):
        if isinstance(event.data, NoteAdded) and event.data.text.startswith(_MARK):
            pairs = (line.partition(_COLON) for line in event.data.text.split("\n")[1:])
            return {heading: text for heading, _colon, text in pairs}
    return None


def changed_headings(before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """The headings under which two rows differ."""
    return frozenset(heading for heading in {*before, *after} if before.get(heading) != after.get(heading))
