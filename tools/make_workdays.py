"""Write the table of working days shipped with the program, from the announcements `chinesecalendar` collects.

Only what departs from Monday to Friday is kept. Run it after an upgrade of `chinesecalendar` brings a new year:

    python tools/make_workdays.py
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from chinese_calendar.constants import holidays, workdays

TABLE = Path(__file__).parents[1] / "mediation_tui" / "rules" / "data" / "workdays.toml"
PREFACE = """\
# Working days by year, as announced by the State Council: what departs from Monday to Friday.
# rest: weekdays that are holidays; work: Saturdays and Sundays worked to make up for them.
# A file of the user's in this shape adds years to the table, or replaces years of it.
"""


def main() -> None:
    """Write the table."""
    years = sorted({day.year for day in holidays})
    TABLE.write_text(PREFACE + "".join(map(section, years)), encoding="utf-8")


def section(year: int) -> str:
    """The part of the table for one year."""
    rest = (day for day in holidays if day.year == year and day.weekday() < 5)
    work = (day for day in workdays if day.year == year and day.weekday() >= 5)
    return f"\n[{year}]\nrest = {listed(rest)}\nwork = {listed(work)}\n"


def listed(days: Iterable[date]) -> str:
    """Days as a TOML string of months and days, which is read three times as fast as an array."""
    return '"' + " ".join(f"{day:%m-%d}" for day in sorted(days)) + '"'


if __name__ == "__main__":
    main()
