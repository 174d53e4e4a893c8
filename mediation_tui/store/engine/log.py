"""The write-ahead log beside a book's file."""

from __future__ import annotations

from pathlib import Path


def log_bytes(path: Path) -> int:
    """The size of the log of the file at a path; 0 where there is none, or it is out of reach."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except OSError:
        return 0
