"""Reads comma, semicolon, tab and bar separated text in any usual encoding."""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from itertools import islice

from collabdesk.domain.problems import Refused
from collabdesk.intake.encodings import encoding_of
from collabdesk.intake.grid import Value

_SEPARATORS = (",", ";", "\t", "|")
_TRIED = 200


def decode(name: str, content: bytes) -> tuple[str, str]:
    """The text and the encoding it was in. Raises Refused when the bytes are no text."""
    encoding = encoding_of(content)
    if not encoding:
        sentence = f"{name} is neither a spreadsheet nor a text table. Save the table as .xlsx or .csv."
        raise Refused(sentence, "not-a-spreadsheet")
    text = content.decode(encoding, errors="replace")
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


def rows_of(text: str, separator: str) -> list[list[Value]]:
    """One list for each record, empty texts None. A quoted newline is no new record."""
    if text[:4].lower() == "sep=":
        text = text[text.find("\n") + 1 :]
    text = text.replace("\0", "")
    rows: list[list[Value]] = [[v or None for v in record] for record in _records(text, separator)]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
