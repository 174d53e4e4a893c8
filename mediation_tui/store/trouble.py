"""What a book refuses, whatever engine holds it."""

from __future__ import annotations

from mediation_tui.errors import BookError


class Duplicate(BookError):
    """A record with the same identity is already there; `facts["columns"]` names what may occur only once."""


class Unchangeable(BookError):
    """The record may only be added, never changed or removed."""
