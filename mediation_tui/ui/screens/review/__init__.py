"""The weekly review (周研判) in the room where it is held."""

from mediation_tui.ui.screens.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
