"""An empty letter: paper, grid, page numbers, typefaces and looks, and nothing of python-docx's own template."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.fonts import FACES, Face
from mediation_tui.papers.letter.looks import FOLIO, styles
from mediation_tui.papers.letter.measures import (
    BOTTOM,
    CHARACTER,
    FOLIO_POINTS,
    FOLIO_REACH,
    HEADER,
    LEAF_BOTTOM,
    LEAF_SIDE,
    LEAF_TOP,
    LEFT,
    LINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TOP,
)

if TYPE_CHECKING:
    from docx.section import _Footer

_KEPT = {RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME}

_NEVER_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠["
)
"""What begins no line: Word's own list for Chinese, and the bracket of a note's mark."""


def blank_letter() -> Document:
    """A document with one empty page laid out by the standard."""
    return _blank(_page(turned=False))


def blank_leaf() -> Document:
    """A document with one empty page to hang up: A4 on its side, with narrow margins."""
    return _blank(_sides(PAGE_HEIGHT, PAGE_WIDTH, (LEAF_TOP, LEAF_SIDE, LEAF_BOTTOM, LEAF_SIDE)))


def _blank(page: tuple[BaseOxmlElement, ...]) -> Document:
    document = docx.Document()
    _forget_template(document)
    _refill(document.styles.element, *styles())
    _refill(document.settings.element, *_settings())
    _name_faces(document)
    section = document.sections[0]
    _refill(section._sectPr, *page)
    _number_pages(section.footer, align="right", side="right")
    _number_pages(section.even_page_footer, align="left", side="left")
    return document


def _forget_template(document: Document) -> None:
    """Leave out the template's thumbnail and statistics, its second style sheet, its lists and its custom parts."""
    relations = document.part.rels
    for name in [name for name, relation in relations.items() if relation.reltype not in _KEPT]:
        del relations[name]
    package = document.part.package
    if package:
        dropped = {RT.THUMBNAIL, RT.EXTENDED_PROPERTIES}
        for name in [name for name, relation in package.rels.items() if relation.reltype in dropped]:
            del package.rels[name]


def _refill(element: BaseOxmlElement, *children: BaseOxmlElement) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _settings() -> tuple[BaseOxmlElement, ...]:
    """Odd and even pages differ; punctuation keeps its width; the file is of today's Word."""
    mode = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return (
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=2 * CHARACTER),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("noLineBreaksBefore", lang="zh-CN", val=_NEVER_FIRST),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", w("spaceForUL"), w("balanceSingleByteDoubleByteWidth"), w("useFELayout"), mode),
        w("themeFontLang", val="en-GB", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _name_faces(document: Document) -> None:
    """The font table, with what may stand in for each typeface."""
    table = document.part.part_related_by(RT.FONT_TABLE)
    faces = "".join(map(_face, FACES))
    table._blob = f"<w:fonts {nsdecls('w')}>{faces}</w:fonts>".encode()


def _face(face: Face) -> str:
    others = ",".join((*face.aliases, *face.fallbacks))
    return (
        f'<w:font w:name="{face.name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{face.family}"/><w:pitch w:val="variable"/></w:font>'
    )


def turn_page(document: Document, last: BaseOxmlElement) -> None:
    """Let what follows a paragraph stand on pages of its own that lie on their side.

    Args:
        document: The letter.
        last: The last paragraph of the upright pages.
    """
    properties = document.element.body.sectPr
    last[0].append(deepcopy(properties))
    _refill(properties, *_page(turned=True))


def _page(*, turned: bool) -> tuple[BaseOxmlElement, ...]:
    """A4, the margins of the standard, and a grid of 22 lines; a turned page has its head at the binding."""
    if turned:
        return _sides(PAGE_HEIGHT, PAGE_WIDTH, (LEFT, TOP, RIGHT, BOTTOM))
    return _sides(PAGE_WIDTH, PAGE_HEIGHT, (TOP, RIGHT, BOTTOM, LEFT))


def _sides(width: int, height: int, margins: tuple[int, int, int, int]) -> tuple[BaseOxmlElement, ...]:
    """Paper of a width and height with its margins: top, right, bottom, left."""
    turned = {"orient": "landscape"} if width > height else {}
    top, right, bottom, left = margins
    edges = {"top": top, "right": right, "bottom": bottom, "left": left, "header": HEADER, "gutter": 0}
    return (
        w("footnotePr", w("numFmt", val="decimal")),
        w("pgSz", w=width, h=height, **turned),
        w("pgMar", **edges, footer=bottom - FOLIO_REACH),
        w("docGrid", type="lines", linePitch=LINE),
    )


def _number_pages(footer: _Footer, *, align: str, side: str) -> None:
    """`— 1 —`, one character in from the outer edge."""
    footer.is_linked_to_previous = False
    page = w("fldSimple", run("1"), instr=" PAGE ")
    line = paragraph(FOLIO.id, run("— "), page, run(" —"))
    away: dict[str, str | int] = {f"{side}Chars": 100, side: FOLIO_POINTS * 20}
    line[0].extend((w("ind", **away), w("jc", val=align)))
    _refill(footer._element, line)
