"""The official letter (公文、信函) as a Word file, laid out by GB/T 9704-2012."""

from mediation_tui.papers.letter.file import write_leaves, write_letter
from mediation_tui.papers.letter.fonts import missing_fonts
from mediation_tui.papers.letter.leaves import Leaves
from mediation_tui.papers.letter.letter import Letter, MisnumberedNotes, Note, Paragraph, Run

__all__ = [
    "Leaves",
    "Letter",
    "MisnumberedNotes",
    "Note",
    "Paragraph",
    "Run",
    "missing_fonts",
    "write_leaves",
    "write_letter",
]
