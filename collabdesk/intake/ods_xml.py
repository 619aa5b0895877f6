"""OpenDocument sheets: what the reading library does not tell of them, and the flat form that is one bare XML file."""

from __future__ import annotations

import io
import re
import zipfile
from xml.parsers import expat

from collabdesk.intake.sheet_extras import SheetExtras

_NEEDS_A_LOOK = re.compile(rb'visibility="(?:collapse|filter)"|table:formula="|value-type="error"')
_TABLE, _ROW, _COLUMN = "table:table", "table:table-row", "table:table-column"
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_FLAT_TYPES = (b"opendocument.spreadsheet",)
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_ERROR_TEXT = re.compile(r"^(?:#[A-Z0-9/]+[!?]?|Err:\d+)$")


def is_flat(head: bytes) -> bool:
    """Is this the beginning of a spreadsheet saved as flat OpenDocument XML (.fods)?"""
    return b"<office:document" in head and any(t in head for t in _FLAT_TYPES)


def packed(flat: bytes) -> bytes:
    """A flat document as the archive that the reading library opens."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", _MIMETYPE)
        archive.writestr("content.xml", flat)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return content.getvalue()


def extras(content: bytes) -> list[SheetExtras]:
    """For each sheet in the document's order what it holds besides its values; nothing where nothing is."""
    if not _NEEDS_A_LOOK.search(content):
        return []
    look = _Look()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.text
    parser.Parse(content, True)
    return look.done


class _Look:
    """Counts rows and cells, which a document may write once and repeat."""

    def __init__(self) -> None:
        self.done: list[SheetExtras] = []
        self._rows: set[int] = set()
        self._columns: set[int] = set()
        self._row = self._column = self._heading = self._depth = 0
        self._next = 1
        self._doubted: tuple[int, int] | None = None
        self._text = ""

    def start(self, name: str, given: dict[str, str]) -> None:
        if name in _CELLS:
            repeated = _times(given.get("table:number-columns-repeated"), _MOST_COLUMNS)
            if ("table:formula" in given or given.get("calcext:value-type") == "error") and self._depth == 1:
                self._doubt(given)
            self._column += repeated
        elif name == _ROW and self._depth == 1:
            repeated = _times(given.get("table:number-rows-repeated"), _MOST_ROWS)
            self._row, self._next, self._column = self._next, self._next + repeated, 0
            if given.get("table:visibility") in ("collapse", "filter") and repeated < 10_000:
                self._rows.update(range(self._row, self._next))
        elif name == _COLUMN and self._depth == 1:
            repeated = _times(given.get("table:number-columns-repeated"), _MOST_COLUMNS)
            if given.get("table:visibility") in ("collapse", "filter"):
                self._columns.update(range(self._heading + 1, self._heading + repeated + 1))
            self._heading += repeated
        elif name == _TABLE:
            self._depth += 1
            if self._depth == 1:
                self.done.append(SheetExtras())
                self._rows, self._columns = set(), set()
                self._row = self._column = self._heading = 0
                self._next = 1

    def end(self, name: str) -> None:
        if name in _CELLS and self._doubted is not None:
            at, self._doubted = self._doubted, None
            if _ERROR_TEXT.match(self._text.strip()):
                self.done[-1].errors[at] = self._text.strip()
                self.done[-1].uncached.discard(at)
        elif name == _TABLE:
            self._depth -= 1
            if self._depth == 0:
                self.done[-1].hidden_rows = frozenset(self._rows)
                self.done[-1].hidden_columns = frozenset(self._columns)

    def text(self, text: str) -> None:
        if self._doubted is not None:
            self._text += text

    def _doubt(self, given: dict[str, str]) -> None:
        """A formula: its shown text may be an error's name, and without a value it was never calculated."""
        at = (self._row, self._column + 1)
        self._doubted, self._text = at, ""
        if "office:value-type" not in given:
            self.done[-1].uncached.add(at)


def _times(text: str | None, most: int) -> int:
    return min(int(text), most) if text and text.isdigit() else 1
