"""The English catalogue says everything the code says, in words that fit where they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from rich.cells import cell_len

from mediation_tui.model.vocabulary import Level, State
from tools import messages

GLOSSARY = Path(__file__).parent.parent / "docs" / "glossary.md"

IN_CHINESE = frozenset(
    {
        "中文 / English",
        "看不懂；可以写：依申请、主动调解、法院委托等",
        "要写明不予受理的理由，如“不予受理（法院已受理）”",
    }
)
"""Where Chinese is meant: the name of the language, and words to be typed into a Chinese sheet."""

WIDTHS = {
    6: ("号", "户数", "在办", "超期", "层级", "风险"),
    7: ("全部",),
    8: ("类别", "今日", "台账", "村网格", "统计"),
    9: ("期限", "今天到期", "超 {n} 天", "还有 {n} 天"),
    10: ("状态", "事项", "登记", "本年新登记", "本年调结"),
    14: ("村·网格", "村（社区）·网格"),
    16: ("当事人",),
}
"""Heads, tabs and short words, by the cells they have on a screen 80 wide."""

_NOT_ENGLISH = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_TITLE_OF_A_LAW = re.compile(r" \([\u4e00-\u9fff]+(法|条例|规定)\)")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return messages.english()


def _pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    for message in catalogue:
        if message.id:
            yield from ((_source(message), english) for english in _texts(message.string))


def _source(message: Message) -> str:
    return _texts(message.id)[0]


def _texts(found: str | Sequence[str] | None) -> tuple[str, ...]:
    """One text for each form, singular first."""
    return (found,) if isinstance(found, str) else tuple(found or ())


def _english(catalogue: Catalog, source: str) -> str:
    found = catalogue.get(source) or catalogue.get((source, source))
    assert found, f"not in the catalogue: {source}"
    return _texts(found.string)[-1]


def _places(text: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None}


def test_every_sentence_of_the_code_is_translated_and_no_other() -> None:
    assert list(messages.faults()) == []


def test_the_catalogue_compiles_to_what_gettext_reads(catalogue: Catalog) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    spoken = GNUTranslations(compiled)
    assert spoken.gettext("调解中") == "Mediating"
    assert [spoken.ngettext("{n} 件", "{n} 件", n).format(n=n) for n in (1, 2)] == ["1 case", "2 cases"]


def test_every_sentence_takes_the_facts_of_its_source(catalogue: Catalog) -> None:
    for source, english in _pairs(catalogue):
        assert _places(english) == _places(source), english


def test_nothing_chinese_is_left_but_the_titles_of_laws(catalogue: Catalog) -> None:
    for source, english in _pairs(catalogue):
        if source not in IN_CHINESE:
            assert not _NOT_ENGLISH.search(_TITLE_OF_A_LAW.sub("", english)), english


def test_the_title_of_a_law_is_given_once(catalogue: Catalog) -> None:
    titles = [title[0] for _, english in _pairs(catalogue) for title in _TITLE_OF_A_LAW.finditer(english)]
    assert len(titles) == len(set(titles))


def test_a_sentence_is_closed_where_its_source_is(catalogue: Catalog) -> None:
    for source, english in _pairs(catalogue):
        assert english.removesuffix("No.").rstrip().endswith(".") == source.endswith("。"), english


@pytest.mark.parametrize(
    ("cells", "source"), [(cells, source) for cells in WIDTHS for source in WIDTHS[cells]]
)
def test_a_short_word_fits_its_place(catalogue: Catalog, cells: int, source: str) -> None:
    english = _english(catalogue, source).replace("{n}", "90")
    assert cell_len(english) <= cells, english


def test_states_are_told_apart(catalogue: Catalog) -> None:
    words = [_english(catalogue, state.source) for state in State]
    assert len(words) == len(set(words))


def test_the_glossary_says_what_the_screens_say(catalogue: Catalog) -> None:
    glossary = dict(
        re.findall(r"^\| (\S+) \| `[^`]+` \| ([^|]+) \|", GLOSSARY.read_text("utf-8"), re.MULTILINE)
    )
    shown = {source: english for source, english in _pairs(catalogue) if source in glossary}
    assert {chinese: glossary[chinese] for chinese in shown} == shown
    assert glossary.keys() >= {word.source for word in (*State, *Level)}
