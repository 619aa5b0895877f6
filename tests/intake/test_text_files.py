"""Text tables in any usual encoding, with any usual separator; a quoted newline is no new record."""

from __future__ import annotations

import os

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.intake.encodings import encoding_of
from collabdesk.intake.reader import read

GERMAN = "Träger;Straße;Förderung\nUniversität Köln;Größe 1;1.000,00\nMünchner Gewässer;Süd 2;2,50\n"
GREEK = "Φορέας;Τίτλος;Ποσό\nΠανεπιστήμιο Αθηνών;Έρευνα και τεχνολογία;1.000,00\n"
POLISH = "Nazwa;Tytuł;Kwota\nUniwersytet Łódzki;Źródła energii w województwie;10,50\nŚląski;Łączność;1\n"
RUSSIAN = "Название;Сумма;Код\nУниверситет;Исследование новых материалов;1\nИнститут;Сеть;2\n"
TURKISH = "Kuruluş;Başlık;Tutar\nİstanbul Üniversitesi;Güneş enerjisi araştırması;1\nÇağdaş;Ölçüm;2\n"
LATVIAN = "Nosaukums;Summa;Nr\nLatvijas Universitāte;Pētījumi par ūdens kvalitāti;1\nĢimene;Ķīmija;2\n"
CZECH = "Název;Příjemce;Částka\nVysoké učení;Výzkum šíření tepla;1\nŽďár;Účel;2\n"
HUNGARIAN = "Név;Tárgy;Összeg\nMiskolci Egyetem;Környezetvédelmi fejlesztés;1\nGyőr;Hőszivattyúk;2\n"
CHINESE = "项目名称;负责人;经费\n新型材料研究;王小明;1000\n城市水资源管理;李华;2000\n"
TAIWANESE = "計畫名稱;主持人;經費\n新型材料研究;王小明;1000\n城市水資源管理;李華;2000\n"
JAPANESE = "課題名;代表者;配分額\n新しい材料の研究;山田太郎;1000\n都市における水資源の管理;鈴木;2000\n"
KOREAN = "과제명;책임자;금액\n신소재 연구;김철수;1000\n도시 수자원 관리;이영희;2000\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (GREEK, "cp1253"),
        (GERMAN, "utf-16-be"),
        (GERMAN, "utf-32-le"),
        (GREEK, "iso8859_7"),
        (GREEK, "utf-16-be"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-16-le"),
        (TURKISH, "cp1254"),
        (LATVIAN, "cp1257"),
        (CZECH, "iso8859_2"),
        (HUNGARIAN, "cp1250"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (JAPANESE, "cp932"),
        (KOREAN, "cp949"),
    ],
)
def test_every_usual_encoding_is_known_by_its_bytes(text, encoding, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    grid = read(path).grids[0]
    assert [list(r) for r in grid.rows] == [line.split(";") for line in text.strip().split("\n")]


def test_a_cut_character_at_the_end_does_not_hide_utf8():
    assert encoding_of("Zürich".encode() * 10 + "ü".encode()[:1]) == "utf-8"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found(separator, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("\n".join(separator.join(("a b", "1", "x")) for _ in range(5)), "utf-8")
    book = read(path)
    assert book.separator == separator
    assert list(book.grids[0].rows[4]) == ["a b", "1", "x"]


def test_a_quoted_newline_is_no_new_record(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b'code,title\r\nP1,"two\r\nlines"\r\nP2,one\r\n')
    rows = read(path).grids[0].rows
    assert len(rows) == 3
    assert list(rows[2]) == ["P2", "one"]


def test_bare_carriage_returns_end_records(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"code,title\rP1,one\rP2,two\r")
    assert [list(r) for r in read(path).grids[0].rows] == [["code", "title"], ["P1", "one"], ["P2", "two"]]


def test_html_under_the_name_of_a_spreadsheet_is_a_table(tmp_path):
    path = tmp_path / "list.xls"
    path.write_text(
        "<html><meta charset=utf-8><table><tr><th>Code<th colspan=2>Züge</tr><tr><td>007<td>a&amp;b<td>c</table>",
        "utf-8",
    )
    book = read(path)
    assert book.format == "html"
    assert [list(r) for r in book.grids[0].rows] == [["Code", "Züge", None], ["007", "a&b", "c"]]


def test_json_is_no_table(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text('{"a": 1}')
    with pytest.raises(Refused, match="JSON"):
        read(path)


def rows_read(tmp_path, content: bytes):
    (tmp_path / "list.csv").write_bytes(content)
    return read(tmp_path / "list.csv").grids[0]


@pytest.mark.parametrize(
    "content", [b"sep=;\r\na,b;c\r\nd;e\r\n", b"sep=;\ra,b;c\rd;e", b"\xef\xbb\xbfsep=;\na,b;c\nd;e\n"]
)
def test_a_first_line_may_name_the_separator(tmp_path, content):
    assert [list(r) for r in rows_read(tmp_path, content).rows] == [["a,b", "c"], ["d", "e"]]


def test_line_ends_may_be_mixed_and_zero_bytes_are_dropped(tmp_path):
    grid = rows_read(tmp_path, b"a;b\r\n1;x\0\0\n2;y\r3;z")
    assert [list(r) for r in grid.rows] == [["a", "b"], ["1", "x"], ["2", "y"], ["3", "z"]]


def test_doubled_quotes_are_one_quote(tmp_path):
    assert list(rows_read(tmp_path, b'a;b\n"the ""big"" one";2\n').rows[1]) == ['the "big" one', "2"]


def test_a_quote_that_is_never_closed_swallows_nothing(tmp_path):
    lines = "".join(f"P{n};title {n};{n}\n" for n in range(20))
    grid = rows_read(tmp_path, f'code;title;amount\nP;5" pipes;1\nQ;"5 pipes;2\n{lines}'.encode())
    assert len(grid.rows) == 23
    assert list(grid.rows[2]) == ["Q", "5 pipes", "2"]
    assert list(grid.rows[22]) == ["P19", "title 19", "19"]
    assert [(row, code) for row, _, code, _ in grid.troubles] == [(3, "open-quote")]


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(500)])
def test_bytes_that_are_no_text_are_refused(tmp_path, content):
    with pytest.raises(Refused):
        rows_read(tmp_path, content)


def page(tmp_path, content: bytes):
    (tmp_path / "list.xls").write_bytes(content)
    return read(tmp_path / "list.xls").grids


def test_a_page_may_be_in_any_encoding_it_names(tmp_path):
    table = "<table><tr><td>Größe<td>1<tr><td>€<td>2</table>"
    named = f'<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">{table}'
    for content in (named.encode("cp1252"), f"<html>{table}".encode("utf-16"), f"<html>{table}".encode("cp1252")):
        grid = page(tmp_path, content)[0]
        assert [list(r) for r in grid.rows] == [["Größe", "1"], ["€", "2"]]


def test_cells_that_span_rows_and_tables_inside_of_cells_keep_their_places(tmp_path):
    inner = "<table><tr><td>x<td>y<tr><td>z<td>w</table>"
    outer = f"<table><tr><td rowspan=2>A<td>B<tr><td>C<tr style='display:none'><td>D {inner}<td>E&nbsp;&euro;</table>"
    first, second = page(tmp_path, f"<html>{outer}".encode())
    assert [list(r) for r in first.rows] == [["x", "y"], ["z", "w"]]
    assert [list(r) for r in second.rows] == [["A", "B"], [None, "C"], ["D", "E €"]]
    assert second.merges == ((1, 1, 2, 1),)
    assert second.hidden_rows == {3}


def test_the_exact_number_behind_a_shown_one_is_read(tmp_path):
    cells = '<table><tr><td>a<td>b<tr><td x:num="1234.5678">1.234,57<td x:num="38000">13.01.2004</table>'
    assert list(page(tmp_path, f"<html>{cells}".encode())[0].rows[1]) == [1234.5678, "13.01.2004"]


@pytest.mark.parametrize("content", [b"x" * 3_000_000, b",".join(b"c%d" % n for n in range(20_000)) + b"\n1,2\n"])
def test_a_text_that_no_table_is_written_in_is_refused(tmp_path, content):
    with pytest.raises(Refused, match="no table of texts"):
        rows_read(tmp_path, content)


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path):
    with pytest.raises(Refused, match="a folder; name the files in it"):
        read(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        with pytest.raises(Refused, match="a pipe"):
            read(tmp_path / "pipe.csv")
