"""The Desk: everything a person may do. It is the one way to write into a book."""

from __future__ import annotations

from mediation_tui.desk.desk import Desk

__all__ = ["Desk"]
