import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading import files
from mediation_tui.exchange.reading.files import read_sheets
from mediation_tui.exchange.reading.raw import Merged, RawRow
from mediation_tui.exchange.reading.spreadsheet import read_spreadsheet

XLS = Path(__file__).parent / "files" / "ledger.xls"


def test_rows_carry_the_numbers_the_user_sees(xlsx: Callable[..., Path]) -> None:
    (sheet,) = read_sheets(xlsx([], ["", ""], [None, "案号"], [], [None, "1号", date(2024, 5, 6)]))
    filled = [row for row in sheet.rows if row.filled]
    assert filled[0] == RawRow(3, (None, "案号", None))
    assert filled[1] == RawRow(5, (None, "1号", date(2024, 5, 6)))


def test_points_in_time_numbers_and_yes_or_no_come_as_they_are(xlsx: Callable[..., Path]) -> None:
    (sheet,) = read_sheets(xlsx(["a", datetime(2024, 5, 6, 9, 30), 13800001111, 0.5, True]))
    assert sheet.rows[0].cells == ("a", datetime(2024, 5, 6, 9, 30), 13800001111, 0.5, True)


def test_titles_and_merged_areas_are_kept(xlsx: Callable[..., Path]) -> None:
    (sheet,) = read_sheets(xlsx(["矛盾纠纷台账"], ["案号", "电话"], merged=["A1:B1"]))
    assert sheet.rows[0].filled == ("矛盾纠纷台账",)
    assert sheet.merged == (Merged(1, 0, 1, 1),)


def test_hidden_rows_are_read_and_said(xlsx: Callable[..., Path]) -> None:
    (sheet,) = read_sheets(xlsx(["案号"], ["1号"], ["2号"], ["3号"], hidden=[2, 4]))
    assert len(sheet.rows) == 4
    assert sheet.hidden_rows == (2, 4)
    assert sheet.remarks() == ("工作表“台账”有 2 行隐藏着，也一并读入",)


def test_hidden_tabs_are_read_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["案号"])
    hidden = book.create_sheet("底稿")
    hidden.append(["1号"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    sheets = read_sheets(tmp_path / "a.xlsx")
    assert [sheet.hidden for sheet in sheets] == [False, True]
    assert sheets[1].remarks() == ("工作表“底稿”是隐藏的，也一并读入",)


def test_dates_of_an_old_macintosh_workbook_are_the_ones_it_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([date(2024, 5, 6)])
    book.save(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.xlsx")[0].rows[0].cells == (date(2024, 5, 6),)


def test_an_old_xls_is_read() -> None:
    (sheet,) = read_sheets(XLS)
    assert sheet.name == "台账"
    assert sheet.rows[3].cells == (1, "（2024）共和民调字第1号", 13900001234, date(2024, 5, 6), 2000)


def test_an_old_xls_saved_as_xlsx_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(XLS.read_bytes())
    assert read_sheets(path) == read_sheets(XLS)


def test_an_ods_is_read(ods: Callable[..., Path]) -> None:
    (sheet,) = read_sheets(ods(["案号", "电话"], ["1号", "13800001111"]))
    assert sheet.rows[1] == RawRow(2, ("1号", "13800001111"))


def said(path: Path) -> str:
    with pytest.raises(SheetError) as refusal:
        read_sheets(path)
    assert str(path) in str(refusal.value)
    return str(refusal.value)


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, xlsx: Callable[..., Path]) -> None:
    assert said(tmp_path / "无.xlsx").startswith("没有这个文件")
    assert said(tmp_path).startswith("这是一个文件夹")
    assert said(xlsx(name="空.xlsx")).startswith("表里没有内容")
    whole = xlsx(["案号"], name="半.xlsx").read_bytes()

    def named(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    assert said(named("a.pdf", b"%PDF-1.7")).startswith("不认识这种文件")
    assert said(named("a.docx", whole)).startswith("不认识这种文件")
    assert said(named("b.xlsx", whole[: len(whole) // 2])).startswith("打不开")
    assert said(named("c.xlsx", b"\x01\x00\x02rubbish")).startswith("打不开")
    assert said(named("d.xls", b"<html><table><tr><td>1</td></tr></table></html>")).startswith(
        "里面其实是网页"
    )
    assert said(named("e.xls", b"")).startswith("表里没有内容")
    assert said(named("f.csv", b"\n\n,,\n")).startswith("表里没有内容")


@pytest.mark.parametrize("length", [600, 3000, 5000, 6000])
def test_an_old_xls_that_was_cut_off_on_its_way_is_said(
    tmp_path: Path, length: int, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(XLS.read_bytes()[:length])
    assert said(path).startswith("打不开")
    assert capfd.readouterr() == ("", "")


def test_a_file_with_a_password_is_said(tmp_path: Path) -> None:
    path = tmp_path / "密.xlsx"
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(signature + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(480))
    assert said(path).startswith("文件加了密码")


def test_a_file_too_large_is_said_before_it_is_read(
    xlsx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = xlsx(["案号"])
    monkeypatch.setattr(files, "LARGEST", 100)
    assert said(path).startswith("文件超过 50 MB")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_torn_file_is_read_or_refused_and_never_breaks_the_program(damage: list[tuple[int, int]]) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["案号", "受理时间"])
    book.save(out)
    torn = bytearray(out.getvalue())
    for place, value in damage:
        torn[place % len(torn)] = value
    with suppress(SheetError):
        read_spreadsheet(bytes(torn), Path("台账.xlsx"))
