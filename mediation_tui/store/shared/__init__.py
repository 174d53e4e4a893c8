"""The shared book: the same records in PostgreSQL, for several machines at once.

Needs the extra `postgres` (psycopg 3). Nobody who reads waits for somebody who writes; who writes waits only for
those who write the same case, or who are giving a case number at the same moment.
"""

from mediation_tui.store.shared.book import SharedBook

__all__ = ["SharedBook"]
