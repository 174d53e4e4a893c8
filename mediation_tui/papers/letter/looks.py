"""How each part of a letter looks: its typeface, size, place and distance, as Word's named styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.i18n import language
from mediation_tui.papers.letter import fonts
from mediation_tui.papers.letter.elements import w
from mediation_tui.papers.letter.fonts import LATIN, Face
from mediation_tui.papers.letter.measures import (
    BODY_POINTS,
    CHARACTER,
    FOLIO_LINE,
    FOLIO_POINTS,
    LINE,
    TIGHTER,
    TITLE_POINTS,
)


@dataclass(frozen=True)
class Look:
    """One named style of paragraphs.

    Attributes:
        id: Its name in the file.
        name: Its name in the word processor's list.
        face: The Chinese typeface.
        points: The size of the characters.
        align: Where the lines stand.
        indent: How many characters the first line starts further in.
        before: How many lines stay empty above.
        line: The distance of the lines in twips; none for the page's grid.
        outline: Its place in the outline; none for text.
        follows: Whether it stays on the page of the next paragraph.
        strong: Whether it is bold in English, which has no 黑体.
        latin: The typeface of letters and digits.
    """

    id: str
    name: str
    face: Face = fonts.BODY
    points: float = BODY_POINTS
    align: Literal["both", "left", "center", "right"] = "both"
    indent: int = 0
    before: int = 0
    line: int | None = None
    outline: int | None = None
    follows: bool = False
    strong: bool = False
    latin: str = LATIN


BODY = Look("LetterBody", "公文正文", indent=2)
DEPTHS = (
    BODY,
    Look("LetterFirst", "公文一级标题", fonts.FIRST, indent=2, outline=0, follows=True, strong=True),
    Look("LetterSecond", "公文二级标题", fonts.SECOND, indent=2, outline=1, follows=True),
    Look("LetterThird", "公文三级标题", indent=2),
    Look("LetterFourth", "公文四级标题", indent=2),
)
"""By the depth of a paragraph."""
NUMBER = Look("LetterNumber", "公文发文字号", align="right")
TITLE = Look(
    "LetterTitle", "公文标题", fonts.TITLE, TITLE_POINTS, "center", line=LINE, follows=True, strong=True
)
ADDRESSEE = Look("LetterAddressee", "公文主送机关", align="left", before=1)
ATTACHMENTS = Look("LetterAttachments", "公文附件说明", before=1)
MORE_ATTACHMENTS = Look("LetterMoreAttachments", "公文附件说明续")
SIGNER = Look("LetterSigner", "公文署名", align="center", before=2, follows=True)
DATE = Look("LetterDate", "公文成文日期", align="center")
CAPTION = Look("LetterCaption", "公文表题", fonts.FIRST, 14, "center", before=1, follows=True, strong=True)
LEAF_TITLE = Look("LeafTitle", "张贴表标题", fonts.TITLE, 18, "center", line=560, follows=True, strong=True)
LEAF_CELL = Look("LeafCell", "张贴表格", points=10.5, align="center", line=280)
UNIT_LINE = Look("LetterUnitLine", "公文表头", points=12, line=LINE, follows=True)
CELL = Look("LetterCell", "公文表格", points=12, align="center", line=320)
UNDER = Look("LetterUnder", "公文表注", points=10.5, line=300)
NOTE = Look("FootnoteText", "footnote text", points=10.5, line=300)
FOLIO = Look("Footer", "footer", fonts.FOLIO, FOLIO_POINTS, "left", line=FOLIO_LINE, latin=fonts.FOLIO.name)
LOOKS = (
    *DEPTHS, NUMBER, TITLE, ADDRESSEE, ATTACHMENTS, MORE_ATTACHMENTS, SIGNER, DATE,
    CAPTION, LEAF_TITLE, UNIT_LINE, CELL, LEAF_CELL, UNDER, NOTE, FOLIO,
)  # fmt: skip

MARK = "FootnoteReference"
"""The style of the raised mark behind a number."""


def styles() -> Iterator[BaseOxmlElement]:
    """Everything the file's style sheet holds."""
    yield w(
        "docDefaults",
        w("rPrDefault", _letters(Look("", ""))),
        w("pPrDefault", _setting()),
    )
    yield w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        _setting(),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    yield from (_style(look) for look in LOOKS)
    raised = w("rPr", w("vertAlign", val="superscript"))
    yield w("style", w("name", val="footnote reference"), raised, type="character", styleId=MARK)


def _setting() -> BaseOxmlElement:
    """What holds for all text: no line is held back at a page's foot, none is stretched between scripts."""
    off = ("widowControl", "autoSpaceDE", "autoSpaceDN")
    return w("pPr", *(w(name, val=0) for name in off), w("jc", val="both"))


def _style(look: Look) -> BaseOxmlElement:
    head = (w("name", val=look.name), w("basedOn", val="Normal"), w("qFormat"))
    return w("style", *head, _place(look), _letters(look), type="paragraph", styleId=look.id)


def _place(look: Look) -> BaseOxmlElement:
    parts = []
    if look.follows:
        parts.append(w("keepNext"))
    if look.line:
        parts.append(w("snapToGrid", val=0))
    parts.append(_spacing(look))
    if look.indent:
        parts.append(w("ind", firstLineChars=100 * look.indent, firstLine=look.indent * CHARACTER))
    parts.append(w("jc", val=look.align))
    if look.outline is not None:
        parts.append(w("outlineLvl", val=look.outline))
    return w("pPr", *parts)


def _spacing(look: Look) -> BaseOxmlElement:
    exact: dict[str, str | int] = {"line": look.line, "lineRule": "exact"} if look.line else {}
    return w("spacing", beforeLines=100 * look.before, before=look.before * LINE, after=0, **exact)


def _letters(look: Look) -> BaseOxmlElement:
    faces = w("rFonts", ascii=look.latin, hAnsi=look.latin, eastAsia=look.face.name, cs=look.latin)
    english = language() == "en"
    half_points = round(2 * look.points)
    return w(
        "rPr",
        faces,
        *((w("b"),) if look.strong and english else ()),
        *((w("spacing", val=TIGHTER),) if look.points == BODY_POINTS and not english else ()),
        w("sz", val=half_points),
        w("szCs", val=half_points),
        w("lang", val="en-GB", eastAsia="zh-CN"),
    )
