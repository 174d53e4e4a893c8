"""A file as pictures of its pages, with the lines and characters counted on each: `look.py FILE [FOLDER]`.

Needs LibreOffice, poppler and a Chinese font (on Debian: libreoffice-writer-nogui, libreoffice-calc-nogui,
poppler-utils, fonts-noto-cjk). Lines are counted inside the text block of GB/T 9704-2012, so footnotes count
and page numbers do not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

_POINTS_PER_MM = 72 / 25.4
_TOP, _BOTTOM = 37 * _POINTS_PER_MM, (37 + 225) * _POINTS_PER_MM
_XHTML = "{http://www.w3.org/1999/xhtml}"


def pdf_of(file: Path, folder: Path) -> Path:
    """The file as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as profile:
        command = ("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to")
        subprocess.run((*command, "pdf", "--outdir", folder, file), check=True, stdout=subprocess.DEVNULL)
    return folder / f"{file.stem}.pdf"


def pictures_of(pdf: Path, folder: Path) -> list[Path]:
    """One picture a page."""
    subprocess.run(("pdftoppm", "-r", "90", "-png", pdf, folder / pdf.stem), check=True)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def lines_of(pdf: Path) -> list[list[str]]:
    """The lines of the text block of every page, from the top."""
    told = subprocess.run(("pdftotext", "-bbox", pdf, "-"), check=True, capture_output=True, text=True).stdout
    return [_lines(page) for page in ElementTree.fromstring(told).iter(f"{_XHTML}page")]


def _lines(page: ElementTree.Element) -> list[str]:
    """Words whose feet stand at the same height, put together again."""
    found: dict[int, list[tuple[float, str]]] = {}
    for word in page.iter(f"{_XHTML}word"):
        foot = float(word.attrib["yMax"])
        if foot >= _TOP and float(word.attrib["yMin"]) < _BOTTOM:
            near = next((place for place in found if abs(place - foot) < 8), round(foot))
            found.setdefault(near, []).append((float(word.attrib["xMin"]), word.text or ""))
    return ["".join(text for _, text in sorted(found[foot])) for foot in sorted(found)]


def main(file: Path, folder: Path) -> None:
    """Make the pictures, and say for every page how many lines of how many characters it has."""
    folder.mkdir(parents=True, exist_ok=True)
    pdf = pdf_of(file, folder)
    pictures = pictures_of(pdf, folder)
    for picture, lines in zip(pictures, lines_of(pdf), strict=True):
        lengths = Counter(map(len, lines)).most_common()
        print(f"{picture}: {len(lines)} lines: " + ", ".join(f"{n} of {length}" for length, n in lengths))


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit("usage: python tools/look.py FILE [FOLDER]")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else Path("pictures"))
