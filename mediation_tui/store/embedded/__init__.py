"""The embedded book: one file, TinyDB over SQLite."""

from mediation_tui.store.embedded.book import EmbeddedBook

__all__ = ["EmbeddedBook"]
