"""Text tables in any usual encoding, with any usual separator; a quoted newline is no new record."""

from __future__ import annotations

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.intake.encodings import encoding_of
from collabdesk.intake.reader import read

GERMAN = "Träger;Straße;Förderung\nUniversität Köln;Größe 1;1.000,00\nMünchner Gewässer;Süd 2;2,50\n"
GREEK = "Φορέας;Τίτλος;Ποσό\nΠανεπιστήμιο Αθηνών;Έρευνα και τεχνολογία;1.000,00\n"
POLISH = "Nazwa;Tytuł;Kwota\nUniwersytet Łódzki;Źródła energii w województwie;10,50\nŚląski;Łączność;1\n"


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
        (POLISH, "cp1250"),
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
