"""The program's door: `mediation-tui`, or `python -m mediation_tui`."""

from __future__ import annotations

import sys

from mediation_tui.cli.run import run


def main() -> int:
    """Do what the command line asks; the result is the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
