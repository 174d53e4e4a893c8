"""The program's door: `mediation-tui`, or `python -m mediation_tui`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Do what the command line asks; the result is the exit code."""
    gc.disable()  # importing makes many objects and no garbage; whoever starts to work turns it on
    from mediation_tui.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
