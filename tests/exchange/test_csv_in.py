import codecs
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.delimited import read_delimited

TEXT = "案号,当事人\r\n1号,才让·卓玛\r\n"
CSV = Path("台账.csv")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        TEXT.replace(",", ";").encode("gb18030"),
        TEXT.replace(",", "\t").encode(),
    ],
)
def test_every_encoding_and_separator_an_office_writes_is_read(data: bytes) -> None:
    rows = read_delimited(data, CSV).rows
    assert [row.cells for row in rows] == [("案号", "当事人"), ("1号", "才让·卓玛")]


def test_rare_characters_survive_both_encodings() -> None:
    for encoding in ("utf-8", "gb18030"):
        assert read_delimited("𠮷㐀䶮,喆".encode(encoding), CSV).rows[0].cells == ("𠮷㐀䶮", "喆")


def test_quoted_separators_and_line_breaks_stay_in_their_cell() -> None:
    rows = read_delimited('案号,简要情况\n1号,"争地界,\n吵架"\n2号,\n'.encode(), CSV).rows
    assert rows[1].cells == ("1号", "争地界,\n吵架")
    assert (rows[2].number, rows[2].cells) == (3, ("2号", None))


@pytest.mark.parametrize("data", [b"\xff\xfa\x80,\x81", b"PK\x00\x00\x01", b"\xef\xbb\xbf\xff"])
def test_characters_no_one_can_make_out_are_said(data: bytes) -> None:
    with pytest.raises(SheetError, match="编码认不出来"):
        read_delimited(data, CSV)


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(SheetError):
        read_delimited(data, CSV)
