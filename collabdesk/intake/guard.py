"""Refuses what cannot or must not be read, before the reading library sees it; one clear sentence each."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from zipfile import ZipInfo

from collabdesk.domain.places import column_number
from collabdesk.domain.problems import Refused
from collabdesk.intake import ods_xml, refusals, sheet_markup, xls_records
from collabdesk.intake.archive import Archive, Damaged
from collabdesk.intake.ole import CompoundFile
from collabdesk.intake.sheet_extras import PartScan
from collabdesk.intake.sniff import sniff, zip_format

MOST_BYTES = 400 * 1024**2
MOST_UNPACKED = 1500 * 1024**2
MOST_RATIO = 200
MOST_PARTS = 20_000
MOST_MANIFEST = 1024**2
MOST_CELLS = 5_000_000
SMALL = 16 * 1024**2
"""Files that unpack to less are scanned before they are read, larger ones while they are."""
_EVERY_CELL = 256 * 1024
"""Sheets of fewer bytes have every address checked; in larger ones that would cost more than the memory cap of the
child, which stops the same attacks a second later."""

_OVERLAP = 64
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_EXACT_CHUNKS = 64
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]+)(\d+)"')
_LONG_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{7,})"')
_UNIQUE = re.compile(rb'uniqueCount="(\d+)"')
_NOTES = ("customxml/", "docprops/")  # what other programs noted, some of it in UTF-16
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OTHERS = (("WordDocument", "a Word document"), ("PowerPoint Document", "a presentation"),
           ("__properties_version1.0", "an e-mail"), ("VisioDocument", "a drawing"))  # fmt: skip
_EXCEL_ROWS, _EXCEL_COLUMNS = 1_048_576, 16_384


@dataclass(slots=True)
class Preflight:
    """A file that may be read. `format` is xlsx, xlsb, ods, xls, html, sheet-markup or text."""

    name: str
    format: str
    content: bytes
    archive: Archive | None = None
    unpacked: int = 0
    sheets: dict[str, PartScan] = field(default_factory=dict)
    cells: int = 0

    @property
    def is_small(self) -> bool:
        return self.unpacked <= SMALL


def preflight(name: str, content: bytes) -> Preflight:
    """What the file really is, from its bytes. Raises Refused with one sentence; takes milliseconds."""
    if not content:
        raise Refused(f"{name} is empty: it has no bytes. Ask the sender for the file again.", "empty")
    if len(content) > MOST_BYTES:
        raise refusals.too_large(name, MOST_BYTES)
    if not content.strip(b"\0 \t\r\n"):
        raise Refused(f"{name} is empty: it holds nothing but blanks.", "empty")
    kind = sniff(content)
    if kind == "zip":
        return _zip(name, content)
    if kind == "ole":
        return Preflight(name, _ole(name, content), content)
    if kind == "xml":
        return _xml(name, content)
    if kind.startswith("old:"):
        raise refusals.too_old(name, kind[4:])
    if kind.startswith("not:"):
        raise refusals.not_a_spreadsheet(name, kind[4:])
    return Preflight(name, kind, content)


def _ole(name: str, content: bytes) -> str:
    """Old Excel files, and the shell around encrypted new ones; documents embedded in them do not count."""
    try:
        inside = CompoundFile(content)
        if inside.has("EncryptionInfo", "EncryptedPackage"):
            raise refusals.encrypted(name)
        if not inside.has("Workbook", "Book"):
            other = next(
                (words for stream, words in _OTHERS if inside.has(stream)), "an Office file without a workbook"
            )
            raise refusals.not_a_spreadsheet(name, other)
        book = xls_records.workbook_of(inside)
    except Damaged as how:
        # Cut off or not: what is inside cannot be had without the password.
        raise (refusals.encrypted(name) if _PACKAGE in content else refusals.damaged(name, str(how))) from how
    if book.is_encrypted:
        raise refusals.encrypted(name)
    return "xls"


def _xml(name: str, content: bytes) -> Preflight:
    """XML by itself: two of its kinds are spreadsheets."""
    head = content[:8192]
    if sheet_markup.is_workbook(head):
        return Preflight(name, "sheet-markup", content)
    if ods_xml.is_flat(head):
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise refusals.with_dtd(name)
        archive = Archive(ods_xml.packed(content))
        return Preflight(name, "ods", archive.content, archive, len(content))
    raise Refused(f"{name} is an XML file. Open it in a spreadsheet program and save it as .xlsx.", "xml")


def _zip(name: str, content: bytes) -> Preflight:
    try:
        archive = Archive(content)
        kind = zip_format(archive)
    except (zipfile.BadZipFile, Damaged, NotImplementedError, ValueError, OSError) as wrong:
        raise refusals.damaged(name) from wrong
    if kind.startswith("not:"):
        raise refusals.not_a_spreadsheet(name, kind[4:])
    unpacked = 0
    for entry in archive.entries:
        if entry.flag_bits & 1:
            raise refusals.encrypted(name)
        unpacked += entry.file_size
        if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise refusals.bomb(name)
    if unpacked > MOST_UNPACKED or len(archive.entries) > MOST_PARTS:
        raise refusals.bomb(name)
    if kind == "ods" and b"encryption-data" in archive.read("META-INF/manifest.xml")[:MOST_MANIFEST]:
        raise refusals.encrypted(name)
    return Preflight(name, kind, content, archive, unpacked)


def scan(file: Preflight, without: Collection[str] = ()) -> None:
    """Unpack every part and look for what aborts or misleads the reading library. Raises Refused.

    Notes on the way which sheets have formulas, error values and hidden rows. The parts of `without` (lower case) are
    looked through by whoever unpacks them.
    """
    if file.archive is None:
        return
    try:
        for entry in file.archive.entries:
            part = entry.filename.lower()
            # Pictures and fonts are not read at all.
            if part.endswith((".xml", ".rels", ".bin")) and part not in without:
                for _ in watched(file, entry):
                    pass
    except Damaged as how:
        raise refusals.damaged(file.name, str(how)) from how


def watched(file: Preflight, entry: ZipInfo) -> Iterator[bytes]:
    """The chunks of one part, each looked through before it is given. Raises Refused and Damaged."""
    assert file.archive is not None
    part = entry.filename.lower()
    is_sheet = part.endswith(".xml") and "/worksheets/" in part
    found = PartScan()
    tail = cell = b""
    for n, chunk in enumerate(file.archive.chunks(entry)):
        if n == 0 and not part.endswith(".bin"):
            _check_start(file.name, part, chunk, entry.file_size)
            cell = b":c " if b":worksheet" in chunk[:2000] else b"<c "
        if is_sheet:
            # Far into a large sheet one chunk in four says enough: what is left is the memory cap's.
            if n < _EXACT_CHUNKS:
                file.cells += chunk.count(cell)
            elif n % 4 == 0:
                file.cells += 4 * chunk.count(cell)
            if file.cells > MOST_CELLS:
                raise refusals.too_many_cells(file.name, MOST_CELLS)
            if tail:
                _note(tail + chunk[:_OVERLAP], found, cell)
            _note(chunk, found, cell)
            tail = chunk[-_OVERLAP:]
            if entry.file_size <= _EVERY_CELL:
                _check_addresses(file.name, chunk)
        yield chunk
    if is_sheet:
        file.sheets[part] = found


def _check_start(name: str, part: str, chunk: bytes, size: int) -> None:
    # A definition stands before everything else, so that no more than the beginning needs a look.
    head = chunk[:65536]
    if part.startswith(_NOTES) and head.startswith(_UTF_16):
        head = head.replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise refusals.with_dtd(name)
    if b"\0" in head[:64]:
        raise refusals.damaged(name, "its XML is in an encoding that spreadsheet programs do not write")
    if part.endswith("sharedstrings.xml"):
        # The reader makes room for as many texts as the file says it has.
        told = _UNIQUE.search(head[:2000])
        if told and int(told[1]) > size:
            raise refusals.damaged(name, "it says that it has more texts than it holds")


def _note(xml: bytes, found: PartScan, cell: bytes) -> None:
    # One letter is looked for ten times as fast as a word, and plain sheets have none of these three.
    if not found.has_formulas and b"f" in xml:
        found.has_formulas = (b"</f>" if cell[:1] == b"<" else b":f>") in xml
    if not found.has_errors and b"e" in xml:
        found.has_errors = b't="e"' in xml
    if not found.has_hidden and b"h" in xml:
        found.has_hidden = b'hidden="' in xml


def _check_addresses(name: str, xml: bytes) -> None:
    addresses = _CELL.findall(xml)
    rows = max((int(n[:12]) for n in {number for _, number in addresses}), default=0)
    columns = max((column_number(c[:6].decode()) for c in {letters for letters, _ in addresses}), default=0)
    far_row = max((int(r[:12]) for r in _LONG_ROW.findall(xml)), default=0)
    if rows > _EXCEL_ROWS or columns > _EXCEL_COLUMNS or far_row > _EXCEL_ROWS:
        raise refusals.damaged(name, "a cell lies outside of any sheet")
    refusals.check_spread(name, rows, columns)
