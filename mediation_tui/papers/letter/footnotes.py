"""Notes as Word's own footnotes: they stand on the page of their number and move with it.

python-docx has no footnotes; the part it lacks is made here, with the two lines that part notes from text.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.letter import Note
from mediation_tui.papers.letter.looks import MARK, NOTE


def add_footnotes(document: Document, notes: Iterable[Note]) -> None:
    """Give the document its notes; marks in the text refer to them by their number."""
    separators = (_separator(-1, "separator"), _separator(0, "continuationSeparator"))
    root = w("footnotes", *separators, *map(_footnote, notes))
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def first_mark(note: Note) -> tuple[BaseOxmlElement, ...]:
    """The mark that carries a note, bookmarked so that others can refer to it.

    Its brackets keep it from being read as a digit of the number before it. They stand in runs of their own:
    LibreOffice takes whatever shares the run for a mark made by hand, and numbers the notes wrongly.
    """
    return (
        run("[", style=MARK),
        w("bookmarkStart", id=note.number, name=_name(note)),
        run(w("footnoteReference", id=note.number), style=MARK),
        w("bookmarkEnd", id=note.number),
        run("]", style=MARK),
    )


def later_mark(note: Note) -> tuple[BaseOxmlElement, ...]:
    """A mark that refers to a note met before; Word keeps its number right."""
    number = run(str(note.number), style=MARK)
    field = w("fldSimple", number, instr=f" NOTEREF {_name(note)} \\f \\h ")
    return (run("[", style=MARK), field, run("]", style=MARK))


def _name(note: Note) -> str:
    return f"_Note{note.number}"


def _footnote(note: Note) -> BaseOxmlElement:
    """The note under the line; LibreOffice sets its number first, whatever stands before it."""
    mark = run(w("footnoteRef"), style=MARK)
    return w("footnote", paragraph(NOTE.id, mark, run(" "), run(note.text)), id=note.number)


def _separator(number: int, kind: str) -> BaseOxmlElement:
    return w("footnote", paragraph(NOTE.id, w("r", w(kind))), id=number, type=kind)
