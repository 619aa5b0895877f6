"""Writes small old Excel workbooks (BIFF8 in a compound file), which no library here can."""

from __future__ import annotations

import struct

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(number: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def text(row: int, column: int, words: str) -> bytes:
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(words), 0) + words.encode("latin-1"))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def formula(row: int, column: int, value: float) -> bytes:
    tokens = b"\x1e\x01\x00"  # the whole number 1
    return record(0x06, struct.pack("<HHHdHIH", row, column, 0, value, 0, 0, len(tokens)) + tokens)


def hidden_row(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", row, 0, 9, 255, 0, 0, 0x120))


def hidden_columns(first: int, last: int) -> bytes:
    return record(0x7D, struct.pack("<HHHHHH", first, last, 2560, 0, 1, 0))


def workbook(*cells: bytes, globals_more: bytes = b"", streams: tuple[str, ...] = ()) -> bytes:
    """A workbook of one sheet, `List`; other `streams` stand beside it, empty."""
    start = record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 6)) + globals_more
    where = len(start) + 4 + 12 + 4
    bound = record(0x85, struct.pack("<IHBB", where, 0, 4, 0) + b"List")
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + b"".join(cells) + record(0x0A)
    return compound({"Workbook": start + bound + record(0x0A) + sheet} | dict.fromkeys(streams, b""))


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams in its root, each large enough to need no small sectors."""
    bodies, directory, fat = b"", _entry("Root Entry", 5, _END, 0, child=1), [_FAT, _END]
    names = list(streams)
    for n, name in enumerate(names, 1):
        body = streams[name].ljust(4096, b"\0")
        body += b"\0" * (-len(body) % 512)
        first, count = len(fat), len(body) // 512
        right = n + 1 if n < len(names) else _FREE
        directory += _entry(name, 2, first, len(body), right=right)
        fat += [*range(first + 1, first + count), _END]
        bodies += body
    assert len(directory) <= 512
    assert len(fat) <= 128
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    return head + table + directory.ljust(512, b"\0") + bodies


def _entry(name: str, kind: int, start: int, size: int, right: int = _FREE, child: int = _FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    body = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
    return body + bytes(36) + struct.pack("<III", start, size, 0)
