"""The program on another day, as if the machine's clock stood there: `python -m tests.e2e.on 2026-07-06 …`."""

from __future__ import annotations

import sys
from datetime import date, timedelta

from mediation_tui.cli.run import run
from mediation_tui.clock import SetClock

if __name__ == "__main__":
    day, *arguments = sys.argv[1:]
    sys.exit(run(arguments, SetClock.on(date.fromisoformat(day), tick=timedelta(milliseconds=1))))
