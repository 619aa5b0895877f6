"""Reads comma, semicolon, tab and bar separated text in any usual encoding."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from collabdesk.domain.problems import Refused
from collabdesk.intake import refusals
from collabdesk.intake.encodings import encoding_of
from collabdesk.intake.grid import Grid, Value

_SEPARATORS = (",", ";", "\t", "|", "^", "~", "\x1f", "¦")
_TRIED = 200
_SWALLOWED_LINES = 3
_LONGEST_LINE = 2_000_000
_MOST_COLUMNS = 16_384
_LINE_END = re.compile(r"\r\n|\r|\n")
_OPEN_QUOTE = "a quotation mark is opened here and never closed; the rest of the file was read line by line"


def decode(name: str, content: bytes) -> tuple[str, str]:
    """The text and the encoding it was in. Raises Refused when the bytes are no text."""
    encoding = encoding_of(content)
    if not encoding:
        sentence = f"{name} is neither a spreadsheet nor a text table. Save the table as .xlsx or .csv."
        raise Refused(sentence, "not-a-spreadsheet")
    text = content.decode(encoding, errors="replace")
    if len(text) > _LONGEST_LINE and not _LINE_END.search(text, 0, _LONGEST_LINE):
        raise refusals.no_table(name, f"its first line is longer than {_LONGEST_LINE:,} characters")
    return text, encoding.removesuffix("-sig")


def separator_of(text: str) -> str:
    """The character between the fields: the one that cuts the first records into equally many parts."""
    if text[:4].lower() == "sep=" and text[4:5]:
        return text[4]
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        score = _evenness(text, separator)
        if score > best_score:
            best, best_score = separator, score
    return best


def _evenness(text: str, separator: str) -> float:
    if separator not in text[:100_000]:
        return 0.0
    try:
        widths = [len(r) for r in islice(_records(text[:400_000], separator), _TRIED) if r]
    except csv.Error:
        return 0.0
    # The last record may be cut by the sample; titles above the table have fewer parts.
    width, often = Counter(w for w in widths if w > 1).most_common(1)[0] if any(w > 1 for w in widths) else (1, 0)
    return often / len(widths) + min(width, 50) / 1000 if width > 1 else 0.0


def _records(text: str, separator: str) -> csv.Reader:  # type: ignore[name-defined]
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    # newline="" keeps quoted newlines as they are and still ends a record at a bare CR.
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def check_size(name: str, text: str, separator: str) -> None:
    """Refused when the text has more fields than are read at once, or more columns than any table."""
    if text.count(separator) > refusals.MOST_SPREAD:
        raise refusals.too_many_cells(name, refusals.MOST_SPREAD)
    first = text[:_LONGEST_LINE].splitlines()[:1]
    if first and first[0].count(separator) > _MOST_COLUMNS:
        raise refusals.no_table(name, f"it has more than {_MOST_COLUMNS:,} columns")


def grid_of(text: str, separator: str) -> Grid:
    """One row for each record, empty texts None. A quoted newline is no new record; where a quote is never closed,
    the records that it swallowed are read line by line, and the first of them is named in `troubles`."""
    if text[:4].lower() == "sep=":
        text = _LINE_END.split(text, maxsplit=1)[-1]
    rows: list[list[Value]] = [[v or None for v in record] for record in _records(text.replace("\0", ""), separator)]
    troubles = []
    swallowed = _swallowed(rows, separator)
    if swallowed is not None:
        rows[swallowed:] = [[v or None for v in line] for line in _line_by_line(rows[swallowed], separator)]
        troubles.append((swallowed + 1, 1, "open-quote", _OPEN_QUOTE))
    while rows and not any(rows[-1]):
        rows.pop()
    return Grid("", rows, troubles=tuple(troubles))


def _swallowed(rows: list[list[Value]], separator: str) -> int | None:
    """The record that an unclosed quote made of all the rest of the file; only the last one can be that."""
    if not rows:
        return None
    last = max((str(v) for v in rows[-1] if v), key=len, default="")
    lines = last.split("\n")
    usual = Counter(len(r) for r in rows[:-1][:_TRIED]).most_common(1)
    width = usual[0][0] if usual else 0
    if len(lines) < _SWALLOWED_LINES or width < 2:
        return None
    alike = sum(line.count(separator) >= width - 2 for line in lines)
    return len(rows) - 1 if alike > 0.6 * len(lines) else None


def _line_by_line(record: list[Value], separator: str) -> Iterator[list[str]]:
    """The fields that came before the open quote, then every swallowed line as a record of its own."""
    *before, last = record
    first, *others = str(last or "").replace("\r\n", "\n").split("\n")
    yield [*(str(v or "") for v in before), *next(_records(first, separator), [])]
    for line in others:
        yield next(_records(line, separator), []) if line.count('"') % 2 == 0 else line.split(separator)
