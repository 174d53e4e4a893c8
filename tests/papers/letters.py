"""Letters to look at, and how a written one is read back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from mediation_tui.papers.letter import Letter, Note, Paragraph, Run, write_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RECEIVED = Note(1, "受理＝2024年登记的案件 137 件，截止 2025-01-06 17:00。")
STAYED = Note(2, "小事不出村率（乙）＝78/137。")

LETTER = Letter(
    title="共和镇司法所关于2024年度人民调解和“小事不出村、大事不出镇”工作情况的报告",
    addressee="共和镇人民政府",
    body=(
        Paragraph.plain("基本情况", 1),
        Paragraph((Run("受理137件", RECEIVED), Run("，小事不出村率56.9 %", STAYED), Run("。"))),
        Paragraph.plain("各村", 2),
        Paragraph.plain("东岔村。", 3),
        Paragraph.plain("阿家村。", 3),
        Paragraph.plain("履行。", 4),
        Paragraph.plain("打算", 1),
        Paragraph.plain("网格", 2),
        Paragraph((Run("全年受理137件", RECEIVED), Run("。"))),
    ),
    signer_unit="共和镇司法所",
    dated=date(2025, 1, 6),
    attachments=("统计表", "案件明细"),
    number="共司〔2025〕3号",
)


class Written:
    """A letter's file taken apart."""

    def __init__(self, folder: Path, letter: Letter) -> None:
        path = folder / "信函.docx"
        write_letter(path, letter, overwrite=True)
        with ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    def one(self, path: str, part: str = "document") -> dict[str, str]:
        """The attributes of the only element there is."""
        (found,) = self.all(path, part)
        return {name.removeprefix(W): value for name, value in found.attrib.items()}

    def all(self, path: str, part: str = "document") -> list[etree._Element]:
        return self.part(part).xpath(path, namespaces={"w": W[1:-1]})

    def style(self, name: str, tag: str) -> dict[str, str]:
        return self.one(f"//w:style[@w:styleId='{name}']/*/w:{tag}", "styles")

    def said(self, look: str) -> list[str]:
        """The text of every paragraph of one look."""
        return [text_of(line) for line in self.all(f"//w:p[w:pPr/w:pStyle/@w:val='{look}']")]


def text_of(element: etree._Element) -> str:
    return "".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    for part in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        yield {"br": "\n", "tab": "\t"}.get(part.tag.removeprefix(W), part.text or "")
