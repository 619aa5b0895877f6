"""Refused before the reading library sees it: what harms, what lies, what is something else."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import xlsxwriter

from collabdesk.domain.problems import Refused
from collabdesk.intake import guard


def workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write("A1", "x")
    return content.getvalue()


def changed(name: str, change) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            part = old.read(entry)
            new.writestr(entry, change(part) if entry.endswith(name) else part)
    return content.getvalue()


def refused(content: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        guard.scan(guard.preflight("list.xlsx", content))
    assert caught.value.sentence.startswith("list.xlsx ")
    return caught.value


def test_an_honest_workbook_passes():
    file = guard.preflight("list.xlsx", workbook())
    guard.scan(file)
    assert file.format == "xlsx"


def test_nothing_is_empty():
    assert refused(b"").code == "empty"
    assert refused(b" \r\n\t").code == "empty"


def test_a_cut_file_is_damaged():
    assert refused(workbook()[:-400]).code == "damaged"


def test_a_cell_outside_of_any_sheet():
    assert refused(changed("sheet1.xml", lambda x: x.replace(b'"A1"', b'"A4000000000"'))).code == "damaged"
    assert refused(changed("sheet1.xml", lambda x: x.replace(b'"A1"', b'"XFE1"'))).code == "damaged"


def test_cells_too_far_apart():
    def far(xml):
        return xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')

    assert refused(changed("sheet1.xml", far)).code == "too-large"


def test_a_lying_count_of_texts():
    lie = changed("sharedStrings.xml", lambda x: x.replace(b'uniqueCount="1"', b'uniqueCount="4000000000"'))
    assert refused(lie).code == "damaged"


def test_a_document_type_definition():
    dtd = changed("sharedStrings.xml", lambda x: x.replace(b"<sst", b'<!DOCTYPE sst [<!ENTITY a "b">]><sst', 1))
    assert refused(dtd).code == "dtd"


def noted(xml):
    content = io.BytesIO(changed("sharedStrings.xml", lambda x: x))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("customXml/item1.xml", xml.encode("utf-16"))
    return content.getvalue()


def test_notes_that_office_writes_in_utf_16_are_harmless():
    guard.scan(guard.preflight("list.xlsx", noted("<a/>")))
    assert refused(noted('<!DOCTYPE a [<!ENTITY b "c">]><a/>')).code == "dtd"


def test_a_declared_bomb():
    assert refused(changed("styles.xml", lambda x: b" " * 80_000_000)).code == "too-large"


def test_a_bomb_that_lies_about_its_size():
    content = bytearray(changed("styles.xml", lambda x: b" " * 5_000_000))
    size, lie = struct.pack("<I", 5_000_000), struct.pack("<I", 2000)
    content = content.replace(size, lie)
    assert refused(bytes(content)).code == "damaged"


def test_too_many_cells(monkeypatch):
    monkeypatch.setattr(guard, "MOST_CELLS", 3)
    cells = b"".join(b'<c r="%c1"><v>1</v></c>' % c for c in b"BCDE")
    assert refused(changed("sheet1.xml", lambda x: x.replace(b"</row>", cells + b"</row>"))).code == "too-large"


def test_other_documents_are_named():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "Word" in refused(content.getvalue()).sentence
    assert "PDF" in refused(b"%PDF-1.7 ...").sentence


def test_a_workbook_of_the_eighties_is_said_to_be_too_old():
    assert "a workbook of Excel 4, too old" in refused(b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(500)).sentence
