"""What the reading library does not tell of an xlsx sheet: formulas, error values, hidden rows and columns."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from posixpath import join, normpath

from collabdesk.domain.places import column_number
from collabdesk.intake.archive import Archive
from collabdesk.intake.sheet_extras import At, PartScan, SheetExtras

_CELL_WITH_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*?>(.*?)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?v>))?",
    re.DOTALL,
)
_ERROR_CELL = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>.*?<(?:\w+:)?v\b[^>]*>([^<]*)</(?:\w+:)?v>', re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"[^>]*?\bhidden="(?:1|true)"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
_FROM_TO = re.compile(rb'\b(min|max)="(\d+)"')
_HYPERLINK = re.compile(
    r'^\s*(?:_xlfn\.)?HYPERLINK\s*\(\s*(?:"(?:[^"]|"")*"|[^",;]*(?:\([^()]*\))?[^",;]*)\s*[,;]\s*'
    r'(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?))\s*\)\s*$',
    re.IGNORECASE | re.DOTALL,
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Sheet name to the part that holds it, in lower case."""
    book = next((n for n in archive.names() if n.startswith("xl/") and n.endswith("workbook.xml")), "xl/workbook.xml")
    folder, _, base = book.rpartition("/")
    relations = archive.read(f"{folder}/_rels/{base}.rels")
    if not relations:
        return {}
    targets = {r.get("Id"): r.get("Target", "") for r in ET.fromstring(relations)}
    parts = {}
    for element in ET.fromstring(archive.read(book)).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            target = targets.get(element.get(_RELATION) or element.get(_STRICT_RELATION) or "", "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            parts[element.get("name", "")] = path.lower()
    return parts


def extras(archive: Archive, part: str, scan: PartScan) -> SheetExtras:
    """What the sheet holds besides its values; looks only for what the guard has seen in it."""
    found = SheetExtras()
    if not scan.needs_a_look:
        return found
    xml = archive.read(part)
    if scan.has_formulas:
        _formulas(xml, found)
    if scan.has_errors:
        for attributes, text in _ERROR_CELL.findall(xml):
            if (at := _at(attributes)) is not None and b't="e"' in attributes:
                found.errors[at] = text.decode("utf-8", "replace")
    if scan.has_hidden:
        found.hidden_rows = frozenset(int(r) for r in _HIDDEN_ROW.findall(xml))
        found.hidden_columns = _hidden_columns(xml)
    return found


def _at(attributes: bytes) -> At | None:
    found = _REFERENCE.search(attributes)
    return (int(found[2]), column_number(found[1].decode())) if found else None


def _formulas(xml: bytes, found: SheetExtras) -> None:
    for attributes, formula, value in _CELL_WITH_FORMULA.findall(xml):
        if attributes.endswith(b"/") or (at := _at(attributes)) is None:
            continue
        if b"HYPERLINK" in formula or b"hyperlink" in formula:
            text = _link_text(html.unescape(formula.decode("utf-8", "replace")))
            if text is not None:
                found.links[at] = text
                found.formulas[at] = html.unescape(formula.decode("utf-8", "replace"))
                continue
        # t="str" with an empty value is a formula whose result is the empty text.
        if not value and b't="str"' not in attributes:
            found.uncached.add(at)


def _link_text(formula: str) -> str | None:
    """The text that a HYPERLINK formula shows, None when it is computed."""
    said = _HYPERLINK.match(formula)
    if not said:
        return None
    return said[1].replace('""', '"') if said[1] is not None else said[2]


def _hidden_columns(xml: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for column in _HIDDEN_COLUMN.findall(xml[:200_000]):
        limits = {word: int(number) for word, number in _FROM_TO.findall(column)}
        first, last = limits.get(b"min", 0), limits.get(b"max", 0)
        hidden.update(range(first, min(last, 16_384) + 1) if first else ())
    return frozenset(hidden)
