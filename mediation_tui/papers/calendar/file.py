"""A calendar written as a file (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from mediation_tui import __version__
from mediation_tui.i18n import language
from mediation_tui.papers.calendar.entries import Calendar, Entry
from mediation_tui.papers.fresh import fresh_file

_DAY = timedelta(days=1)


def write_calendar(path: Path, calendar: Calendar, *, overwrite: bool = False) -> None:
    """Write a calendar as .ics; the same calendar gives the same bytes.

    Args:
        path: The file's name.
        calendar: What to write.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    with fresh_file(path, overwrite=overwrite) as file:
        file.write(calendar_bytes(calendar))


def calendar_bytes(calendar: Calendar) -> bytes:
    """A calendar as a calendar program reads it; no entry of it takes up anybody's time, and none rings."""
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", f"-//mediation-tui//mediation-tui {__version__}//{language().upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", calendar.name)
    made.add("x-wr-timezone", "Asia/Shanghai")
    for entry in calendar.entries:
        event = icalendar.Event()
        for name, value in _properties(entry, calendar):
            event.add(name, value)
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _properties(entry: Entry, calendar: Calendar) -> tuple[tuple[str, object], ...]:
    """All of one day, whatever the zone of who looks; the end of an all-day event is the day after (3.6.1)."""
    return (
        ("uid", entry.uid),
        ("dtstamp", calendar.made_at),
        ("last-modified", entry.touched_at),
        ("sequence", entry.version),
        ("dtstart", entry.on),
        ("dtend", entry.on + _DAY),
        ("summary", entry.summary),
        ("description", entry.description),
        ("transp", "TRANSPARENT"),
        ("class", "CONFIDENTIAL"),
    )
