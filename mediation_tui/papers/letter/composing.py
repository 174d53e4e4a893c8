"""A letter put together, from its number down to its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.i18n import _, language
from mediation_tui.papers.letter.closing import attachment_lines, signature
from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.footnotes import add_footnotes, first_mark, later_mark
from mediation_tui.papers.letter.layout import blank_letter, turn_page
from mediation_tui.papers.letter.letter import Letter, Note, Paragraph
from mediation_tui.papers.letter.looks import ADDRESSEE, DEPTHS, NUMBER, TITLE
from mediation_tui.papers.letter.measures import CHARACTERS, LINE, TITLE_ROOM
from mediation_tui.papers.letter.numbering import markers
from mediation_tui.papers.letter.table import is_wide, table_of
from mediation_tui.papers.letter.title import title_lines

_LONG_WORD = re.compile(rf"[!-~]{{{CHARACTERS},}}")
"""Words such as addresses on the net leave a gap before them; the line is not stretched to fill it."""


def composed(letter: Letter) -> Document:
    """The letter as a Word document."""
    document = blank_letter()
    add_footnotes(document, letter.notes)
    end = document.element.body.sectPr
    for part in _parts(letter):
        end.addprevious(part)
    if letter.table and is_wide(letter.table):
        turn_page(document, end.getprevious())
        for part in table_of(letter.table):
            end.addprevious(part)
    describe(document, letter.title, letter.signer_unit, letter.dated)
    return document


def _parts(letter: Letter) -> Iterator[BaseOxmlElement]:
    if letter.number:
        yield paragraph(NUMBER.id, run(letter.number))
    yield _title(letter)
    if letter.addressee:
        yield paragraph(ADDRESSEE.id, run(_("{addressee}：").format(addressee=letter.addressee)))
    yield from _text(letter)
    if letter.table and not is_wide(letter.table):
        yield from table_of(letter.table)
    yield from attachment_lines(letter.attachments)
    yield from signature(letter)


def _title(letter: Letter) -> BaseOxmlElement:
    """The title, two lines below the number where there is one."""
    line = paragraph(TITLE.id)
    if letter.number:
        line[0].append(w("spacing", beforeLines=200, before=2 * LINE))
    for place, said in enumerate(title_lines(letter.title, TITLE_ROOM)):
        line.append(run(*((w("br"),) if place else ()), said))
    return line


def _text(letter: Letter) -> Iterator[BaseOxmlElement]:
    met: set[Note] = set()
    for said, marker in zip(letter.body, markers(letter.body), strict=True):
        look = DEPTHS[said.depth]
        line = paragraph(look.id, *([run(marker)] if marker else []), *_runs(said, met))
        if _LONG_WORD.search(said.text):
            line[0].append(w("jc", val="left"))
        yield line


def _runs(said: Paragraph, met: set[Note]) -> Iterator[BaseOxmlElement]:
    """The paragraph's text, every number followed by the mark of its note."""
    for part in said.runs:
        yield run(part.text)
        if part.note:
            yield from (later_mark if part.note in met else first_mark)(part.note)
            met.add(part.note)


def describe(document: Document, title: str, unit: str, dated: date) -> None:
    """What the file says about itself: nothing that is not in it."""
    about = document.core_properties
    about.title, about.author = title[:255], unit[:255]
    about.created = about.modified = datetime.combine(dated, time())
    about.last_modified_by, about.comments, about.language = unit[:255], "", language()
