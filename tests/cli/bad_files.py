"""Files that no program should fall over: each maker writes one into a folder and returns its path."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

_PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
}
_STRINGS = f'{_HEAD}<sst xmlns="{_MAIN}" count="1" uniqueCount="1"><si><t>Partner</t></si></sst>'


def sheet(rows: str) -> str:
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def workbook(path: Path, rows: str, strings: str = _STRINGS, more: Mapping[str, bytes] | None = None) -> Path:
    """A small xlsx written part by part."""
    parts = {**_PARTS, "xl/worksheets/sheet1.xml": sheet(rows), "xl/sharedStrings.xml": strings}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **(more or {})}.items():
            archive.writestr(name, content)
    return path


_HEADING = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def empty(folder: Path) -> Path:
    path = folder / "empty.xlsx"
    path.write_bytes(b"")
    return path


def truncated(folder: Path) -> Path:
    whole = workbook(folder / "whole.xlsx", _HEADING).read_bytes()
    path = folder / "truncated.xlsx"
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


def picture_renamed(folder: Path) -> Path:
    path = folder / "budget.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    return path


def pdf_renamed(folder: Path) -> Path:
    path = folder / "partners.csv"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    return path


def noise(folder: Path) -> Path:
    path = folder / "noise.csv"
    path.write_bytes(bytes((i * 7919 + i * i * 31) % 256 for i in range(20000)))
    return path


def plain_zip(folder: Path) -> Path:
    path = folder / "archive.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook here")
    return path


def encrypted(folder: Path) -> Path:
    """The frame of a password-protected workbook: a compound file that holds an encrypted package."""
    entry = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0") + (34).to_bytes(2, "little") + b"\x02" + bytes(61)
    root = "Root Entry".encode("utf-16-le").ljust(64, b"\0") + (22).to_bytes(2, "little") + b"\x05" + bytes(61)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900") + bytes(480)
    path = folder / "secret.xlsx"
    path.write_bytes(header[:512] + root + entry + bytes(4096))
    return path


def zip_bomb(folder: Path) -> Path:
    """Some hundred kilobytes that unpack to 600 MB of blanks."""
    path = folder / "bomb.xlsx"
    workbook(path, _HEADING)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/pad.xml", "w") as part,
    ):
        for _ in range(600):
            part.write(b" " * 1_000_000)
    return path


def far_corner(folder: Path) -> Path:
    return workbook(folder / "corner.xlsx", _HEADING + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def huge_row(folder: Path) -> Path:
    return workbook(folder / "row.xlsx", '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>')


def lying_count(folder: Path) -> Path:
    return workbook(folder / "count.xlsx", _HEADING, _STRINGS.replace('uniqueCount="1"', 'uniqueCount="4000000000"'))


def entity(folder: Path) -> Path:
    """A document type with an entity; the reader would silently drop the cell that uses it."""
    strings = _STRINGS.replace("<sst", '<!DOCTYPE sst [<!ENTITY who "Partner">]><sst').replace(
        "Partner</t>", "&who;</t>"
    )
    return workbook(folder / "entity.xlsx", _HEADING, strings)


MAKERS: tuple[Callable[[Path], Path], ...] = (
    empty, truncated, picture_renamed, pdf_renamed, noise, plain_zip, encrypted, zip_bomb, far_corner, huge_row,
    lying_count, entity,
)  # fmt: skip
