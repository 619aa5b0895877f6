"""A profile as text: TOML that a person can read, compare line by line and hand to a colleague."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.intake.confirmed import ColumnReading, Reading
from collabdesk.usecases.profiles.content import VERSION, Content

_HEAD = """\
# How a funder's spreadsheets are read, as a person confirmed it in CollabDesk.
# A column without a field was left open; the field "" means that it was left out on purpose.
"""
_SHORT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def to_text(content: Content) -> str:
    """The whole file; the same content gives the same text, and reading it gives the same content."""
    lines = [
        _HEAD,
        f"version = {VERSION}",
        *(f"{key} = {quoted(getattr(content, key))}" for key in ("name", "funder", "confirmed_at", "confirmed_by")),
    ]
    for table in content.tables:
        lines += ["", "[[table]]", *_table(table)]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A TOML string on one line; what cannot be seen, or would turn the line around, is written as its number."""
    shown = "".join(c if c.isprintable() and c not in _SHORT else _SHORT.get(c) or _number(c) for c in text)
    # Three in a row begin a text over several lines, which no profile has.
    return '"' + shown.replace("'''", "\\u0027" * 3) + '"'


def _number(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _table(table: Reading) -> Iterator[str]:
    yield f"sheets = [{', '.join(map(quoted, table.sheets))}]"
    if table.number != 1:
        yield f"number = {table.number}"
    yield f"kind = {quoted(table.kind)}"
    yield f"layout = {quoted(table.layout)}"
    yield f"header_rows = {table.header_rows}"
    for key in ("currency", "decimal", "date_order"):
        if value := getattr(table, key):
            yield f"{key} = {quoted(value)}"
    if table.by_hand:
        yield f"by_hand = [{', '.join(quoted(word) for word in sorted(table.by_hand))}]"
    yield "columns = ["
    yield from (f"    {{ {', '.join(_column(column))} }}," for column in table.columns)
    yield "]"


def _column(column: ColumnReading) -> Iterator[str]:
    yield f"header = {quoted(column.header)}"
    if column.field is not None:
        yield f"field = {quoted(column.field)}"
    if column.by_hand:
        yield "by_hand = true"
    if column.factor != 1:
        yield f'factor = "{column.factor:f}"'
    if column.currency:
        yield f"currency = {quoted(column.currency)}"
