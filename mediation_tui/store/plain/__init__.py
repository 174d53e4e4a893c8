"""The plain form of a book: one JSON file that any TinyDB program opens, for taking a book elsewhere and back."""

from mediation_tui.store.plain.reading import PlainBook
from mediation_tui.store.plain.writing import plain_in_the_making, write_plain

__all__ = ["PlainBook", "plain_in_the_making", "write_plain"]
