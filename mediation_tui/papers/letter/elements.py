"""Word's elements, made short: `w("jc", val="both")` is `<w:jc w:val="both"/>`."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.i18n import language

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def w(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element of WordprocessingML with its children; every attribute is of the same namespace."""
    element: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def text(said: str) -> BaseOxmlElement:
    """Text with its blanks kept; characters no XML file can hold are left out."""
    element = w("t")
    element.text = _UNWRITABLE.sub("", said)
    element.set(qn("xml:space"), "preserve")
    return element


def run(*said: str | BaseOxmlElement, style: str = "") -> BaseOxmlElement:
    """A run; in Chinese the marks that both scripts share, such as “ and ·, are set in the Chinese typeface."""
    properties = w("rPr")
    if style:
        properties.append(w("rStyle", val=style))
    if language() == "zh":
        properties.append(w("rFonts", hint="eastAsia"))
    return w("r", properties, *(text(part) if isinstance(part, str) else part for part in said))


def paragraph(look: str, *content: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph in one of the letter's looks."""
    return w("p", w("pPr", w("pStyle", val=look)), *content)
