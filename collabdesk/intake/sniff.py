"""What a file really is, from its first bytes; its name is never believed."""

from __future__ import annotations

from collabdesk.intake.archive import Archive

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMED = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a compressed archive (gzip)"),
    (b"Rar!", "a compressed archive (RAR)"),
    (b"7z\xbc\xaf", "a compressed archive (7z)"),
    (b"SQLite format 3\0", "a database file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"ID;P", "a SYLK file"),
)
_OLD = (
    (b"\x09\x00\x04\x00", "a workbook of Excel 2"),
    (b"\x09\x02\x06\x00", "a workbook of Excel 3"),
    (b"\x09\x04\x06\x00", "a workbook of Excel 4"),
    (b"\x00\x00\x1a\x00", "a Lotus 1-2-3 workbook"),
)
_CONTENT_TYPES = (
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"sheet.macroEnabled.main+xml", "xlsx"),
    (b"sheet.binary.macroEnabled.main", "xlsb"),
)
_FOLDERS = (
    ("word/", "a Word document"),
    ("ppt/", "a presentation"),
    ("index/document.iwa", "an Apple Numbers or Pages file"),
    ("index.zip", "an Apple Numbers or Pages file"),
)
_LONG_HEAD = 4 * 1024**2
_HTML = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<div", b"<style")


def sniff(content: bytes) -> str:
    """`zip`, `ole`, `html`, `xml`, `text`, or `old:` or, for no spreadsheet, `not:` and its name."""
    if content.startswith(_OLE):
        return "ole"
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return "zip"
    old = next((words for mark, words in _OLD if content.startswith(mark)), None)
    if old is not None:
        return f"old:{old}"
    for mark, words in _NAMED:
        if content.startswith(mark) and not (len(mark) == 2 and b"\0" not in content[:512]):
            return f"not:{words}"
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):  # a page or XML may be UTF-16 as well
        content = content[:_LONG_HEAD].replace(b"\0", b"")[2:]
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_HTML) or (head.startswith((b"<!--", b"<?xml")) and b"<html" in content[:4096].lower()):
        return "html"
    if head.startswith((b"<?xml", b"<workbook")):
        return "xml"
    if head.startswith((b"{", b"[{", b"[\n")):
        return "not:a JSON document"
    return "text"


def zip_format(archive: Archive) -> str:
    """`xlsx`, `xlsb`, `ods`, or `not:` and what else the archive is."""
    names = archive.names()
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(n.startswith("xl/") and n.endswith("workbook.xml") for n in names):
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        return "ods" if b"spreadsheet" in archive.read("mimetype")[:200] else "not:an OpenDocument text or drawing"
    if "content.xml" in names and b"office:spreadsheet" in archive.read("content.xml")[:_LONG_HEAD]:
        return "ods"
    # Other programs need not call the folder xl: what the package says of itself counts.
    types = archive.read("[content_types].xml")
    said = next((kind for mark, kind in _CONTENT_TYPES if mark in types), None)
    if said is not None:
        return said
    begun = next((words for start, words in _FOLDERS if any(n.startswith(start) for n in names)), None)
    return f"not:{begun or 'a compressed archive (zip)'}"
