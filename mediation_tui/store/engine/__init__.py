"""The engine under the book: TinyDB's interface over one SQLite file.

A document is one row, a write is one transaction, and every row is checked against its checksum when it is
read. The repository above it sees `BookDB`, the `TableShape`s it gives, and sentences when something is wrong.
"""

from mediation_tui.store.engine.connecting import Journal
from mediation_tui.store.engine.creation import create_file, remove_file
from mediation_tui.store.engine.database import BookDB
from mediation_tui.store.engine.storage import BookStorage
from mediation_tui.store.engine.table import BookTable
from mediation_tui.store.patience import USUAL, Patience, say_nothing
from mediation_tui.store.port import Fault
from mediation_tui.store.shape import Column, Scalar, TableShape
from mediation_tui.store.trouble import Duplicate, Unchangeable

__all__ = [
    "USUAL",
    "BookDB",
    "BookStorage",
    "BookTable",
    "Column",
    "Duplicate",
    "Fault",
    "Journal",
    "Patience",
    "Scalar",
    "TableShape",
    "Unchangeable",
    "create_file",
    "remove_file",
    "say_nothing",
]
