"""Statement and official tables counted a second time, naively, from the events as they are exported and nothing else.

Like a clerk with the files on the table: read each case's events in order, write down its rounds, and put it
into the columns. Nothing of the program is used but the codes it exports; what each column of an official table
counts is written out by hand from the domain handbook (§7), never read from the program's own descriptions.
"""

from tests.figures.recount.balance import balance
from tests.figures.recount.county import county
from tests.figures.recount.files import Dispute, Round, read
from tests.figures.recount.governance import governance
from tests.figures.recount.ministry import ministry
from tests.figures.recount.prevention import prevention
from tests.figures.recount.sheets import Cell, Sheet
from tests.figures.recount.statement import columns, recount, shares

__all__ = [
    "Cell",
    "Dispute",
    "Round",
    "Sheet",
    "balance",
    "columns",
    "county",
    "governance",
    "ministry",
    "prevention",
    "read",
    "recount",
    "shares",
]
